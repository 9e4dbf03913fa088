import { platformChannels } from '../common.js';
import { channel, citing, contact, duty, labelled, role } from '../shorthand.js';
import type { Channel, ContactPoint, InForce, Organisation, Standard } from '../template.js';

/** Marketing owns service; the departments of the complaint rules are named as the plant's own are. */
export const organisation: Organisation = {
  departments: [
    labelled('marketing', '市场营销部', 'Marketing'),
    labelled('service', '售后服务部', 'Service'),
    labelled('quality', '质量管理部', 'Quality management'),
    labelled('technical', '技术中心', 'Technical centre'),
    labelled('supply', '供应部', 'Supply'),
    labelled('manufacturing', '制造部', 'Manufacturing'),
    labelled('leadership', '公司领导层', 'Company leaders'),
  ],
  roles: [
    role('manager', '市场营销部负责人', 'Head of marketing', 'marketing'),
    role('supervisor', '售后服务主管', 'Service supervisor', 'service'),
    role('dispatcher', '销售助理', 'Sales assistant', 'marketing'),
    role('salesperson', '业务员', 'Salesperson', 'marketing'),
    role('engineer', '技术员', 'Technician', 'technical'),
    role('technical-lead', '技术中心负责人', 'Head of the technical centre', 'technical'),
    role('quality', '质量管理员', 'Quality officer', 'quality'),
    role('parts', '仓储物流员', 'Warehouse and logistics', 'supply'),
    role('leader', '公司领导', 'Company leader', 'leadership'),
  ],
  responsibilities: [
    duty('delivery', 'handling', 'R1-M8', 'supply', [], ['marketing']),
    duty('installation', 'analysis', 'R1-M9.1', 'marketing', ['technical']),
    duty('commissioning', 'analysis', 'R1-M9.1', 'marketing', ['technical']),
    duty('installation', 'return-visit', 'R1-M9.3', 'marketing'),
    duty('commissioning', 'return-visit', 'R1-M9.3', 'marketing'),
    duty('repair', 'reported', 'R1-M3', 'marketing'),
    duty('repair', 'analysis', 'R1-M4', 'quality', ['technical'], ['marketing']),
    duty('repair', 'return-visit', 'R1-M11.3', 'marketing', [], ['quality']),
    duty('technical-exchange', 'handling', 'R1-M5', 'technical'),
    duty('training', 'handling', 'R1-M5', 'technical'),
    duty('opinion', 'handling', 'R1-M13.1a', 'marketing'),
    duty('complaint', 'reported', 'R11-1.3', 'service', ['marketing']),
    duty('complaint', 'analysis', 'R1-M11.1', 'marketing', ['quality', 'technical']),
    duty('complaint', 'treatment', 'R11-3.2.2', 'service', ['manufacturing', 'quality'], ['marketing']),
    duty('complaint', 'return-visit', 'R11-3.2.4', 'quality', ['technical', 'manufacturing'], ['service']),
    duty('return', 'analysis', 'R11-3.3.2', 'service', ['marketing']),
    duty('return', 'handling', 'R11-3.3.3.2', 'quality', ['supply'], ['service', 'marketing']),
    duty('exchange', 'handling', 'R1-M6', 'supply', ['quality'], ['marketing']),
  ],
};

export const channels: readonly Channel[] = [
  channel('phone', '电话', 'Telephone', citing('R1-M13.2')),
  channel('letter', '信件', 'Letter', citing('R1-M13.2')),
  channel('email', '电子邮件', 'E-mail', citing('R1-M13.2')),
  channel('visit', '来访', 'Visit', citing('R1-M13.3')),
  channel('fax', '传真', 'Fax', citing('R1-M11.2a')),
  channel('web', '在线', 'Online', citing('R11-2.1A')),
  ...platformChannels,
];

export const contactPoints: readonly ContactPoint[] = [
  contact('service', '售后服务热线', 'Service hotline', citing('R1-C8')),
  contact('complaint', '投诉专线', 'Complaint line', citing('R1-C9')),
  contact('misconduct', '举报专线', 'Line for reporting misconduct', citing('R1-C9')),
];

const standard = (
  number: string,
  zh: string,
  en: string,
  use: Standard['use'],
  clause: string,
): Standard => ({ number, title: { zh, en }, use, unverified: true, source: citing(clause) });

export const standards: readonly Standard[] = [
  standard('GB HX102-1993', '化工机械焊接', 'Welding of chemical machinery', 'manufacturing', 'R1-S1'),
  standard('HG JQ13.1-1998', '化工防腐', 'Chemical anticorrosion', 'manufacturing', 'R1-S2'),
  standard(
    'HG JB2932',
    '水处理设备制造',
    'Manufacture of water-treatment equipment',
    'manufacturing',
    'R1-S3',
  ),
  standard('GB50050-2007', '工业循环冷却水', 'Industrial circulating cooling water', 'design', 'R1-S4'),
  standard('HG/JB2536-92', '机械产品包装与运输', 'Packing and transport of machinery', 'packing', 'R1-S5'),
  standard(
    'JB98003-87',
    '水处理设备油漆与包装',
    'Paint and packing of water-treatment equipment',
    'packing',
    'R1-S6',
  ),
  standard(
    'HG/T2160-2008',
    '冷却水动态模拟试验',
    'Dynamic simulation of cooling water',
    'acceptance',
    'R1-S7',
  ),
  standard('GB/T3310-98', '信号传输测试', 'Signal transmission test', 'acceptance', 'R1-S8'),
  // the document names the enterprise standard of its maker; this one is invented, to be replaced by one's own
  standard(
    'Q/000000 EX01-2020',
    '企业标准（示例，请替换）',
    'Enterprise standard (example, to be replaced)',
    'acceptance',
    'R1-S9',
  ),
];

export const inForce: readonly InForce[] = [
  { from: 'issue', interpretedBy: 'marketing', source: citing('R1-M-end') },
  { from: '2019-01-01', source: citing('R11-5') },
];
