import type { WorkflowTransition } from '@aftercare/policy-engine';
import { beforeClosing, cancelling, reopeningTo, withdrawing } from '../common.js';
import { citing, event, labelled, needs, needsOnce, ours, types } from '../shorthand.js';
import { allBut, onMajorFault, onSeriousComplaint } from './request-types.js';

const leads = ['dispatcher', 'manager', 'supervisor'];

/** How a ticket ends, and how it begins again. */
export const endingSteps: readonly WorkflowTransition[] = [
  {
    ...labelled('close', '完成回访并结案', 'Close after return visit'),
    from: ['return-visit'],
    to: 'closed',
    requires: [
      ...beforeClosing,
      needs('follow-up-done', citing('R1-M9.3'), types('installation', 'commissioning')),
      needs(
        'follow-up-done',
        ours(
          '条款只对安装调试规定回访；维修默认参照执行。',
          'The clause asks for it after installation and commissioning only; by default repairs follow it.',
        ),
        types('repair'),
      ),
      needs('follow-up-done', citing('R11-1.1C'), types('complaint')),
      needs('service-report', citing('R1-M11.3'), onMajorFault),
      needs('complaint-classed', citing('R11-3.1'), types('complaint')),
      needs('cause-found', citing('R11-1.3'), types('complaint')),
      needs('measures-set', citing('R11-3.2.4'), onSeriousComplaint),
      // for a complaint whose class was raised after the answer; otherwise both were there before it
      needsOnce('handling-form', citing('R11-3.2.3'), onSeriousComplaint),
      {
        kind: 'approval',
        approval: 'complaint-solution',
        when: onSeriousComplaint,
        source: citing('R11-3.2.3'),
      },
    ],
    effects: [event('closed')],
  },
  {
    ...labelled('filter-out', '不予受理', 'Filter out'),
    from: ['analysis'],
    to: 'filtered',
    when: types('complaint'),
    requires: [...beforeClosing, needs('filter-reason', citing('R11-1.3'))],
    effects: [event('closed')],
  },
  withdrawing(
    [
      'reported',
      'analysis',
      'answered',
      'handling',
      'awaiting-goods',
      'travel',
      'on-site',
      'installation',
      'treatment',
      'major-treatment',
      'verification',
    ],
    leads,
  ),
  cancelling(['reported', 'analysis', 'awaiting-goods', 'travel'], leads, allBut('complaint')),
  reopeningTo('analysis'),
];
