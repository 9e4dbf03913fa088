import type { Role } from '@aftercare/contract';
import { roleLabels } from '@aftercare/contract';
import type { ClockKind, Missing, Policy, Refusal, RuleSource } from '@aftercare/policy-engine';
import type { Sentence } from '../../platform/errors';

/** What people call the kinds of promise. */
export const clockNames: Record<ClockKind, Sentence> = {
  response: { zh: '响应', en: 'response' },
  assignment: { zh: '派工', en: 'assignment' },
  contact: { zh: '联系客户', en: 'contact' },
  guidance: { zh: '远程指导', en: 'remote guidance' },
  answer: { zh: '答复', en: 'answer' },
  arrival: { zh: '到场', en: 'arrival' },
  duration: { zh: '工期', en: 'duration' },
  resolution: { zh: '修复', en: 'resolution' },
  return: { zh: '退换货', en: 'return' },
  'follow-up': { zh: '回访', en: 'return visit' },
};

const dimensionNames: Record<string, Sentence> = {
  requestType: { zh: '该服务类型', en: 'requests of this type' },
  severity: { zh: '该严重等级', en: 'this severity' },
  region: { zh: '该地区', en: 'this region' },
  channel: { zh: '该渠道', en: 'this channel' },
  customerGroup: { zh: '该客户', en: 'this customer' },
  coverage: { zh: '该保修结论', en: 'this warranty decision' },
};

/** Roles as people call them: 经理或调度, "Manager or Dispatcher". */
export function rolesInWords(roles: readonly string[]): Sentence {
  const labels = roles.map((role) => roleLabels[role as Role] ?? { zh: role, en: role });
  return {
    zh: labels.map(({ zh }) => zh).join('或'),
    en: labels.map(({ en }) => en).join(' or '),
  };
}

/** Why a step may not be taken, and the remedy, in a sentence for each thing that is missing. */
export function refusedInWords(
  policy: Policy,
  step: string,
  { reason, allowed, missing }: Refusal,
): Sentence {
  const label = (key: string) => labelOf(policy.workflow.transitions, key);
  if (reason === 'UNKNOWN_TRANSITION') {
    const instead = otherSteps(allowed.map((key) => withKey(label(key), key)));
    return {
      zh: `工作流中没有“${step}”这一步，${instead.zh}。`,
      en: `The workflow has no step "${step}"; ${instead.en}.`,
    };
  }
  if (reason !== 'MISSING') {
    const instead = otherSteps(allowed.map(label));
    return {
      zh: `当前状态下不能“${label(step).zh}”，${instead.zh}。`,
      en: `"${label(step).en}" is not possible in this state; ${instead.en}.`,
    };
  }
  const parts = missing.map((each) => missingInWords(policy, each));
  return {
    zh: `还不能“${label(step).zh}”：${parts.map(({ zh }) => zh).join('；')}。`,
    en: `"${label(step).en}" is not possible yet: ${parts.map(({ en }) => en).join('; ')}.`,
  };
}

/** With the key that the API knows it by. */
const withKey = ({ zh, en }: Sentence, key: string): Sentence => ({
  zh: `${zh}（${key}）`,
  en: `${en} (${key})`,
});

const otherSteps = (open: readonly Sentence[]): Sentence =>
  open.length > 0
    ? {
        zh: `可以：${open.map(({ zh }) => zh).join('、')}`,
        en: `possible are: ${open.map(({ en }) => en).join(', ')}`,
      }
    : {
        zh: '目前也没有可办理的步骤；请查看各步骤还缺什么，工单已结束的请另建工单',
        en: 'no other step is at the moment. See what the steps wait for, or file another ticket if this one is over',
      };

/** One thing that a step waits for, with the clause that asks for it. */
export function missingInWords(policy: Policy, missing: Missing): Sentence {
  const said = inWords(policy, missing);
  const clause = clauseOf(missing.source);
  return clause ? { zh: `${said.zh}（${clause}）`, en: `${said.en} (${clause})` } : said;
}

function inWords(policy: Policy, missing: Missing): Sentence {
  switch (missing.kind) {
    case 'NOT_OFFERED': {
      const what = dimensionNames[missing.dimension] ?? { zh: '该工单', en: 'this ticket' };
      return { zh: `${what.zh}没有这一步`, en: `it is not offered for ${what.en}` };
    }
    case 'ROLE': {
      const roles = rolesInWords(missing.roles);
      return { zh: `须由${roles.zh}操作`, en: `it is for ${roles.en} to do` };
    }
    case 'RECORD': {
      const { zh, en } = labelOf(policy.records ?? [], missing.record);
      return { zh: `缺少记录“${zh}”`, en: `the record "${en}" is missing` };
    }
    case 'APPROVAL': {
      const { zh, en } = labelOf(policy.workflow.approvals ?? [], missing.approval);
      const by = rolesInWords(missing.by);
      if (missing.toWriteDown.length > 0) {
        return {
          zh: `“${zh}”的口头批准尚未补签`,
          en: `the oral approval "${en}" has yet to be written down`,
        };
      }
      if (missing.status === 'asked') {
        return { zh: `“${zh}”正等待${by.zh}批准`, en: `"${en}" waits for ${by.en}` };
      }
      return missing.status === 'refused'
        ? { zh: `“${zh}”未获批准，须重新提请`, en: `"${en}" was refused and has to be asked for again` }
        : { zh: `须先提请“${zh}”，由${by.zh}批准`, en: `"${en}" has to be asked for; ${by.en} decides` };
    }
    case 'AGREEMENT': {
      const { zh, en } = clockNames[missing.clock];
      return { zh: `尚未与客户约定${zh}时间`, en: `no date of ${en} was agreed with the customer` };
    }
    case 'OWNER':
      return { zh: '还没有负责人', en: 'nobody answers for the ticket yet' };
    case 'OPEN_CHILDREN':
      return {
        zh: `还有 ${missing.count} 张下级工单未结束`,
        en: `${missing.count} tickets below it are still open`,
      };
    case 'WINDOW':
      return {
        zh: '已过可重新打开的期限，请新建工单',
        en: 'the time for reopening is over; file a new ticket',
      };
    case 'MERGED':
      return { zh: '工单已并入另一张工单', en: 'another ticket goes on in its place' };
  }
}

export const clauseOf = (source: RuleSource): string | null =>
  source.kind === 'clause' ? source.clause : null;

/** The label of a thing of the policy; of an unknown one, its key. */
export function labelOf(list: ReadonlyArray<{ key: string; label: Sentence }>, key: string): Sentence {
  return list.find((each) => each.key === key)?.label ?? { zh: key, en: key };
}
