import type {
  ChargeDecision,
  ChargeLine,
  ChargeReason,
  Component,
  CostClass,
  Policy,
  RuleReference as EngineRule,
  Verdict,
} from '@aftercare/policy-engine';
import type { Sentence } from '../../platform/errors';
import type { LabelledStamp } from '../equipment';
import { ruleReference } from '../policy';
import type { ChargeDecisionLine } from './charge.types';
import { labelOf } from './missing-in-words';

const costNames: Record<CostClass, Sentence> = {
  parts: { zh: '配件', en: 'parts' },
  labour: { zh: '人工', en: 'labour' },
  travel: { zh: '差旅', en: 'travel' },
};

const startNames: Record<string, Sentence> = {
  shipment: { zh: '发货', en: 'shipment' },
  receipt: { zh: '收货', en: 'receipt' },
  installation: { zh: '安装', en: 'installation' },
  acceptance: { zh: '验收', en: 'acceptance' },
};

/**
 * What the covers of a machine are called, by stamp, and its components, by key. It is frozen with the decision, as the
 * stamps are (W1, W6).
 */
export interface NamedCovers {
  stamps: Readonly<Record<string, { label: Sentence; component?: Component; rule: EngineRule }>>;
  components: Readonly<Record<string, string>>;
}

export const namedCovers = (
  stamps: readonly LabelledStamp[],
  components: ReadonlyArray<{ key: string; name: string }>,
): NamedCovers => ({
  stamps: Object.fromEntries(
    stamps.map(({ label, stamp: { id, term, component, source } }) => [
      id,
      { label, ...(component && { component }), rule: { id: term ?? 'repair', source } },
    ]),
  ),
  components: Object.fromEntries(components.map(({ key, name }) => [key, name])),
});

/** A decision as the API tells it. */
export function decisionLine(
  policy: Policy,
  decision: ChargeDecision,
  lines: readonly ChargeLine[],
  covers: NamedCovers,
): ChargeDecisionLine {
  const { line, outcome, borne, asked, goodwill, price, cover, reasons, overridden } = decision;
  const given = lines.find(({ id }) => id === line);
  return {
    line,
    costClass: given?.costClass ?? 'parts',
    part: given?.part ?? null,
    outcome,
    borne,
    waived: goodwill?.percent ?? 0,
    asked,
    priceBasis: price?.basis ?? null,
    priceRule: price ? ruleReference(price.rule) : null,
    coveredUntil: cover?.lastDay ?? null,
    reasons: reasons.map((reason) => {
      const found = ruleOf(policy, reason, covers);
      const rule = found && ruleReference(found);
      const message = reasonInWords(policy, reason, given, covers);
      return {
        code: reason.code,
        message: rule ? citing(message, rule) : message,
        clause: rule?.clause ?? null,
        rule,
      };
    }),
    overridden: overridden !== null,
  };
}

/** What a reason goes by: the list or void reason that decided, or else the term of the cover. */
function ruleOf({ warranty }: Policy, reason: ChargeReason, { stamps }: NamedCovers): EngineRule | null {
  switch (reason.code) {
    case 'APART':
      return { id: 'apart', source: reason.source };
    case 'WEAR_PART':
      return { id: 'wear-parts', source: reason.source };
    case 'VOID':
      return { id: reason.reason, source: reason.source };
    case 'VOID_WITHOUT_EVIDENCE':
    case 'VOID_UNKNOWN': {
      const known = warranty?.voidReasons.find(({ key }) => key === reason.reason);
      return known ? { id: known.key, source: known.source } : null;
    }
    default:
      return stamps[reason.stamp]?.rule ?? null;
  }
}

const citing = ({ zh, en }: Sentence, { clause }: { clause: { id: string } | null }): Sentence =>
  clause
    ? both(`${zh}（${clause.id}）`, `${en} (${clause.id})`)
    : both(`${zh}（默认设置，非条款）`, `${en} (default setting, not a clause)`);

/** Why a cover bears a line or does not, in a sentence that begins with what the cover is called. */
function reasonInWords(
  policy: Policy,
  reason: ChargeReason,
  line: ChargeLine | undefined,
  covers: NamedCovers,
): Sentence {
  if (!('stamp' in reason)) return claimInWords(policy, reason);
  const { zh, en } = verdictInWords(policy, reason, line, covers);
  const cover = covers.stamps[reason.stamp];
  if (!cover) return { zh, en };
  const of = cover.component && componentInWords(cover.component, covers);
  return both(
    `“${cover.label.zh}”${of ? `（${of.zh}）` : ''}：${zh}`,
    `"${cover.label.en}"${of ? ` (${of.en})` : ''}: ${en}`,
  );
}

