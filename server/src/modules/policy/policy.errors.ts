import type { Problem } from '@aftercare/policy-engine';
import { Refusal, Refusals } from '../../platform/errors';

/** Everything that is wrong with what was to be published, each with its place. */
export const notSound = (problems: readonly Problem[]) =>
  new Refusals(
    problems.map(({ path, message }) => new Refusal('INVALID', path.match(/[^.[\]]+/g) ?? [], message)),
  );

export const inThePast = () =>
  new Refusal('INVALID', ['effectiveFrom'], {
    zh: '生效时间不能早于现在：已受理的工单按当时的政策执行。请改为现在或以后。',
    en: 'A version cannot take effect in the past, where requests were already judged by another; choose now or later.',
  });
