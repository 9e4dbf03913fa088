import { ArrowUpOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import styles from './new-tickets-pill.module.css';

/** New tickets wait here until the reader asks for them. */
export function NewTicketsPill({ count, onShow }: { count: number; onShow: () => void }) {
  const { t } = useTranslation('ticket');
  return (
    <div className={styles.place} role="status">
      {count > 0 && (
        <Button type="primary" shape="round" icon={<ArrowUpOutlined aria-hidden />} onClick={onShow}>
          {t('list.new', { count })}
        </Button>
      )}
    </div>
  );
}
