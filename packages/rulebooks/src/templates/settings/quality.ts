import { open } from './open-setting.js';

const majorIssue = ['R1-M11.2-1', 'R1-M11.2-2'];

/** General and major issues, and the approval that a major one waits for. */
export const settingsOfQuality = [
  open(
    'severity-gap',
    majorIssue,
    '既不明显属一般、也不明显属重大的质量问题，按哪一类处理？',
    'How is an issue treated that is neither clearly general nor clearly major?',
    [
      ['major', '重大质量问题', 'Major', 'major'],
      ['general', '一般质量问题', 'General', 'general'],
    ],
  ),
  open('severity-by', majorIssue, '由谁判定一般或重大？', 'Who tells general from major?', [
    ['quality', '质量管理部', 'Quality management'],
    ['engineer', '现场技术员', 'The technician on site'],
    ['supervisor', '售后服务主管', 'The service supervisor'],
  ]),
  open('severity-lowering', majorIssue, '判定后能否降级？', 'May the class be lowered later?', [
    ['with-reason', '可以，须写明理由', 'Yes, with a reason'],
    ['never', '不可以', 'No'],
  ]),
  open(
    'severity-counts-from',
    majorIssue,
    '等级变更后，时限从何时起算？',
    'From when do promises count after the class changed?',
    [
      ['original-start', '原起算时间', 'The original start', 'original-start'],
      ['change', '变更时间', 'The change', 'change'],
    ],
  ),
  open(
    'major-approver',
    ['R1-M11.2-2'],
    '重大质量问题由谁批准处理？',
    'Who approves the treatment of a major issue?',
    [
      ['department-head', '主管部门负责人', 'Head of the department in charge', ['manager']],
      ['company-leader', '公司领导', 'Company leader'],
    ],
  ),
  open('major-deputy', ['R1-M11.2-2'], '批准人不在时由谁代批？', 'Who approves in the head’s absence?', [
    ['leader', '公司领导', 'Company leader', ['leader']],
    ['supervisor', '售后服务主管', 'The service supervisor', ['supervisor']],
  ]),
  open(
    'oral-approval',
    ['R1-M11.2-2'],
    '能否先口头批准、事后补记？',
    'May approval be given by word of mouth and written down later?',
    [
      ['yes', '可以', 'Yes', true],
      ['no', '不可以', 'No', false],
    ],
  ),
  open(
    'safety-exception',
    ['R1-M11.2-2'],
    '危及人身安全时，能否先处理、后补批？',
    'May danger to people be removed before the approval?',
    [
      ['yes', '可以', 'Yes', true],
      ['no', '不可以', 'No', false],
    ],
  ),
  open('approval-pauses', ['R1-M11.2-2'], '等待批准期间是否暂停计时？', 'Does waiting for approval pause?', [
    ['run', '不暂停', 'The clocks run on'],
    ['pause', '暂停', 'The clocks pause'],
  ]),
];
