import { rulebook } from './rulebook.js';

export const r9 = rulebook(
  'R9',
  { zh: '设备售后规范和管理制度', en: 'Standards and rules of a service provider' },
  [
    [
      '3',
      '依据法律法规和质量管理体系建立服务组织。',
      'The organisation rests on the law and a quality system.',
    ],
    ['4', '建设专业的服务团队。', 'A capable team is built.'],
    ['5', '定期评价服务并开展调查。', 'Service is evaluated and surveyed regularly.'],
    [
      '6',
      '服务分为受理、排障、维护、跟踪和反馈几个阶段。',
      'The stages are request, fault removal, maintenance, tracking and feedback.',
    ],
    ['7', '快速受理请求并做好记录。', 'Requests are taken fast and recorded.'],
    ['8', '由专业人员按诊断流程排查。', 'Specialists follow a diagnosis procedure.'],
    ['9', '记录故障原因、处理过程、所用材料和耗时。', 'Cause, process, materials and time are recorded.'],
    [
      '10',
      '维修后跟踪，确保设备稳定运行。',
      'The equipment is tracked after the repair to ensure stable running.',
    ],
    [
      '11',
      '定期向客户通报服务情况，听取意见，解答疑问。',
      'Customers are told regularly how service went; opinions are heard and questions answered.',
    ],
    [
      '12',
      '设定质量目标和指标，并进行考核。',
      'Quality targets have indicators, which are measured and assessed.',
    ],
    ['13', '按标准提供服务。', 'Service follows the standard.'],
    ['14', '配件的供应和使用符合规定。', 'Parts are supplied and used as prescribed.'],
    [
      '15',
      '提供使用和维护指导、培训及技术支持。',
      'Guidance on use and maintenance, training and support are given.',
    ],
    ['16', '定期评价服务质量和客户满意度。', 'Quality and satisfaction are evaluated regularly.'],
  ],
);
