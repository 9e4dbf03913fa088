import { useServerClock } from '../hooks/use-server-clock';
import { useTimeFormat } from '../hooks/use-time-format';

/** An instant in the house's time zone, the exact one on hover. */
export function Moment({ at }: { at: string }) {
  const { moment, full } = useTimeFormat();
  const words = useServerClock((now) => moment(at, now));
  return (
    <time dateTime={at} title={full(at)}>
      {words}
    </time>
  );
}
