import type { RuleConditions } from '@aftercare/policy-engine';
import { labelled } from '../shorthand.js';

export const requestTypes = [
  labelled('repair', '维修', 'Repair'),
  labelled('installation', '安装指导', 'Installation guidance'),
  labelled('commissioning', '调试', 'Commissioning'),
  labelled('delivery', '产品交付', 'Delivery'),
  labelled('technical-exchange', '技术交流', 'Technical exchange'),
  labelled('training', '技术培训', 'Training'),
  labelled('complaint', '投诉', 'Complaint'),
  labelled('return', '退货', 'Return'),
  labelled('exchange', '换货', 'Exchange'),
  labelled('opinion', '意见征询', 'Opinion survey'),
  labelled('consultation', '咨询', 'Enquiry'),
];

/** All request types but these. */
export const allBut = (...keys: string[]): RuleConditions => ({
  requestTypes: requestTypes.map(({ key }) => key).filter((key) => !keys.includes(key)),
});

/** Faults: what is recorded and treated by its severity. */
const faults = ['repair', 'complaint'];
export const onFault: RuleConditions = { requestTypes: faults };
export const onGeneralFault: RuleConditions = { requestTypes: faults, severities: ['general'] };

/** Whatever is not known to be general is treated with the care of a major issue. */
const notGeneral = ['major', 'urgent'];
export const onMajorFault: RuleConditions = { requestTypes: faults, severities: notGeneral };
export const onSeriousComplaint: RuleConditions = { requestTypes: ['complaint'], severities: notGeneral };
