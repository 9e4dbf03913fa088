import type { TFunction } from 'i18next';
import type { ClockKind, DurationBasis, DurationUnit } from '../../gql/graphql';

/** Words of the `shared` texts. */
export type SharedText = TFunction<'shared'>;

export interface Target {
  amount: number;
  unit: DurationUnit;
  basis: DurationBasis;
}

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** A length of time in at most two units, rounded down: `2 天 4 小时`, `3 小时 20 分`, `不到 1 分钟`. */
export function lengthWords(milliseconds: number, t: SharedText): string {
  const length = Math.abs(milliseconds);
  if (length < minute) return t('length.underOneMinute');
  const days = Math.floor(length / day);
  const hours = Math.floor((length % day) / hour);
  const minutes = Math.floor((length % hour) / minute);
  const parts =
    days >= 2
      ? [days && t('length.days', { count: days }), hours && t('length.hours', { count: hours })]
      : [
          days * 24 + hours && t('length.hours', { count: days * 24 + hours }),
          minutes && t('length.minutes', { count: minutes }),
        ];
  return parts.filter(Boolean).join(' ');
}

/** A target as a promise: `24 小时内响应（自然时间）`, `Respond within 24 hours (around the clock)`. */
export function promiseWords(kind: ClockKind, target: Target, t: SharedText): string {
  const act = t(`clockAct.${kind}`);
  if (target.basis === 'WORKING_DAYS') return t('promise.withinWorkingDays', { act, count: target.amount });
  const length = t(`target.${target.unit}`, { count: target.amount });
  return t('promise.within', { act, length, basis: t(`basis.${target.basis}`) });
}
