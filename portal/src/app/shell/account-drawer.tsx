import { Drawer } from 'antd';
import { useTranslation } from 'react-i18next';
import { AccountPanel } from './account-panel';

/** The account on a phone. */
export function AccountDrawer({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useTranslation('app');
  return (
    <Drawer open={open} onClose={onClose} placement="bottom" size="auto" title={t('nav.me')}>
      <AccountPanel switches />
    </Drawer>
  );
}
