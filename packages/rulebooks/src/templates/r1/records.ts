import type { RecordType } from '@aftercare/policy-engine';
import { commonRecords } from '../common.js';
import { record, told } from '../shorthand.js';

/** What is written down on a ticket: as the commitment and the measures ask (R1), and as the complaint rules ask (R11). */
export const records: readonly RecordType[] = [
  ...commonRecords,
  record('wishes-noted', '客户已提出时间和要求', 'Customer’s time and requirements noted'),
  record('guidance-failed', '技术指导未能解决', 'Guidance failed', ['engineer']),
  record('visit-decided', '已决定上门', 'Visit decided'),
  record('engineer-notified', '已通知工程师', 'Engineer notified'),
  record('surveyed', '已勘察现场', 'Site surveyed'),
  record('prepared', '各项准备已完成', 'Preparation finished'),
  record('ready', '条件具备，已开始调试', 'Ready, commissioning started', ['engineer', 'supervisor']),
  record('procedure-confirmed', '已确认操作规程版本', 'Version of the operating procedure confirmed'),
  record('checklist-done', '安装指导清单已完成', 'Installation checklist completed'),
  record('nature-determined', '性质已判定', 'Nature determined', ['manager', 'supervisor', 'quality']),
  record('site-recorded', '现场情况已如实记录', 'Situation on site recorded'),
  told('answered', '处理办法已告知客户', 'Solution told to the customer'),
  record('answer-confirmed', '客户已确认问题解决', 'Solution confirmed by the customer'),
  record('completed', '处理完毕', 'Work completed'),
  record('accepted', '客户已签字确认', 'Signed by the customer'),
  record('service-card', '已填写对外技术服务记录卡', 'Technical service record card filled in'),
  record('satisfaction-form', '已填写满意度表', 'Satisfaction form filled in'),
  record('crew-returned', '人员已返回', 'Crew returned'),
  record('service-report', '已提交售后服务报告', 'Service report handed in'),
  // the caller is not the installer: technicians are not among those who may write it down
  record('follow-up-done', '已回访', 'Return visit made', [
    'manager',
    'supervisor',
    'dispatcher',
    'salesperson',
  ]),
  record('complaint-registered', '已填写客户投诉登记表', 'Complaint register filled in'),
  record('complaint-classed', '已区分质量、非质量（人为）、其他', 'Classed as quality, man-made or other'),
  record(
    'quality-data',
    '订单号、料号、出货日期和数量已核对（不涉及产品质量的注明不适用）',
    'Order and material number, shipping date and quantities checked, or noted as not about the product',
  ),
  record('filter-reason', '已写明不予受理的理由', 'Reason for filtering out given', [
    'manager',
    'supervisor',
  ]),
  record('cause-found', '原因和责任部门已查明', 'Cause and responsible department found'),
  record('handling-form', '已填写投诉处理单', 'Complaint handling form filled in'),
  record('measures-set', '防止再发的措施已制定', 'Measures against recurrence set', [
    'quality',
    'technical-lead',
  ]),
  record('return-approved', '已同意退换货', 'Return approved'),
  record('goods-received', '已收到退货', 'Returned goods received', ['parts', 'quality']),
  record(
    'return-completed',
    '已出具退货分析报告和处理情况',
    'Return analysis report and what was done handed in',
    ['quality'],
  ),
  record('replacement-sent', '补货已发出', 'Replacement sent', ['parts']),
];
