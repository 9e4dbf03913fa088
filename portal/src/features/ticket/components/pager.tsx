import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ListState } from '../ticket.urls';
import styles from './pager.module.css';

export interface PagerProps {
  list: ListState;
  pageInfo: {
    hasNextPage: boolean;
    hasPreviousPage: boolean;
    startCursor: string | null;
    endCursor: string | null;
  };
  onTurn: (list: ListState) => void;
}

export function Pager({ list, pageInfo, onTurn }: PagerProps) {
  const { t } = useTranslation('ticket');
  if (!pageInfo.hasNextPage && !pageInfo.hasPreviousPage) return null;
  const turn = (part: Pick<ListState, 'after' | 'before'>): void => onTurn({ ...list, ...part });
  return (
    <nav className={styles.pager} aria-label={t('list.pages')}>
      <Button
        icon={<LeftOutlined aria-hidden />}
        disabled={!pageInfo.hasPreviousPage}
        onClick={() => turn({ after: undefined, before: pageInfo.startCursor ?? undefined })}
      >
        {t('list.previous')}
      </Button>
      <Button
        icon={<RightOutlined aria-hidden />}
        iconPlacement="end"
        disabled={!pageInfo.hasNextPage}
        onClick={() => turn({ after: pageInfo.endCursor ?? undefined, before: undefined })}
      >
        {t('list.next')}
      </Button>
    </nav>
  );
}
