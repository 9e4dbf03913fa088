import { rulebook } from './rulebook.js';

export const r10 = rulebook(
  'R10',
  { zh: '设备售后管理制度（外出服务）', en: 'After-sales rules for travelling crews' },
  [
    ['G1', '对外交往中以公司利益为重。', 'The company’s interest comes first in dealings.'],
    ['G2', '与客户沟通语气温和。', 'The tone towards customers is gentle.'],
    ['G3', '谁接受问题，谁跟踪到底。', 'Whoever takes the problem follows it to its end.'],
    ['1.1', '每位出差人员出发前提交出差申请。', 'Each traveller files a trip request before leaving.'],
    [
      '1.2',
      '与客户商定设备、路线和客户需准备的工具，并备好自带工具。',
      'Equipment, route and the tools that the customer prepares are agreed; own tools are readied.',
    ],
    ['1.3', '准备设备配置表。', 'The equipment configuration sheet is prepared.'],
    ['1.4', '准备好电子文档。', 'Electronic documents are ready.'],
    [
      '2.1',
      '到达后立即与客户联系，按客户要求开展工作。',
      'On arrival the customer is contacted at once and work starts as asked.',
    ],
    ['2.2', '与客户商定安装位置，清点到货件数。', 'The place is agreed and the packages are counted.'],
    [
      '2.3',
      '需更换配件的填写设备申请单；现场无法办理的，返回后补办。',
      'Replacement parts need an equipment request form; what cannot be done on the spot is completed after return.',
    ],
    [
      '2.4',
      '当场解答疑问；不能当场解答的，记录后请教、答复并存档。',
      'Questions are answered on the spot; otherwise recorded, answered after consulting, and filed.',
    ],
    [
      '2.5',
      '耐心、完整地讲解软件、硬件和保养知识。',
      'Training on software, hardware and care is patient and complete.',
    ],
    [
      '2.6',
      '签署验收单并留下操作人员电话；原件交公司，复印件存档。',
      'The acceptance sheet is signed, with the operators’ telephone numbers; the original goes to the company, a copy is filed.',
    ],
    ['2.7', '离开前向客户辞行。', 'Leave is taken of the customer.'],
    ['3.1', '补齐手续，办理报销。', 'Missing paperwork is completed and expenses are claimed.'],
    ['3.2', '整理服务档案。', 'The service archive is put in order.'],
    [
      '3.3',
      '三个月后到期、需要续期的设备，请示领导后处理。',
      'Equipment that expires after three months and needs renewal is settled with the leaders.',
    ],
  ],
);
