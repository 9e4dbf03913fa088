import type { Calendar } from '../calendar/index.js';
import type { Fact, FactOf } from '../facts/index.js';
import { checkKnown, checkUnique, tellEarlier, tellMissing } from './check-keys.js';
import type { Report } from './problem.js';

const tenYears = 3_653 * 24 * 3_600_000;

/** A fact and where it stands. */
type Placed<Each extends Fact = Fact> = readonly [fact: Each, path: string];

/**
 * Notes facts that cannot have happened so, in whatever order; and versions that are pinned but not among the calendars,
 * if those are given.
 */
export function checkFacts(facts: readonly Fact[], report: Report, calendars?: readonly Calendar[]): void {
  const placed = facts.map((fact, index): Placed => [fact, `[${index}]`]);
  const reports = ofKinds(placed, 'reported');
  const turns = ofKinds(placed, 'closed', 'merged', 'reopened');
  checkReports(reports, report);
  checkPauses(ofKinds(placed, 'paused'), ofKinds(placed, 'resumed'), report);
  checkLives(turns, report);
  for (const each of placed) checkMoments(each, report);
  const [reported] = reports;
  for (const [{ at }, path] of turns)
    if (reported && at < reported[0].at) tellEarlier(`${path}.at`, `${reported[1]}.at`, report);
  const versions = calendars?.map(nameOf);
  for (const [pin, path] of ofKinds(placed, 'calendar-pinned'))
    if (versions) checkKnown(nameOf({ ...pin, key: pin.calendar }), versions, `${path}.version`, report);
}

const nameOf = ({ key, version }: Pick<Calendar, 'key' | 'version'>) => `${key} ${version}`;

function ofKinds<Kind extends Fact['kind']>(
  placed: readonly Placed[],
  ...kinds: Kind[]
): Placed<FactOf<Kind>>[] {
  return placed.filter((each): each is Placed<FactOf<Kind>> => kinds.some((kind) => kind === each[0].kind));
}

function checkReports([first, ...others]: readonly Placed[], report: Report): void {
  if (!first) tellMissing('', 'reported', report);
  for (const [, path] of others)
    report(path, '一张工单只能报修一次；请删除此项。', 'A ticket is reported once; remove this.');
}

function checkMoments([fact, path]: Placed, report: Report): void {
  const { kind, at } = fact;
  if (at > fact.recordedAt) tellEarlier(`${path}.recordedAt`, 'at', report);
  if (kind === 'absorbed' && fact.reportedAt > at) tellEarlier(`${path}.at`, 'reportedAt', report);
  if (kind !== 'agreed') return;
  if (fact.due <= at) tellEarlier(`${path}.due`, 'at', report);
  if (fact.due - at > tenYears)
    report(`${path}.due`, '距 at 超过十年；请更正。', 'More than ten years after at; correct it.');
}

function checkPauses(
  paused: readonly Placed<FactOf<'paused'>>[],
  resumed: readonly Placed<FactOf<'resumed'>>[],
  report: Report,
): void {
  checkUnique(
    paused.map(([{ pause }]) => pause),
    (index) => `${paused[index]?.[1]}.pause`,
    report,
  );
  for (const [{ pause, at }, path] of resumed) {
    const begun = paused.find(([each]) => each.pause === pause);
    if (begun && begun[0].at <= at) continue;
    report(
      `${path}.pause`,
      `此前没有暂停“${pause}”；请补上，或更正编号或时间。`,
      `No pause "${pause}" began before; add it, or correct id or moment.`,
    );
  }
}

/** Closing and reopening take turns; those of one moment in whatever order makes sense. */
function checkLives(
  turns: readonly Placed<FactOf<'closed' | 'merged' | 'reopened'>>[],
  report: Report,
): void {
  const left = [...turns].sort(([a], [b]) => a.at - b.at);
  let open = true;
  for (let next = left[0]; next; next = left[0]) {
    const { at } = next[0];
    const fitting = left.findIndex(([fact]) => fact.at === at && (fact.kind === 'reopened') !== open);
    const [[fact, path] = next] = left.splice(Math.max(fitting, 0), 1);
    if (fitting < 0) tellMissing(path, open ? 'closed' : 'reopened', report);
    open = fact.kind === 'reopened';
  }
}
