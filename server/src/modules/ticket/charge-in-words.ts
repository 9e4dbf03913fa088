import type {
  ChargeDecision,
  ChargeLine,
  ChargeReason,
  CostClass,
  Policy,
  RuleSource,
} from '@aftercare/policy-engine';
import { clause } from '@aftercare/rulebooks';
import type { Sentence } from '../../platform/errors';
import { ruleReference } from '../policy';
import type { ChargeDecisionLine } from './charge.types';
import { clauseOf, labelOf } from './missing-in-words';

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

/** A decision as the API tells it. */
export function decisionLine(
  policy: Policy,
  decision: ChargeDecision,
  lines: readonly ChargeLine[],
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
      const source = 'source' in reason ? clauseOf(reason.source) : sourceOfTerm(policy, reason);
      return {
        code: reason.code,
        message: reasonInWords(policy, reason),
        clause: source === null ? null : { ...clause(source) },
      };
    }),
    overridden: overridden !== null,
  };
}

/** The clause of the term that a verdict is about. */
function sourceOfTerm({ warranty }: Policy, reason: ChargeReason): string | null {
  if (!('stamp' in reason)) return null;
  const term = warranty?.terms.find(({ id }) => reason.stamp === id || reason.stamp.startsWith(`${id}/`));
  const source: RuleSource | undefined =
    term?.source ?? (reason.scope === 'repair' ? warranty?.repair?.source : undefined);
  return source ? clauseOf(source) : null;
}

/** Why a cover bears a line or does not, in a sentence. */
export function reasonInWords(policy: Policy, reason: ChargeReason): Sentence {
  switch (reason.code) {
    case 'BEARS':
      return both(
        `在保：保至 ${reason.lastDay}，承担 ${reason.percent}%${reason.unread ? '（未读取计数表）' : ''}`,
        `Covered until ${reason.lastDay}, ${reason.percent} % borne${reason.unread ? ' (no meter reading given)' : ''}`,
      );
    case 'LATER_IN_ORDER':
      return both(
        `另有保修至 ${reason.lastDay}（${reason.percent}%），按顺序未动用`,
        `Another cover until ${reason.lastDay} (${reason.percent} %) comes later in order`,
      );
    case 'APART':
      return both('该类服务不占用质保', 'Requests of this type do not touch the warranty');
    case 'REPLACED':
      return both(
        `部件已于 ${reason.on} 更换为 ${reason.by}，原保修终止`,
        `Replaced by ${reason.by} on ${reason.on}; the old cover ended`,
      );
    case 'OTHER_COMPONENT':
      return both('该保修只针对其他部件', 'This cover is for another component');
    case 'OTHER_REPAIR':
      return both('该保修只针对另一次维修', 'This cover is for another repair');
    case 'COST_CLASS_NOT_COVERED': {
      const { zh, en } = costNames[reason.costClass];
      return both(`该保修不含${zh}费`, `This cover does not include ${en}`);
    }
    case 'OWN_TERM':
      return both('该部件另有单独的保修期', 'The component has a term of its own');
    case 'EXPIRED':
      return both(
        `已过保：保修至 ${reason.lastDay}，报修日 ${reason.reportedOn}`,
        `Expired: covered until ${reason.lastDay}, reported on ${reason.reportedOn}`,
      );
    case 'NOT_BEGUN':
      if ('firstDay' in reason) {
        return both(`保修自 ${reason.firstDay} 起`, `The cover begins on ${reason.firstDay}`);
      }
      return both(
        `保修尚未开始，等待登记${reason.waitsFor.map((basis) => startNames[basis]?.zh).join('或')}日期`,
        `Not begun: the date of ${reason.waitsFor.map((basis) => startNames[basis]?.en).join(' or ')} is not known`,
      );
    case 'METER_REACHED':
      return both(
        `计数已达上限：${reason.reading}，上限 ${reason.until}`,
        `The meter reads ${reason.reading}; the cover ended at ${reason.until}`,
      );
    case 'WEAR_PART':
      return both(
        `${reason.part} 为易损件，不在保修范围`,
        `${reason.part} is a wear part, outside the warranty`,
      );
    case 'VOID': {
      const { zh, en } = labelOf(policy.warranty?.voidReasons ?? [], reason.reason);
      return both(`保修失效：${zh}`, `Void: ${en}`);
    }
    case 'VOID_WITHOUT_EVIDENCE': {
      const { zh, en } = labelOf(policy.warranty?.voidReasons ?? [], reason.reason);
      return both(`“${zh}”没有凭据，不予采信`, `"${en}" was claimed without evidence and does not count`);
    }
    case 'VOID_UNKNOWN':
      return both(
        `规则中没有“${reason.reason}”这一失效原因`,
        `The policy knows no void reason "${reason.reason}"`,
      );
  }
}

const both = (zh: string, en: string): Sentence => ({ zh, en });
