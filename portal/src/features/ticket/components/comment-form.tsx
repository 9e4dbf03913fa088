import { LockOutlined, TeamOutlined } from '@ant-design/icons';
import { Alert, Button, Input, Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Audience } from '../../../gql/graphql';
import { useDraft } from '../../../shared/hooks/use-draft';
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
  const { add, sending, complaint } = useAddComment();

  const send = async (): Promise<void> => {
    if (await add({ ticketId, ...draft })) clear();
  };

  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <Input.TextArea
        aria-label={t('comments.label')}
        placeholder={t(`comments.placeholder${draft.audience}`)}
        autoSize={{ minRows: 3, maxRows: 12 }}
        maxLength={5000}
        value={draft.body}
        onChange={({ target }) => change({ body: target.value })}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && draft.body.trim()) void send();
        }}
      />
      {complaint !== undefined && <Alert type="error" showIcon title={complaint || t('comments.failed')} />}
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
          disabled={!draft.body.trim()}
        >
          {t('comments.send')}
        </Button>
      </div>
    </form>
  );
}
