import { CustomerServiceOutlined, ProfileOutlined, UserOutlined } from '@ant-design/icons';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink, useLocation } from 'react-router';
import { newTicketUrl, ticketListUrl } from '../../shared/urls';
import { may, useViewer } from '../../shared/viewer';
import styles from './navigation.module.css';

const AccountDrawer = lazy(async () => ({ default: (await import('./account-drawer')).AccountDrawer }));

interface Place {
  to: string;
  label: string;
  icon: ReactNode;
}

/** Where this person may go, and which place is the current one: the longest that the path begins with. */
function usePlaces(): { places: Place[]; current: string | undefined } {
  const { t } = useTranslation('app');
  const viewer = useViewer();
  const { pathname } = useLocation();
  const places: Place[] = [
    { to: ticketListUrl(), label: t('nav.tickets'), icon: <ProfileOutlined aria-hidden /> },
  ];
  if (may(viewer, 'ticket:create')) {
    places.push({
      to: newTicketUrl(),
      label: t('nav.report'),
      icon: <CustomerServiceOutlined aria-hidden />,
    });
  }
  const current = places
    .map(({ to }) => to)
    .filter((to) => pathname === to || pathname.startsWith(`${to}/`))
    .sort((a, b) => b.length - a.length)[0];
  return { places, current };
}

function PlaceLink({ place, current }: { place: Place; current: boolean }) {
  return (
    <NavLink
      to={place.to}
      className={`${styles.place} ${current ? styles.current : ''}`}
      aria-current={current ? 'page' : undefined}
      title={place.label}
    >
      {place.icon}
      <span className={styles.label}>{place.label}</span>
    </NavLink>
  );
}

export function SideMenu() {
  const { t } = useTranslation('app');
  const { places, current } = usePlaces();
  return (
    <nav className={styles.side} aria-label={t('nav.label')}>
      <div className={styles.places}>
        {places.map((place) => (
          <PlaceLink key={place.to} place={place} current={place.to === current} />
        ))}
      </div>
    </nav>
  );
}

export function BottomBar() {
  const { t } = useTranslation('app');
  const { places, current } = usePlaces();
  const [open, setOpen] = useState(false);
  const [asked, setAsked] = useState(false);
  const show = (): void => {
    setAsked(true);
    setOpen(true);
  };
  return (
    <nav className={styles.bottom} aria-label={t('nav.label')}>
      {places.map((place) => (
        <PlaceLink key={place.to} place={place} current={place.to === current} />
      ))}
      <button type="button" className={styles.place} onClick={show} aria-haspopup="dialog">
        <UserOutlined aria-hidden />
        <span className={styles.label}>{t('nav.me')}</span>
      </button>
      {asked && (
        <Suspense>
          <AccountDrawer open={open} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </nav>
  );
}
