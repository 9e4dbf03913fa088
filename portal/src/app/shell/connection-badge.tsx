import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useConnection, type Connection } from '../../shared/hooks/use-connection';
import styles from './connection-badge.module.css';

const dots: Record<Connection, string | undefined> = {
  idle: undefined,
  connecting: styles.waiting,
  live: styles.live,
  reconnecting: styles.waiting,
  offline: styles.cut,
  stopped: styles.cut,
};

/** Whether changes arrive by themselves; says so for a moment when everything missed has been caught up. */
export function ConnectionBadge() {
  const { t } = useTranslation('app');
  const connection = useConnection();
  const caughtUp = useCaughtUp(connection);
  if (connection === 'idle') return null;
  const words = caughtUp ? t('connection.caughtUp') : t(`connection.${connection}.name`);
  return (
    <span className={styles.badge} role="status" title={t(`connection.${connection}.text`)}>
      <span className={`${styles.dot} ${dots[connection]}`} aria-hidden />
      <span className={styles.words}>{words}</span>
    </span>
  );
}

function useCaughtUp(connection: Connection): boolean {
  const [before, setBefore] = useState(connection);
  const [caughtUp, setCaughtUp] = useState(false);
  if (before !== connection) {
    setBefore(connection);
    setCaughtUp(connection === 'live' && (before === 'reconnecting' || before === 'offline'));
  }
  useEffect(() => {
    if (!caughtUp) return undefined;
    const timer = setTimeout(() => setCaughtUp(false), 4_000);
    return () => clearTimeout(timer);
  }, [caughtUp]);
  return caughtUp;
}
