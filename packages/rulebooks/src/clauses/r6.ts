import { rulebook } from './rulebook.js';

export const r6 = rulebook(
  'R6',
  { zh: '工程机电设备售后管理制度', en: 'After-sales rules for electromechanical systems' },
  [
    ['2.1', '设售后服务部门，由主管负责。', 'There is a service department under a supervisor.'],
    ['2.2', '配备售后工程师。', 'There are service engineers.'],
    ['2.3', '配备售后服务人员。', 'There are service staff.'],
    [
      '3.1',
      '设备故障或质量问题可通过服务热线或网站报修。',
      'A fault or quality problem is reported by hotline or website.',
    ],
    ['3.2', '接到报修后及时派技术人员处理。', 'A technician is sent promptly.'],
    [
      '3.3',
      '不能当场解决的，制定维修方案，并告知客户时限。',
      'What cannot be solved at once gets a repair plan, and the customer is told the time limit.',
    ],
    [
      '3.4',
      '维修后征求反馈，并告知下次保养日期。',
      'Feedback is taken afterwards, with the next maintenance date.',
    ],
    [
      '3.5',
      '建立客户档案，定期回访，了解需求和意见。',
      'A customer archive is kept; regular return visits ask for needs and opinions.',
    ],
    [
      '4.1',
      '维修人员须持资格证书并经培训合格，按维修标准作业。',
      'Repairers hold the qualification certificate and a training pass, and work by the repair standard.',
    ],
    ['4.2', '保护设备附件和周边环境。', 'Attachments and surroundings are protected.'],
    ['4.3', '维修后进行测试和试运行。', 'Repairs end with a test and a trial run.'],
    ['4.4', '配件一律通过统一渠道采购。', 'Parts come only through the unified purchasing channel.'],
    ['4.5', '维修记录归档，可追溯。', 'Repairs are recorded, archived and traceable.'],
    ['5.1', '建立内部质量管理体系。', 'An internal quality system is kept.'],
    ['5.2', '开展培训和考核。', 'Staff are trained and assessed.'],
    ['5.3', '定期评估服务流程。', 'The process is evaluated regularly.'],
    ['5.4', '记录投诉和纠纷，总结经验教训。', 'Complaints and disputes are recorded and lessons drawn.'],
    ['5.5', '开展满意度调查。', 'Satisfaction is surveyed.'],
    ['6.1', '领导支持售后工作。', 'Leaders support the work.'],
    [
      '6.2',
      '部门负责人定期汇报进展和问题，并据此调整计划。',
      'The head reports progress and problems regularly, and plans are adjusted.',
    ],
  ],
);
