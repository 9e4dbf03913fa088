import { open } from './open-setting.js';

/** What is charged, and what happens around acceptance. */
export const settingsOfWarranty = [
  open(
    'misuse-visit',
    ['R1-M11.2a'],
    '使用不当造成的故障需要上门时是否收费？',
    'Is a visit charged that misuse made necessary?',
    [
      ['charged', '收费', 'Charged'],
      ['free', '保修期内免费', 'Free within the warranty'],
    ],
  ),
  open(
    'man-made-damage',
    ['R11-3.1', 'R5-6.1'],
    '保修期内的人为损坏是否收费？',
    'Is man-made damage within the warranty charged?',
    [
      ['charged', '收费', 'Charged'],
      ['free', '免费', 'Free'],
    ],
  ),
  open('cost-fee', ['R1-C7'], '工本费包含哪些费用？', 'What does the cost fee contain?', [
    ['all', '材料、人工和差旅的成本', 'Cost of material, labour and travel'],
    ['material-labour', '材料和人工的成本', 'Cost of material and labour'],
    ['material', '仅材料成本', 'Cost of material only'],
  ]),
  open('wear-part-list', ['R1-C7'], '哪些配件属于易损件？', 'Which parts are wear parts?', [
    ['list', '按型号列表', 'Those of a list by model'],
    ['contract', '按合同约定', 'Those that the contract names'],
  ]),
  open('wear-part-early', ['R1-C7'], '易损件过早损坏时如何处理？', 'What if a wear part fails early?', [
    ['charged', '照常收费，可申请优惠', 'Charged; goodwill is open'],
    ['covered', '按保修处理', 'Treated as covered'],
  ]),
  open(
    'customer-part',
    ['R1-C7', 'R3-6.2', 'R4-4.5', 'R6-4.4'],
    '客户自备的配件如何处理？',
    'What about a part that the customer supplies?',
    [
      ['fitted', '可以安装，不提供保修', 'Fitted, without warranty'],
      ['refused', '不予安装', 'Not fitted'],
    ],
  ),
  open(
    'warranty-quotation',
    ['R4-4.4'],
    '保修期内的维修是否也要报价并签订合同？',
    'Does warranty work need a quotation and a contract too?',
    [
      ['always', '一律需要', 'Always'],
      ['charged-only', '仅收费维修需要', 'Only what is charged'],
    ],
  ),
  open(
    'repair-warranty',
    ['R4-5.2'],
    '“维修服务的保修期”如何理解？',
    'How is the “warranty period on the service” read?',
    [
      ['repair-warranty', '维修部位另有保修期', 'The repair carries a warranty of its own'],
      ['machine-warranty', '仅指整机保修期', 'Only the machine’s own warranty'],
    ],
  ),
  open(
    'acceptance-objection',
    ['R1-M11.3', 'R4-4.6'],
    '客户验收时有异议如何处理？',
    'What does an objection at acceptance do?',
    [
      ['rework', '返工', 'Rework'],
      ['dispute', '转争议处理', 'A dispute'],
    ],
  ),
  open(
    'acceptance-refused',
    ['R1-M11.3', 'R4-4.6'],
    '客户拒绝签字如何处理？',
    'What if the customer refuses to sign?',
    [
      ['dispute', '转争议处理', 'A dispute'],
      ['rework', '返工', 'Rework'],
    ],
  ),
  open(
    'acceptance-unanswered',
    ['R1-M11.3', 'R4-4.6'],
    '客户迟迟不答复验收如何处理？',
    'What if the customer does not answer?',
    [
      ['remind-then-deemed', '提醒后视为验收', 'Reminder, then deemed accepted'],
      ['wait', '继续等待', 'Wait'],
    ],
  ),
];
