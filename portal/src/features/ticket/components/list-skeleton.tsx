import { Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';
import styles from './list-skeleton.module.css';

/** Where the rows will be. */
export function ListSkeleton() {
  const { t } = useTranslation('ticket');
  return (
    <div className={styles.rows} aria-busy="true" aria-label={t('loading')}>
      {Array.from({ length: 6 }, (_, row) => (
        <div key={row} className={styles.row}>
          <Skeleton active title={{ width: '45%' }} paragraph={{ rows: 1, width: '70%' }} />
        </div>
      ))}
    </div>
  );
}
