import type { Fact, FactOf } from '../facts/index.js';
import type { Policy } from '../policy/index.js';
import { checkKnown, checkUnique, tellEarlier } from './check-keys.js';
import type { Report } from './problem.js';

type Placed<Each extends Fact = Fact> = readonly [fact: Each, index: number];

/** Notes facts that name what the policy does not have, and facts that cannot have happened so, in whatever order. */
export function checkFacts(policy: Policy, facts: readonly Fact[], report: Report): void {
  checkNames(policy, facts, report);
  const placed = facts.map((fact, index): Placed => [fact, index]);
  checkReports(ofKinds(placed, 'reported'), report);
  checkPauses(ofKinds(placed, 'paused'), ofKinds(placed, 'resumed'), report);
  checkLives(ofKinds(placed, 'closed', 'merged', 'reopened'), report);
  facts.forEach((fact, index) => checkMoments(fact, `[${index}]`, report));
}

function ofKinds<Kind extends Fact['kind']>(
  placed: readonly Placed[],
  ...kinds: Kind[]
): Placed<FactOf<Kind>>[] {
  return placed.filter((each): each is Placed<FactOf<Kind>> => kinds.some((kind) => kind === each[0].kind));
}

function checkNames(policy: Policy, facts: readonly Fact[], report: Report): void {
  const keys = (items: readonly { readonly key: string }[] = []) => items.map(({ key }) => key);
  const requestTypes = keys(policy.requestTypes);
  const severities = keys(policy.severity?.classes);
  const records = keys(policy.records);
  const reasons = keys(policy.pauseReasons);
  const states = keys(policy.workflow.states);
  const approvals = keys(policy.workflow.approvals);
  facts.forEach((fact, index) => {
    const known = (field: string, key: string, there: readonly string[]) => {
      checkKnown(key, there, `[${index}].${field}`, report);
    };
    if (fact.kind === 'reported') {
      known('requestType', fact.requestType, requestTypes);
      if (fact.severity !== undefined) known('severity', fact.severity, severities);
    } else if (fact.kind === 'severity-set') known('severity', fact.severity, severities);
    else if (fact.kind === 'recorded') known('record', fact.record, records);
    else if (fact.kind === 'paused') known('reason', fact.reason, reasons);
    else if (fact.kind === 'state-entered') known('state', fact.state, states);
    else if (fact.kind === 'approval') known('approval', fact.approval, approvals);
  });
}

function checkReports(reports: readonly Placed[], report: Report): void {
  if (reports.length === 0) {
    report('', {
      zh: '缺少报修（reported），请补上。',
      en: 'No report is among the facts; add the fact reported.',
    });
  }
  for (const [, index] of reports.slice(1)) {
    report(`[${index}]`, {
      zh: '一张工单只能报修一次；请删除，或另建工单。',
      en: 'A ticket is reported once; remove this, or make another ticket.',
    });
  }
}

function checkMoments(fact: Fact, path: string, report: Report): void {
  if (fact.at > fact.recordedAt) {
    tellEarlier(`${path}.recordedAt`, 'at', report);
  }
  if (fact.kind === 'absorbed' && fact.reportedAt > fact.at) {
    tellEarlier(`${path}.at`, 'reportedAt', report);
  }
  if (fact.kind === 'agreed' && fact.due <= fact.at) {
    tellEarlier(`${path}.due`, 'at', report);
  }
}

function checkPauses(
  paused: readonly Placed<FactOf<'paused'>>[],
  resumed: readonly Placed<FactOf<'resumed'>>[],
  report: Report,
): void {
  const begun = new Map<string, number>();
  for (const [{ pause, at }] of paused) {
    if (!begun.has(pause)) begun.set(pause, at);
  }
  checkUnique(
    paused.map(([{ pause }]) => pause),
    (place) => `[${paused[place]?.[1]}].pause`,
    report,
  );
  for (const [{ pause, at }, index] of resumed) {
    if ((begun.get(pause) ?? Infinity) <= at) continue;
    report(`[${index}].pause`, {
      zh: `此前没有暂停“${pause}”；请补上，或更正编号和时间。`,
      en: `No pause "${pause}" began before; add it, or correct id or moment.`,
    });
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
    const [turn = next] = left.splice(Math.max(fitting, 0), 1);
    if (fitting === -1) {
      report(
        `[${turn[1]}]`,
        open
          ? {
              zh: '重新打开之前没有关闭；请补上关闭，或更正时间。',
              en: 'Reopened, but not closed before; add the closing, or correct the moment.',
            }
          : {
              zh: '工单已经关闭；请先重新打开，或删除此项。',
              en: 'The ticket is closed already; reopen it before, or remove this.',
            },
      );
    }
    open = turn[0].kind === 'reopened';
  }
}
