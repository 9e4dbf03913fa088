import type { Requirement, WorkflowTransition } from '@aftercare/policy-engine';
import { beforeClosing } from '../common.js';
import {
  citing,
  event,
  labelled,
  needs,
  needsApproval,
  needsOnce,
  ours,
  pauses,
  resumes,
  types,
  writes,
} from '../shorthand.js';
import { onFault, onSeriousComplaint } from './request-types.js';

/** A complaint is registered and understood before anything is answered or anybody sent. */
export const complaintUnderstood: readonly Requirement[] = [
  needsOnce('complaint-registered', citing('R11-3.2.1'), types('complaint')),
  needsOnce('quality-data', citing('R11-3.2.1'), types('complaint')),
  needs('nature-determined', citing('R1-M11.1'), types('complaint')),
];

/** The departments approve the solution of a serious complaint before the customer hears of it. */
export const solutionApproved: readonly Requirement[] = [
  needs('handling-form', citing('R11-3.2.3'), onSeriousComplaint),
  needsApproval('complaint-solution', citing('R11-3.2.3'), onSeriousComplaint),
];

/** What became of the goods is written down. */
const returnExamined = needs('return-completed', citing('R11-3.3.3.2'), types('return'));

/** Answers from afar, and whatever is handled without a visit. */
export const remoteSteps: readonly WorkflowTransition[] = [
  {
    ...labelled('answer', '远程答复', 'Answer remotely'),
    from: ['analysis'],
    to: 'answered',
    when: onFault,
    requires: [...complaintUnderstood, ...solutionApproved],
    effects: [writes('answered'), pauses('customer')],
  },
  {
    ...labelled('analyse-again', '答复未能解决，重新分析', 'Analyse again, the answer did not help'),
    from: ['answered'],
    to: 'analysis',
    effects: [resumes('customer')],
  },
  {
    ...labelled('accept-answer', '客户确认已解决', 'Customer confirms the solution'),
    from: ['answered'],
    to: 'return-visit',
    requires: [
      needs(
        'answer-confirmed',
        ours(
          '条款只规定告知解决办法（R1-M11.2a、R1-M11.2b），没有规定如何确认；默认由客户确认已解决。',
          'The clauses only have the solution told (R1-M11.2a, R1-M11.2b); by default the customer confirms that it helped.',
        ),
      ),
      needs('service-card', citing('R1-M13.1c')),
    ],
    effects: [resumes('customer'), event('resolved')],
  },
  {
    ...labelled('reply', '答复并结案', 'Answer and close'),
    from: ['analysis'],
    to: 'closed',
    when: types('consultation'),
    requires: beforeClosing,
    effects: [writes('answered'), event('resolved'), event('closed')],
  },
  {
    ...labelled('handle', '开始办理', 'Start handling'),
    from: ['analysis'],
    to: 'handling',
    when: types('delivery', 'technical-exchange', 'training', 'opinion'),
  },
  {
    ...labelled('finish', '办理完毕并结案', 'Finish and close'),
    from: ['handling'],
    to: 'closed',
    when: types('delivery', 'technical-exchange', 'training', 'opinion'),
    requires: beforeClosing,
    effects: [event('resolved'), event('closed')],
  },
  {
    ...labelled('approve-return', '同意退换货', 'Agree to the return'),
    from: ['analysis'],
    to: 'awaiting-goods',
    when: types('return', 'exchange'),
    effects: [writes('return-approved')],
  },
  {
    ...labelled('receive', '收到退货', 'Receive the goods'),
    from: ['awaiting-goods'],
    to: 'handling',
    by: ['parts', 'quality'],
    effects: [writes('goods-received')],
    source: citing('R1-M6'),
  },
  {
    ...labelled('settle-return', '办结退货', 'Settle the return'),
    from: ['handling'],
    to: 'closed',
    when: types('return'),
    requires: [...beforeClosing, returnExamined],
    effects: [writes('answered'), event('resolved'), event('closed')],
  },
  {
    ...labelled('replace', '补货发出并结案', 'Send the replacement and close'),
    from: ['handling'],
    to: 'closed',
    when: types('return', 'exchange'),
    requires: [
      ...beforeClosing,
      returnExamined,
      needs('return-completed', citing('R1-M12'), types('exchange')),
    ],
    effects: [writes('answered'), writes('replacement-sent'), event('resolved'), event('closed')],
  },
];
