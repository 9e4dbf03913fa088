import { Alert } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useConnection } from '../../shared/hooks/use-connection';

/** A short stutter of the network is not worth a word; this many ms of it are. */
const patience = 1_500;

/** Says that what is shown may be old, as long as that is so. */
export function ConnectionBanner() {
  const { t } = useTranslation('app');
  const connection = useConnection();
  const cutOff = connection === 'offline' || connection === 'reconnecting' || connection === 'stopped';
  const [shown, setShown] = useState(false);

  useEffect(() => {
    const timer = setTimeout(() => setShown(cutOff), cutOff ? patience : 0);
    return () => clearTimeout(timer);
  }, [cutOff]);

  if (!shown || !cutOff) return null;
  return <Alert banner type="warning" role="status" title={t(`connection.${connection}.text`)} />;
}
