import type { Missing } from '@aftercare/policy-engine';
import { clockKinds } from '@aftercare/policy-engine';
import { templates } from '@aftercare/rulebooks';
import { clockNames, missingInWords, refusedInWords, rolesInWords } from './missing-in-words';

const r1 = templates.R1.policy;
const r4 = templates.R4.policy;
const ours = { kind: 'default' } as const;
const clause = (id: string) => ({ kind: 'clause', clause: id }) as const;
const approval = {
  kind: 'APPROVAL',
  approval: 'major-treatment',
  by: ['manager'],
  deputies: ['leader'],
  count: 1,
  toWriteDown: [] as string[],
  source: clause('R1-M11.2-2'),
} as const;

describe('what a step waits for, in words', () => {
  it.each<[Missing['kind'], Missing, string, string]>([
    [
      'NOT_OFFERED',
      { kind: 'NOT_OFFERED', dimension: 'requestType', allowed: ['repair'], source: ours },
      '该服务类型没有这一步',
      'it is not offered for requests of this type',
    ],
    [
      'NOT_OFFERED',
      { kind: 'NOT_OFFERED', dimension: 'severity', allowed: ['major'], source: clause('R1-M11.2-2') },
      '该严重等级没有这一步（R1-M11.2-2）',
      'it is not offered for this severity (R1-M11.2-2)',
    ],
    [
      'ROLE',
      { kind: 'ROLE', roles: ['parts', 'quality'], source: clause('R1-M6') },
      '须由备件或质量操作（R1-M6）',
      'it is for Parts or Quality to do (R1-M6)',
    ],
    [
      'RECORD',
      { kind: 'RECORD', record: 'accepted', since: null, source: clause('R1-C4') },
      '缺少记录“客户已签字确认”（R1-C4）',
      'the record "Signed by the customer" is missing (R1-C4)',
    ],
    [
      'APPROVAL',
      { ...approval, status: 'none' },
      '须先提请“重大质量问题处理审批”，由服务经理批准（R1-M11.2-2）',
      '"Approval of the treatment of a major issue" has to be asked for; Service manager decides (R1-M11.2-2)',
    ],
    [
      'APPROVAL',
      { ...approval, status: 'asked' },
      '“重大质量问题处理审批”正等待服务经理批准（R1-M11.2-2）',
      '"Approval of the treatment of a major issue" waits for Service manager (R1-M11.2-2)',
    ],
    [
      'APPROVAL',
      { ...approval, status: 'refused' },
      '“重大质量问题处理审批”未获批准，须重新提请（R1-M11.2-2）',
      '"Approval of the treatment of a major issue" was refused and has to be asked for again (R1-M11.2-2)',
    ],
    [
      'APPROVAL',
      { ...approval, status: 'given', toWriteDown: ['li'] },
      '“重大质量问题处理审批”的口头批准尚未补签（R1-M11.2-2）',
      'the oral approval "Approval of the treatment of a major issue" has yet to be written down (R1-M11.2-2)',
    ],
    [
      'AGREEMENT',
      { kind: 'AGREEMENT', clock: 'resolution', since: null, source: clause('R6-3.3') },
      '尚未与客户约定修复时间（R6-3.3）',
      'no date of resolution was agreed with the customer (R6-3.3)',
    ],
    [
      'OWNER',
      { kind: 'OWNER', source: clause('R10-G3') },
      '还没有负责人（R10-G3）',
      'nobody answers for the ticket yet (R10-G3)',
    ],
    [
      'OPEN_CHILDREN',
      { kind: 'OPEN_CHILDREN', count: 2, source: ours },
      '还有 2 张下级工单未结束',
      '2 tickets below it are still open',
    ],
    [
      'WINDOW',
      { kind: 'WINDOW', endedAt: null, remedy: 'NEW_TICKET', source: ours },
      '已过可重新打开的期限，请新建工单',
      'the time for reopening is over; file a new ticket',
    ],
    [
      'MERGED',
      { kind: 'MERGED', into: 'T-7', source: ours },
      '工单已并入另一张工单',
      'another ticket goes on in its place',
    ],
  ])('%s', (_kind, missing, zh, en) => {
    expect(missingInWords(r1, missing)).toEqual({ zh, en });
  });

  it('names a record that the policy no longer has by its key', () => {
    const { en } = missingInWords(r4, { kind: 'RECORD', record: 'survey', since: null, source: ours });
    expect(en).toBe('the record "survey" is missing');
  });
});

describe('why a step may not be taken', () => {
  it('names everything that is missing at once', () => {
    const missing: Missing[] = [
      { kind: 'OWNER', source: clause('R10-G3') },
      { kind: 'RECORD', record: 'explained', since: null, source: clause('R2-12') },
    ];
    expect(refusedInWords(r4, 'close', { reason: 'MISSING', allowed: [], missing })).toEqual({
      zh: '还不能“记录反馈并结案”：还没有负责人（R10-G3）；缺少记录“处理结果已向客户说明”（R2-12）。',
      en: '"Record feedback and close" is not possible yet: nobody answers for the ticket yet (R10-G3); the record "Result explained to the customer" is missing (R2-12).',
    });
  });

  it('names the steps that are possible instead, if there are any', () => {
    const refusal = { reason: 'NOT_FROM_THIS_STATE', missing: [] } as const;
    expect(refusedInWords(r4, 'close', { ...refusal, allowed: ['revise', 'cancel'] })).toEqual({
      zh: '当前状态下不能“记录反馈并结案”，可以：调整方案，重新报价、取消。',
      en: '"Record feedback and close" is not possible in this state; possible are: Revise the plan, Cancel.',
    });
    const unknown = { reason: 'UNKNOWN_TRANSITION', missing: [], allowed: ['revise', 'cancel'] } as const;
    expect(refusedInWords(r4, 'weld', unknown)).toEqual({
      zh: '工作流中没有“weld”这一步，可以：调整方案，重新报价（revise）、取消（cancel）。',
      en: 'The workflow has no step "weld"; possible are: Revise the plan (revise), Cancel (cancel).',
    });
  });

  it('says what to do where no other step is possible either', () => {
    const refusal = { reason: 'NOT_FROM_THIS_STATE', missing: [], allowed: [] } as const;
    expect(refusedInWords(r4, 'close', refusal)).toEqual({
      zh: '当前状态下不能“记录反馈并结案”，目前也没有可办理的步骤；请查看各步骤还缺什么，工单已结束的请另建工单。',
      en: '"Record feedback and close" is not possible in this state; no other step is at the moment. See what the steps wait for, or file another ticket if this one is over.',
    });
  });
});

describe('names', () => {
  it('every kind of promise has one in both languages, and no two are the same', () => {
    for (const language of ['zh', 'en'] as const) {
      const names = clockKinds.map((kind) => clockNames[kind][language]);
      expect(new Set(names).size).toBe(clockKinds.length);
      expect(names.every((name) => name.length > 1)).toBe(true);
    }
  });

  it('a role that only the maker knows goes by its key', () => {
    expect(rolesInWords(['manager', 'foreman'])).toEqual({
      zh: '服务经理或foreman',
      en: 'Service manager or foreman',
    });
  });
});
