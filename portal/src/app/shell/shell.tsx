import { lazy, Suspense, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Outlet, ScrollRestoration, useLocation, useNavigate } from 'react-router';
import { signInUrl } from '../../features/sign-in/sign-in.urls';
import { useIsWide } from '../../shared/hooks/use-media';
import { ProblemPanel } from '../../shared/ui/problem-panel';
import { ViewerProvider } from '../../shared/viewer';
import { Starting } from '../pages/starting';
import { ConnectionBanner } from './connection-banner';
import { BottomBar, SideMenu } from './navigation';
import styles from './shell.module.css';
import { TopBar } from './top-bar';
import { useSessionStatus } from './use-session-status';

const ReplacedNotice = lazy(async () => ({ default: (await import('./replaced-notice')).ReplacedNotice }));

/** The frame of every signed-in page. */
export function Shell() {
  const { t } = useTranslation('app');
  const status = useSessionStatus();
  const wide = useIsWide();
  useLeaveWhenSignedOut(status === 'signed-out');

  return (
    <ViewerProvider
      loading={<Starting />}
      failed={(problem, retry) => <ProblemPanel problem={problem} retry={retry} />}
    >
      <a className={styles.skip} href="#content">
        {t('skip')}
      </a>
      <TopBar />
      <div className={styles.body}>
        {wide && <SideMenu />}
        <div className={styles.column}>
          <ConnectionBanner />
          <main id="content" className={styles.content} tabIndex={-1}>
            <Outlet />
          </main>
        </div>
      </div>
      {!wide && <BottomBar />}
      <ScrollRestoration />
      {status === 'replaced' && (
        <Suspense>
          <ReplacedNotice />
        </Suspense>
      )}
    </ViewerProvider>
  );
}

function useLeaveWhenSignedOut(signedOut: boolean): void {
  const navigate = useNavigate();
  const { pathname, search } = useLocation();
  useEffect(() => {
    if (signedOut) void navigate(signInUrl(pathname + search), { replace: true });
  }, [signedOut, navigate, pathname, search]);
}
