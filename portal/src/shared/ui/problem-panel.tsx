import { DisconnectOutlined, ReloadOutlined, StopOutlined, WarningOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../apollo/errors';
import { MessagePanel } from './message-panel';

export interface ProblemPanelProps {
  problem: Problem;
  retry?: () => void;
}

/** Says what failed, what the reader can do about it, and what to tell support. */
export function ProblemPanel({ problem, retry }: ProblemPanelProps) {
  const { t } = useTranslation('shared');
  const reload = problem.kind === 'outdated' || problem.kind === 'signed-out';
  return (
    <MessagePanel
      icon={icons[problem.kind] ?? <WarningOutlined aria-hidden />}
      title={t(`problem.${problem.kind}.title`)}
      text={t(`problem.${problem.kind}.text`)}
      action={
        reload ? (
          <Button type="primary" onClick={() => window.location.reload()}>
            {t('problem.reload')}
          </Button>
        ) : (
          retry &&
          problem.kind !== 'forbidden' && (
            <Button type="primary" icon={<ReloadOutlined aria-hidden />} onClick={retry}>
              {t('problem.retry')}
            </Button>
          )
        )
      }
      footer={
        problem.requestId && (
          <>
            {t('problem.requestId')} <code className="ac-code">{problem.requestId}</code>
          </>
        )
      }
    />
  );
}

const icons: Partial<Record<Problem['kind'], React.ReactNode>> = {
  offline: <DisconnectOutlined aria-hidden />,
  forbidden: <StopOutlined aria-hidden />,
};
