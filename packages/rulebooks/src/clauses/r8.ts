import { rulebook } from './rulebook.js';

export const r8 = rulebook(
  'R8',
  { zh: '设备售后维修管理制度', en: 'Rules of an equipment repair department' },
  [
    ['2', '适用于设备的售后维修。', 'The rules cover after-sales repair of equipment.'],
    ['3', '维护客户权益。', 'Customers’ rights are protected.'],
    ['4', '遵守法律法规。', 'The law is kept.'],
    ['5', '掌握维修工作进展。', 'Progress is watched.'],
    ['6', '及时响应，派专业人员到现场查勘。', 'Timely response; a specialist investigates on site.'],
    ['7', '详细记录查勘情况，作为维修依据。', 'Findings are recorded in detail as the basis of the repair.'],
    [
      '8',
      '维修方案报售后部门负责人审核。',
      'The plan goes to the head of the after-sales department for review.',
    ],
    ['9', '按审核通过的方案维修。', 'Repair follows the approved plan.'],
    ['10', '维修后测试，并通知客户验收。', 'The repair is tested and the customer is called to acceptance.'],
    ['11', '验收后编写报告并存档。', 'After acceptance a report is written and filed.'],
    ['12', '监督维修工作。', 'The work is supervised.'],
    [
      '13',
      '每次维修后进行评价，针对问题改进。',
      'Each repair is evaluated afterwards and problems are improved.',
    ],
    [
      '14',
      '建立反馈机制，对不满意的客户进行跟进。',
      'There is a feedback mechanism, and unsatisfied customers are followed up.',
    ],
    ['15', '定期培训。', 'Training is regular.'],
    ['16', '维修工作统一组织、相互协调。', 'The work is organised and coordinated.'],
    ['17', '按分工开展工作。', 'Everyone works by assignment.'],
    ['18', '考核绩效，奖惩分明。', 'Performance is assessed, with rewards and penalties.'],
    ['19', '维修所需的材料和设备统一购置和保管。', 'Repair materials and equipment are bought and kept.'],
  ],
);