/** By the name that the configuration sheet gives it, which is written in the language of the house. */
function componentInWords({ key, serial }: Component, { components }: NamedCovers): Sentence {
  const one = (name: string) => (serial === undefined ? name : `${name} ${serial}`);
  return both(one(components[key] ?? key), one(key));
}

function claimInWords(policy: Policy, { code, reason }: Exclude<ChargeReason, Verdict>): Sentence {
  if (code === 'VOID_UNKNOWN')
    return both(`规则中没有“${reason}”这一失效原因`, `The policy knows no void reason "${reason}"`);
  const { zh, en } = labelOf(policy.warranty?.voidReasons ?? [], reason);
  return both(`“${zh}”没有凭据，不予采信`, `"${en}" was claimed without evidence and does not count`);
}

function verdictInWords(
  policy: Policy,
  reason: Verdict,
  line: ChargeLine | undefined,
  covers: NamedCovers,
): Sentence {
  switch (reason.code) {
    case 'BEARS':
      return both(
        `在保，保至 ${reason.lastDay}，承担 ${reason.percent}%${reason.unread ? '（未读取计数表）' : ''}`,
        `covered until ${reason.lastDay}, ${reason.percent} % borne${reason.unread ? ' (no meter reading given)' : ''}`,
      );
    case 'LATER_IN_ORDER':
      return both(
        `也保至 ${reason.lastDay}（${reason.percent}%），按顺序排在其后，未动用`,
        `also covers until ${reason.lastDay} (${reason.percent} %), but comes later in order`,
      );
    case 'APART':
      return both('该类服务不占用质保', 'requests of this type do not touch the warranty');
    case 'REPLACED':
      return both(
        `已于 ${reason.on} 更换为 ${reason.by}，原保修终止`,
        `replaced by ${reason.by} on ${reason.on}; the old cover ended`,
      );
    case 'OTHER_COMPONENT': {
      const asked = line?.component && componentInWords(line.component, covers);
      return asked
        ? both(
            `只保修该部件，本项目针对“${asked.zh}”`,
            `for this component only; the line is for ${asked.en}`,
          )
        : both('只保修该部件，本项目未注明部件', 'for this component only; the line names none');
    }
    case 'OTHER_REPAIR':
      return both('只针对该次维修，本项目不是其返修', 'for that repair only, which the line does not repeat');
    case 'COST_CLASS_NOT_COVERED': {
      const { zh, en } = costNames[reason.costClass];
      return both(`不含${zh}费`, `does not include ${en}`);
    }
    case 'OWN_TERM': {
      const { zh, en } = componentInWords(reason.component, covers);
      return both(`部件“${zh}”另有单独的保修期`, `the component ${en} has a term of its own`);
    }
    case 'EXPIRED':
      return both(
        `已过保，保至 ${reason.lastDay}，报修日 ${reason.reportedOn}`,
        `expired; covered until ${reason.lastDay}, reported on ${reason.reportedOn}`,
      );
    case 'NOT_BEGUN':
      if ('firstDay' in reason) {
        return both(
          `保修自 ${reason.firstDay} 起，报修日 ${reason.reportedOn}`,
          `begins on ${reason.firstDay}, reported on ${reason.reportedOn}`,
        );
      }
      return both(
        `保修尚未开始，等待登记${reason.waitsFor.map((basis) => startNames[basis]?.zh).join('或')}日期`,
        `not begun: the date of ${reason.waitsFor.map((basis) => startNames[basis]?.en).join(' or ')} is not known`,
      );
    case 'METER_REACHED':
      return both(
        `计数表 ${reason.meter} 读数 ${reason.reading}，已达上限 ${reason.until}`,
        `the meter ${reason.meter} reads ${reason.reading}; the cover ended at ${reason.until}`,
      );
    case 'WEAR_PART':
      return both(
        `${reason.part} 为易损件，不在保修范围`,
        `${reason.part} is a wear part, outside the warranty`,
      );
    case 'VOID': {
      const { zh, en } = labelOf(policy.warranty?.voidReasons ?? [], reason.reason);
      return both(`保修因“${zh}”失效`, `void because of "${en}"`);
    }
  }
}

const both = (zh: string, en: string): Sentence => ({ zh, en });
