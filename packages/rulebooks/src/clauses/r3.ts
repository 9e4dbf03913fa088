import { rulebook } from './rulebook.js';

export const r3 = rulebook(
  'R3',
  { zh: '净水机售后服务管理制度', en: 'After-sales rules for water purifiers' },
  [
    [
      '2',
      '服务包括咨询、安装、维修、保养、换货和退货。',
      'Service covers consultation, installation, repair, maintenance, exchange and return.',
    ],
    [
      '4',
      '设立服务专线，接听人员业务熟练、态度礼貌、答复及时。',
      'A dedicated hotline gives competent, polite and prompt answers.',
    ],
    ['5.1', '按标准安装。', 'Installation follows the standard.'],
    ['5.2', '安装时保护客户财物。', 'The customer’s property is protected during installation.'],
    ['5.3', '安装后讲解使用方法和注意事项。', 'Use and precautions are explained after installation.'],
    ['6.1', '定期维修保养。', 'Repair and maintenance are done regularly.'],
    ['6.2', '只使用正宗配件。', 'Only genuine parts are used.'],
    [
      '6.3',
      '维修保养后进行功能检测，确保设备处于最佳状态。',
      'A functional test afterwards makes sure that the equipment is in its best condition.',
    ],
    ['7.1', '退换货按公司规定办理。', 'Exchange and return follow company policy.'],
    ['7.2', '严格把控换货产品的质量。', 'The quality of replacements is strictly controlled.'],
    ['8', '服务人员具备技能，定期培训和考核。', 'Staff are skilled and are trained and assessed regularly.'],
    ['9', '服务人员遵守制度，服从工作安排。', 'Staff follow the rules and their assignments.'],
    ['10', '产品符合国家标准。', 'Products meet national standards.'],
    ['11', '定期收集客户反馈，不断改进。', 'Feedback is collected regularly and leads to improvement.'],
    [
      '12',
      '违反制度的，视情节给予警告、罚款、辞退等处理。',
      'Breaches are penalised by gravity: warning, fine, dismissal and the like.',
    ],
    ['13', '表现优秀或提出有益建议的，给予奖励。', 'Good work and useful suggestions are rewarded.'],
    ['14', '本制度自发布之日起施行。', 'In force from issue.'],
    ['15', '本制度由公司负责解释。', 'The company interprets it.'],
  ],
);
