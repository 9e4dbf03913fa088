import type { Fact, FactOf } from '../facts/index.js';
import { checkUnique, tellEarlier } from './check-keys.js';
import type { Report } from './problem.js';

/** A fact and where it stands. */
type Placed<Each extends Fact = Fact> = readonly [fact: Each, path: string];

/** Notes facts that cannot have happened so, in whatever order. */
export function checkFacts(facts: readonly Fact[], report: Report): void {
  const placed = facts.map((fact, index): Placed => [fact, `[${index}]`]);
  checkReports(ofKinds(placed, 'reported'), report);
  checkPauses(ofKinds(placed, 'paused'), ofKinds(placed, 'resumed'), report);
  checkLives(ofKinds(placed, 'closed', 'merged', 'reopened'), report);
  for (const each of placed) checkMoments(each, report);
}

function ofKinds<Kind extends Fact['kind']>(
  placed: readonly Placed[],
  ...kinds: Kind[]
): Placed<FactOf<Kind>>[] {
  return placed.filter((each): each is Placed<FactOf<Kind>> => kinds.some((kind) => kind === each[0].kind));
}

function checkReports([first, ...others]: readonly Placed[], report: Report): void {
  if (!first)
    report('', '缺少报修（reported）；请补上。', 'No report is among the facts; add the fact reported.');
  for (const [, path] of others)
    report(path, '一张工单只能报修一次；请删除此项。', 'A ticket is reported once; remove this.');
}

function checkMoments([fact, path]: Placed, report: Report): void {
  const { kind, at } = fact;
  if (at > fact.recordedAt) tellEarlier(`${path}.recordedAt`, 'at', report);
  if (kind === 'absorbed' && fact.reportedAt > at) tellEarlier(`${path}.at`, 'reportedAt', report);
  if (kind === 'agreed' && fact.due <= at) tellEarlier(`${path}.due`, 'at', report);
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
    if (fitting < 0 && open)
      report(
        path,
        '重新打开之前没有关闭；请补上，或删除此项。',
        'Reopened, but not closed before; add that, or remove this.',
      );
    if (fitting < 0 && !open)
      report(
        path,
        '工单已经关闭；请先重新打开，或删除此项。',
        'The ticket is closed already; reopen it before, or remove this.',
      );
    open = fact.kind === 'reopened';
  }
}
