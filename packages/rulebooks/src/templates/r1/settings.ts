import { citing } from '../shorthand.js';
import { choose } from '../settings/index.js';
import type { Setting } from '../template.js';

const arrivals = ['repair', 'commissioning'].flatMap((type) =>
  ['near', 'far'].map((relation) => `clockRules[${type}-arrival-${relation}]`),
);
const everyRepairArrival = ['near', 'far', 'by-agreement'].map(
  (relation) => `clockRules[repair-arrival-${relation}].startsAt`,
);
const majorTreatment = 'workflow.approvals[major-treatment]';

export const settings: readonly Setting[] = [
  choose('arrival-start', 'guidance-failed', everyRepairArrival, citing('R1-C6')),
  choose('guidance-failure-by', 'engineer', ['records[guidance-failed].by']),
  choose('joint-analysis', 'inside'),
  choose('home-basis', 'registered-seat', ['home.basis']),
  choose('special-regions', 'agreement-only', [
    'clockRules[repair-arrival-by-agreement].target',
    'clockRules[commissioning-arrival-by-agreement].target',
  ]),
  choose('arrival-evidence', 'check-in'),
  choose(
    'arrival-time',
    'natural',
    arrivals.map((rule) => `${rule}.target.basis`),
  ),
  choose('duration-time', 'natural', ['clockRules[commissioning-duration].target.basis']),
  choose('duration-start', 'readiness', ['clockRules[commissioning-duration].startsAt'], citing('R1-C3')),
  choose('not-ready', 'pause', ['pauseReasons[site-not-ready].clocks']),
  choose('crew-size', 'warn'),
  choose('agreement-by', 'leads', ['agreements.by']),
  choose('agreement-confirmation', 'written'),
  choose('agreement-after-due', 'before', ['agreements.afterDue']),
  choose('follow-up-start', 'acceptance', [
    'clockRules[installation-follow-up].startsAt',
    'clockRules[repair-follow-up].startsAt',
  ]),
  choose('follow-up-met', 'contact', [], citing('R1-M9.3')),
  choose('severity-gap', 'major', ['severity.unclassified']),
  choose('severity-by', 'quality'),
  choose('severity-lowering', 'with-reason'),
  choose('severity-counts-from', 'original-start', ['severity.countsFrom']),
  choose('major-approver', 'department-head', [`${majorTreatment}.by`], citing('R1-M11.2-2')),
  choose('major-deputy', 'leader', [`${majorTreatment}.deputies`]),
  choose('oral-approval', 'yes', [`${majorTreatment}.oral`]),
  choose('safety-exception', 'yes', [`${majorTreatment}.safetyException`]),
  choose('approval-pauses', 'run'),
  choose('misuse-visit', 'charged', ['warranty.voidReasons[misuse]']),
  choose('man-made-damage', 'charged', ['warranty.voidReasons[man-made]']),
  choose('cost-fee', 'all'),
  choose('wear-part-list', 'list', ['warranty.wearParts.lists']),
  choose('wear-part-early', 'charged', [], citing('R1-C7')),
  choose('customer-part', 'fitted'),
  choose('acceptance-objection', 'rework', ['workflow.transitions[rework]']),
  choose('acceptance-refused', 'dispute'),
  choose('acceptance-unanswered', 'remind-then-deemed'),
  choose('return-start', 'received', [
    'clockRules[return-ordinary].startsAt',
    'clockRules[return-special].startsAt',
  ]),
  choose(
    'return-end',
    'analysis',
    ['clockRules[return-ordinary].stopsAt', 'clockRules[return-special].stopsAt'],
    citing('R11-3.3.3.2'),
  ),
  choose('return-day-end', 'end-of-day', ['clockRules[return-ordinary].target.endsAt']),
  choose('complaint-criteria', 'severity'),
  choose('complaint-decider', 'service', [], citing('R11-1.3')),
  choose('complaint-approval', 'parallel', ['workflow.approvals[complaint-solution].mode']),
  choose('precedence-by', 'rank', ['precedence.by'], citing('R11-5')),
  choose('precedence-scope', 'clause', ['precedence.scope'], citing('R11-5')),
  choose('fault-and-complaint', 'both'),
  choose('same-fault-twice', 'merge'),
  choose('business-year', 'calendar'),
  choose('owner-on-leave', 'supervisor', ['workflow.ownership.supervisors']),
  choose('survey-mean', 'response'),
  choose('survey-minimum', 'five'),
];
