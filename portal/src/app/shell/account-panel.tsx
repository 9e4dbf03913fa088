import { CheckOutlined, LogoutOutlined, SwapOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { session } from '../../apollo/services';
import { forgetDrafts } from '../../shared/hooks/use-draft';
import { useLocalized } from '../../shared/hooks/use-localized';
import { LanguageSwitch, ThemeSwitch } from '../../shared/ui/preference-switches';
import { useToast } from '../../shared/ui/toast';
import { useViewer } from '../../shared/viewer';
import styles from './account-panel.module.css';

/** Who is signed in, the other houses of this login, and the way out. */
export function AccountPanel({ switches }: { switches: boolean }) {
  const { t } = useTranslation(['app', 'shared']);
  const viewer = useViewer();
  const localized = useLocalized();
  const toast = useToast();
  const [busy, setBusy] = useState<string>();

  const enter = async (slug: string): Promise<void> => {
    setBusy(slug);
    if (await session.switchHouse(slug)) return window.location.assign('/');
    setBusy(undefined);
    void toast.error(t('house.failed'));
  };
  const leave = async (): Promise<void> => {
    setBusy('sign-out');
    forgetDrafts();
    await session.signOut();
    window.location.assign('/sign-in');
  };

  return (
    <section className={styles.panel} aria-label={t('nav.me')}>
      <div>
        <p className={styles.name}>{viewer.name}</p>
        <p className="ac-soft">
          {[...viewer.roles.map((role) => t(`role.${role}`)), viewer.dealer?.name]
            .filter(Boolean)
            .join(' · ')}
        </p>
      </div>
      {switches && (
        <div className={styles.switches}>
          <span>{t('shared:language.label')}</span>
          <LanguageSwitch />
          <span>{t('shared:theme.label')}</span>
          <ThemeSwitch />
        </div>
      )}
      {viewer.memberships.length > 1 && (
        <div role="group" aria-label={t('house.label')}>
          <p className={styles.heading}>{t('house.label')}</p>
          {viewer.memberships.map(({ slug, current, name }) => (
            <Button
              key={slug}
              block
              type="text"
              className={styles.house}
              aria-current={current ? 'true' : undefined}
              icon={current ? <CheckOutlined aria-hidden /> : <SwapOutlined aria-hidden />}
              loading={busy === slug}
              disabled={busy !== undefined && busy !== slug}
              onClick={() => (current ? undefined : void enter(slug))}
            >
              {localized(name)}
            </Button>
          ))}
        </div>
      )}
      <Button
        block
        icon={<LogoutOutlined aria-hidden />}
        loading={busy === 'sign-out'}
        onClick={() => void leave()}
      >
        {t('signOut')}
      </Button>
    </section>
  );
}
