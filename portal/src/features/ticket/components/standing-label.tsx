import {
  CheckCircleOutlined,
  ClockCircleOutlined,
  CloseCircleOutlined,
  ExclamationCircleFilled,
  HourglassOutlined,
  MinusCircleOutlined,
  PauseCircleOutlined,
} from '@ant-design/icons';
import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClockKind } from '../../../gql/graphql';
import { lengthWords } from '../../../shared/format/duration';
import { useServerClock } from '../../../shared/hooks/use-server-clock';
import { Label } from '../../../shared/ui/label';
import { standing, standingTones, timeLeft, type ClockTimes, type Standing } from '../promise';

const icons: Record<Standing, ReactNode> = {
  notStarted: <MinusCircleOutlined aria-hidden />,
  good: <ClockCircleOutlined aria-hidden />,
  soon: <HourglassOutlined aria-hidden />,
  overdue: <ExclamationCircleFilled aria-hidden />,
  paused: <PauseCircleOutlined aria-hidden />,
  met: <CheckCircleOutlined aria-hidden />,
  missed: <CloseCircleOutlined aria-hidden />,
  cancelled: <MinusCircleOutlined aria-hidden />,
  noTarget: <MinusCircleOutlined aria-hidden />,
};

/** How a promise stands now, counting down by the server's clock: `剩 3 小时 20 分`. */
export function StandingLabel({ clock, kind }: { clock: ClockTimes; kind?: ClockKind }) {
  const { t } = useTranslation('shared');
  const now = useServerClock((time) => standing(clock, time));
  const words = useServerClock((time) => standingWords(clock, time, t));
  return (
    <Label tone={standingTones[now]} icon={icons[now]}>
      {kind && `${t(`clockKind.${kind}`)} `}
      <span className="ac-number">{words}</span>
    </Label>
  );
}

function standingWords(clock: ClockTimes, now: number, t: TFunction<'shared'>): string {
  const left = timeLeft(clock, now);
  switch (standing(clock, now)) {
    case 'good':
    case 'soon':
      return t('chip.left', { length: lengthWords(left ?? 0, t) });
    case 'overdue':
      return t('chip.over', { length: lengthWords(left ?? 0, t) });
    case 'notStarted':
      return t('chip.notStarted');
    case 'paused':
      return t('chip.paused');
    case 'noTarget':
      return t('chip.noTarget');
    default:
      return t(`clockState.${clock.state}`);
  }
}
