import type { IntakeCondition, IntakeField } from '../../intake/index.js';
import { citing, labelled, ours, types } from '../shorthand.js';

const installation: IntakeCondition = types('installation');
const commissioning: IntakeCondition = types('commissioning');
const complaint: IntakeCondition = types('complaint');
const sentBack: IntakeCondition = types('return', 'exchange');
const faults: IntakeCondition = types('repair', 'complaint');

/** A complaint about the quality of a product (R11-3.2.1). */
const aboutProductQuality: IntakeCondition = {
  ...complaint,
  chosen: { field: 'complaint-class', among: ['quality'] },
};
const qualityData = { required: true, when: aboutProductQuality, source: citing('R11-3.2.1') } as const;

const notInTheClauses = ours(
  '规章没有规定退换货申请的内容；默认问清原因和数量。',
  'The rulebook does not say what is asked for with a return; by default reason and quantity are.',
);

/** What the commitment and the measures have asked (R1), and what the complaint rules have asked at once (R11). */
export const intake: readonly IntakeField[] = [
  {
    ...labelled('wanted-date', '希望安装日期', 'Wanted date of installation'),
    kind: 'date',
    limit: 'from-today',
    required: true,
    when: installation,
    source: citing('R1-M9.1'),
  },
  {
    ...labelled('requirements', '安装要求', 'Requirements for the installation'),
    kind: 'long-text',
    required: true,
    when: installation,
    source: citing('R1-M9.1'),
  },
  {
    ...labelled('customer-lead', '客户现场负责人', 'Customer’s lead on site'),
    kind: 'text',
    required: false,
    when: installation,
    source: citing('R1-C1'),
  },
  {
    ...labelled('wanted-commissioning', '希望调试日期', 'Wanted date of commissioning'),
    kind: 'date',
    limit: 'from-today',
    required: false,
    when: commissioning,
    source: ours(
      '条款规定接到通知后按时到场（R1-C2），没有规定通知的内容；默认可说明希望的日期。',
      'The clause counts from the customer’s notice (R1-C2) and does not say what is in it; by default a date may be named.',
    ),
  },
  {
    ...labelled('site-condition', '现场条件', 'Condition of the site'),
    kind: 'choice',
    choices: [
      labelled('ready', '已具备', 'Ready'),
      labelled('partly', '部分具备', 'Partly ready'),
      labelled('unknown', '不清楚', 'Not known'),
    ],
    required: false,
    when: commissioning,
    source: ours(
      '条款要求条件完全具备后才开始调试（R1-C3），没有要求通知时说明；默认可先行告知。',
      'Commissioning waits until all is ready (R1-C3), which the notice need not say; by default it may.',
    ),
  },
  {
    ...labelled('arose-in', '问题出现的阶段', 'Phase in which it arose'),
    kind: 'choice',
    choices: [
      labelled('transport', '运输', 'Transport'),
      labelled('storage', '储存', 'Storage'),
      labelled('trial', '试用', 'Trial'),
      labelled('use', '使用', 'Use'),
    ],
    required: false,
    when: faults,
    source: citing('R1-M11.2-1'),
  },
  {
    ...labelled('about', '反映的方面', 'What it is about'),
    kind: 'choice',
    choices: [
      labelled('product', '产品质量', 'Quality of the product'),
      labelled('service', '服务质量', 'Quality of the service'),
      labelled('packaging', '包装质量', 'Quality of the packaging'),
      labelled('installation', '安装质量', 'Quality of the installation'),
    ],
    required: true,
    when: types('complaint', 'opinion'),
    source: citing('R11-2.4.2'),
  },
  {
    ...labelled('complaint-class', '投诉类别', 'Class of the complaint'),
    kind: 'choice',
    choices: [
      labelled('quality', '质量问题', 'Quality'),
      labelled('non-quality', '非质量（人为）问题', 'Not quality (man-made)'),
      labelled('other', '其他问题', 'Other'),
    ],
    required: true,
    when: complaint,
    source: citing('R11-3.1'),
  },
  {
    ...labelled('user-name', '用户姓名或单位', 'Name of the user'),
    kind: 'text',
    required: true,
    when: complaint,
    source: citing('R2-9'),
  },
  {
    ...labelled('user-address', '用户地址', 'Address of the user'),
    kind: 'text',
    required: false,
    when: complaint,
    source: citing('R2-9'),
  },
  { ...labelled('order-number', '订单号', 'Order number'), kind: 'text', ...qualityData },
  { ...labelled('material-number', '料号', 'Material number'), kind: 'text', ...qualityData },
  {
    ...labelled('shipped-on', '出货日期', 'Shipping date'),
    kind: 'date',
    limit: 'until-today',
    ...qualityData,
  },
  { ...labelled('quantity', '数量', 'Quantity'), kind: 'number', whole: true, ...qualityData },
  {
    ...labelled('defective-quantity', '不良数量', 'Defective quantity'),
    kind: 'number',
    whole: true,
    atMost: 'quantity',
    ...qualityData,
  },
  { ...labelled('demand', '诉求', 'Demand'), kind: 'long-text', ...qualityData },
  {
    ...labelled('return-reason', '退换货原因', 'Reason for the return'),
    kind: 'long-text',
    required: true,
    when: sentBack,
    source: notInTheClauses,
  },
  {
    ...labelled('return-quantity', '退换货数量', 'Quantity returned'),
    kind: 'number',
    whole: true,
    required: true,
    when: sentBack,
    source: notInTheClauses,
  },
];
