import { rulebook } from './rulebook.js';

export const r7 = rulebook('R7', { zh: '设备售后管理制度', en: 'After-sales rules for general equipment' }, [
  ['3.1', '由一个部门统一规划、协调和监督售后工作。', 'One department plans, coordinates and supervises.'],
  ['3.2', '其他部门按分工执行。', 'Other departments carry out their share.'],
  [
    '3.3',
    '主管部门考核各部门执行情况，汇报并提出建议。',
    'The department in charge assesses the others, reports and proposes.',
  ],
  ['4.1', '可通过电话、电子邮件和在线平台报修。', 'Requests come by telephone, e-mail and online platform.'],
  [
    '4.2',
    '立即登记；先远程处理，无法解决的再派人上门。',
    'Recorded at once; handled remotely first, else dispatched.',
  ],
  [
    '4.3',
    '不能当场完成的，告知客户预计时间。',
    'What is not finished at once: the customer is told the expected time.',
  ],
  ['4.4', '维修后测试、确认，并反馈结果。', 'The repair is tested, confirmed and fed back.'],
  ['4.5', '开展满意度调查并分析结果。', 'Satisfaction is surveyed and analysed.'],
  ['4.6', '每次服务建档，记录客户、过程和服务人员。', 'Every service is archived: customer, process, staff.'],
  ['5.1', '对售后人员进行培训。', 'Service staff are trained.'],
  [
    '5.2',
    '配件库定期盘点，备货充足、更新及时。',
    'The part store is counted regularly, well stocked and kept up to date.',
  ],
  [
    '5.3',
    '保修期内及时响应、免费维修；保修期外按公司规定收费。',
    'Timely response and free repair in warranty; outside it charged by the company’s rule.',
  ],
  ['5.4', '及时处理投诉，并在处理后回访。', 'Complaints are handled in time and followed by a return visit.'],
  [
    '6.1',
    '制度向各部门公布，并组织学习。',
    'The rulebook is announced to all departments, which are trained in it.',
  ],
  ['6.2', '检查执行情况，纠正偏差。', 'Execution is inspected and deviations are corrected.'],
]);
