import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../../apollo/errors';
import styles from './behind-notice.module.css';

export interface BehindNoticeProps {
  behind: Problem | undefined;
  retry: () => void;
}

/** Says that what is shown may be old, although changes arrive again. */
export function BehindNotice({ behind, retry }: BehindNoticeProps) {
  const { t } = useTranslation(['ticket', 'shared']);
  if (!behind) return null;
  const outdated = behind.kind === 'outdated';
  return (
    <Alert
      type="warning"
      showIcon
      role="status"
      className={styles.notice}
      title={outdated ? t('shared:problem.outdated.text') : t('behind')}
      action={
        <Button size="small" onClick={() => (outdated ? window.location.reload() : retry())}>
          {t(outdated ? 'shared:problem.reload' : 'shared:problem.retry')}
        </Button>
      }
    />
  );
}
