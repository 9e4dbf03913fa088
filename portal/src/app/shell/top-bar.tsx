import { DownOutlined } from '@ant-design/icons';
import { Button, Popover } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useLocalized } from '../../shared/hooks/use-localized';
import { useIsWide, useMedia } from '../../shared/hooks/use-media';
import { LanguageSwitch, ThemeSwitch } from '../../shared/ui/preference-switches';
import { useViewer } from '../../shared/viewer';
import { AccountPanel } from './account-panel';
import { ConnectionBadge } from './connection-badge';
import { HouseMark } from './house-mark';
import styles from './top-bar.module.css';

export function TopBar() {
  const { t } = useTranslation('app');
  const viewer = useViewer();
  const localized = useLocalized();
  const wide = useIsWide();
  const roomy = useMedia('(min-width: 1024px)');
  const house = localized(viewer.tenant.name);
  return (
    <header className={styles.bar} style={{ borderTopColor: viewer.tenant.accentColor }}>
      <Link to="/" className={styles.house}>
        <HouseMark name={house} colour={viewer.tenant.accentColor} />
        <span className={styles.name}>{house}</span>
        {wide && <span className={styles.product}>{t('product')}</span>}
      </Link>
      <ConnectionBadge />
      {roomy && (
        <>
          <LanguageSwitch />
          <ThemeSwitch />
        </>
      )}
      {wide && (
        <Popover
          trigger="click"
          placement="bottomRight"
          arrow={false}
          content={<AccountPanel switches={!roomy} />}
        >
          <Button type="text" aria-haspopup="dialog">
            {viewer.name} <DownOutlined aria-hidden style={{ fontSize: 11 }} />
          </Button>
        </Popover>
      )}
    </header>
  );
}
