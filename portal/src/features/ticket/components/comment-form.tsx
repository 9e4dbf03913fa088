import { LockOutlined, TeamOutlined } from '@ant-design/icons';
import { Alert, Button, Input, Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Audience } from '../../../gql/graphql';
import { useDraft } from '../../../shared/hooks/use-draft';
import { countUpTo, isNear, lengthOf, limits } from '../../../shared/limits';
import { useAddComment } from '../actions/use-add-comment';
import styles from './comment-form.module.css';

export interface CommentFormProps {
  ticketId: string;
  mayWriteInternally: boolean;
}

interface Draft {
  body: string;
  audience: Audience;
  idempotencyKey: string;
}

const emptyDraft = (audience: Audience) => (): Draft => ({
  body: '',
  audience,
  idempotencyKey: crypto.randomUUID(),
});
/** What staff write is internal unless they say otherwise: a slip then hurts nobody. */
const staffDraft = emptyDraft('INTERNAL');
const dealerDraft = emptyDraft('PUBLIC');

export function CommentForm({ ticketId, mayWriteInternally }: CommentFormProps) {
  const { t } = useTranslation('ticket');
  const [draft, change, clear] = useDraft(
    `comment.${ticketId}`,
    mayWriteInternally ? staffDraft : dealerDraft,
  );
  const { add, sending, answer, refusal } = useAddComment();
  const length = lengthOf(draft.body);
  const tooLong = length > limits.comment;
  const ready = length > 0 && !tooLong && !sending;

  const send = async (): Promise<void> => {
    const given = await add({ ticketId, ...draft });
    if (given === 'taken') clear();
    if (given === 'key-spent') change({ idempotencyKey: crypto.randomUUID() });
  };

  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) void send();
      }}
    >
      <Input.TextArea
        aria-label={t('comments.label')}
        placeholder={t(`comments.placeholder${draft.audience}`)}
        autoSize={{ minRows: 3, maxRows: 12 }}
        className={isNear(length, limits.comment) ? styles.counted : undefined}
        count={countUpTo(limits.comment)}
        aria-invalid={tooLong}
        value={draft.body}
        onChange={({ target }) => change({ body: target.value })}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && ready) void send();
        }}
      />
      {tooLong && (
        <Alert type="error" showIcon title={t('comments.tooLong', { length, limit: limits.comment })} />
      )}
      {answer === 'refused' && <Alert type="error" showIcon title={refusal} />}
      {answer === 'failed' && <Alert type="error" showIcon title={t('comments.failed')} />}
      {answer === 'key-spent' && <Alert type="warning" showIcon title={t('comments.firstWasSent')} />}
      <div className={styles.foot}>
        {mayWriteInternally && (
          <Segmented
            aria-label={t('comments.audience')}
            value={draft.audience}
            onChange={(audience) => change({ audience })}
            options={[
              {
                value: 'INTERNAL' as const,
                icon: <LockOutlined aria-hidden />,
                label: t('comments.INTERNAL'),
              },
              { value: 'PUBLIC' as const, icon: <TeamOutlined aria-hidden />, label: t('comments.PUBLIC') },
            ]}
          />
        )}
        {mayWriteInternally && <span className={styles.hint}>{t(`comments.${draft.audience}Hint`)}</span>}
        <Button
          type="primary"
          htmlType="submit"
          className={styles.send}
          loading={sending}
          disabled={length === 0 || tooLong}
        >
          {t('comments.send')}
        </Button>
      </div>
    </form>
  );
}
