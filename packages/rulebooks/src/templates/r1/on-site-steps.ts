import type { WorkflowTransition } from '@aftercare/policy-engine';
import {
  citing,
  event,
  labelled,
  needs,
  needsApproval,
  ours,
  pauses,
  resumes,
  types,
  writes,
} from '../shorthand.js';
import { complaintUnderstood, solutionApproved } from './remote-steps.js';
import { onFault, onGeneralFault, onMajorFault } from './request-types.js';

const byProcedure = needs('procedure-confirmed', citing('R1-M9.2'));
const toVerification = {
  to: 'verification',
  effects: [writes('answered'), writes('completed'), pauses('customer')],
} as const;

/** From sending somebody to the customer's signature. */
export const onSiteSteps: readonly WorkflowTransition[] = [
  {
    ...labelled('visit', '安排上门', 'Send to the site'),
    from: ['analysis'],
    to: 'travel',
    when: types('repair', 'installation', 'commissioning', 'complaint'),
    requires: [
      needs('guidance-failed', citing('R1-C6'), types('repair')),
      needs('wishes-noted', citing('R1-M9.1'), types('installation', 'commissioning')),
      ...complaintUnderstood,
    ],
    effects: [writes('visit-decided')],
  },
  {
    ...labelled('arrive', '到达现场', 'Arrive'),
    from: ['travel'],
    to: 'on-site',
    requires: [needs('engineer-notified', citing('R11-2.4.2'), types('complaint'))],
    effects: [event('arrived')],
  },
  {
    ...labelled('install', '开始安装指导', 'Start installation guidance'),
    from: ['on-site'],
    to: 'installation',
    when: types('installation'),
    requires: [byProcedure],
  },
  {
    ...labelled('commission', '条件具备，开始调试', 'Ready, start commissioning'),
    from: ['on-site'],
    to: 'installation',
    when: types('commissioning'),
    requires: [needs('surveyed', citing('R1-C3')), needs('prepared', citing('R1-C3')), byProcedure],
    effects: [writes('ready'), resumes('site-not-ready')],
  },
  {
    ...labelled('interrupt', '现场不具备条件，暂停调试', 'Site not ready, interrupt commissioning'),
    from: ['installation'],
    to: 'on-site',
    when: types('commissioning'),
    effects: [pauses('site-not-ready')],
    source: citing('R1-C3'),
  },
  {
    ...labelled('treat', '开始处理', 'Start treatment'),
    from: ['on-site'],
    to: 'treatment',
    when: onGeneralFault,
    requires: [needs('site-recorded', citing('R1-M11.2-1'))],
    source: citing('R1-M11.2-1'),
  },
  {
    ...labelled('treat-major', '经批准开始处理', 'Start treatment as approved'),
    from: ['on-site'],
    to: 'major-treatment',
    when: onMajorFault,
    requires: [
      needs('site-recorded', citing('R1-M11.2-2')),
      needsApproval('major-treatment', citing('R1-M11.2-2')),
    ],
    source: citing('R1-M11.2-2'),
  },
  {
    ...labelled('present-installation', '提请客户验收', 'Present for acceptance'),
    from: ['installation'],
    requires: [needs('checklist-done', citing('R1-C1'), types('installation'))],
    ...toVerification,
  },
  {
    ...labelled('present', '提请客户确认', 'Ask the customer to verify'),
    from: ['treatment'],
    // the class may have been raised since treatment began
    requires: [needsApproval('major-treatment', citing('R1-M11.2-2'), onMajorFault), ...solutionApproved],
    ...toVerification,
  },
  {
    ...labelled('present-major', '提请客户确认', 'Ask the customer to verify'),
    from: ['major-treatment'],
    requires: solutionApproved,
    ...toVerification,
  },
  {
    ...labelled('rework', '客户有异议，重新处理', 'Treat again after objection'),
    from: ['verification'],
    to: 'on-site',
    effects: [resumes('customer')],
  },
  {
    ...labelled('accept', '客户签字确认', 'Customer signs'),
    from: ['verification'],
    to: 'returning',
    requires: [
      needs('accepted', citing('R1-C4'), types('commissioning')),
      needs('accepted', citing('R1-M11.3'), onFault),
      needs(
        'accepted',
        ours(
          '条款只规定调试后签署验收单（R1-C4）；安装指导默认同样由客户签字。',
          'The clause has the acceptance sheet signed after commissioning (R1-C4); by default it is after installation guidance, too.',
        ),
        types('installation'),
      ),
      needs('satisfaction-form', citing('R1-M11.3'), onFault),
      needs('service-card', citing('R1-M13.1c')),
    ],
    effects: [resumes('customer'), event('resolved')],
  },
  {
    ...labelled('crew-back', '人员已返回', 'Crew back'),
    from: ['returning'],
    to: 'return-visit',
    effects: [writes('crew-returned')],
    source: citing('R1-M9.3'),
  },
];
