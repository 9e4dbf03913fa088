import { open } from './open-setting.js';

/** Complaints, precedence, ownership and surveys. */
export const settingsOfComplaints = [
  open(
    'complaint-criteria',
    ['R11-3.2.3'],
    '轻微投诉和严重投诉如何区分？',
    'What tells a minor complaint from a serious one?',
    [
      ['severity', '沿用一般、重大质量问题的等级', 'The classes general and major'],
      ['defect-rate', '按不良率', 'The share of defective goods'],
    ],
  ),
  open(
    'complaint-decider',
    ['R11-3.2.3'],
    '由谁判定投诉是否严重？',
    'Who decides that a complaint is serious?',
    [
      ['service', '售后部门', 'The service department'],
      ['quality', '品管部门', 'Quality control'],
    ],
  ),
  open(
    'complaint-approval',
    ['R11-3.2.3'],
    '各部门按什么方式审批？',
    'In which way do the departments approve?',
    [
      ['parallel', '同时审批，全部同意', 'All of them, in any order', 'all'],
      ['serial', '依次审批', 'One after another', 'in-order'],
      ['quorum', '达到规定人数', 'A number of them'],
    ],
  ),
  open('precedence-by', ['R11-5'], '规章冲突时按什么确定优先？', 'What decides between rulebooks?', [
    ['rank', '按列出的次序', 'The order listed', 'rank'],
    ['newest', '以新的为准', 'The newer one', 'newest'],
  ]),
  open(
    'precedence-scope',
    ['R11-5'],
    '优先是逐条适用还是整体适用？',
    'Does it prevail clause by clause or as a whole?',
    [
      ['clause', '逐条', 'Clause by clause', 'clause'],
      ['whole', '整体', 'As a whole', 'whole'],
    ],
  ),
  open(
    'fault-and-complaint',
    ['R1-M10', 'R11-1.3', 'R6-5.4'],
    '报修同时也是投诉的，如何登记？',
    'How is a fault report taken that is also a complaint?',
    [
      ['both', '各建一张工单并关联', 'Both, linked'],
      ['complaint', '按投诉登记', 'As a complaint'],
      ['repair', '按报修登记', 'As a repair'],
    ],
  ),
  open(
    'same-fault-twice',
    ['R4-2.2', 'R5-3.1', 'R11-1.3'],
    '经销商和用户重复报同一故障时如何处理？',
    'What if dealer and user report the same fault?',
    [
      ['merge', '合并', 'Merge'],
      ['link', '关联', 'Link'],
    ],
  ),
  open(
    'owner-on-leave',
    ['R10-G3'],
    '负责人休假时由谁接手？',
    'Who takes over while the owner is on leave?',
    [
      ['supervisor', '由主管移交他人', 'Whoever the supervisor hands over to'],
      ['deputy', '由预先指定的代理人', 'A deputy named before'],
    ],
  ),
  open('survey-mean', ['R1-M15'], '满意度平均分如何计算？', 'How is the mean of a survey taken?', [
    ['response', '按答卷', 'Per response'],
    ['customer', '按客户', 'Per customer'],
  ]),
  open(
    'survey-minimum',
    ['R1-M15'],
    '答卷至少多少份才公布平均分？',
    'How many responses does a published mean need?',
    [
      ['five', '5 份', 'Five'],
      ['ten', '10 份', 'Ten'],
      ['none', '不限', 'No minimum'],
    ],
  ),
];
