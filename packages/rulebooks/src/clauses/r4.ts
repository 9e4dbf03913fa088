import { rulebook } from './rulebook.js';

export const r4 = rulebook(
  'R4',
  { zh: '掘进机售后管理制度', en: 'After-sales rules for tunneling machines' },
  [
    [
      '2.1',
      '售后服务包括保修、维修、培训和配件供应。',
      'Service covers warranty, repair, training and parts.',
    ],
    ['2.2', '服务面向客户和经销商。', 'Service is for customers and dealers.'],
    [
      '2.3',
      '各项服务都要有明确的承诺时间和要求。',
      'Every service item has an explicit promised time and requirement.',
    ],
    ['3.1', '由服务中心统一协调售后工作。', 'A service centre coordinates the work.'],
    ['3.2', '配备受过培训的专业人员。', 'Trained specialists are provided.'],
    ['4.1', '预约：客户预约服务。', 'Appointment: the customer books the service.'],
    ['4.2', '接待：接待客户并登记。', 'Reception: the customer is received and registered.'],
    [
      '4.3',
      '诊断：查明故障原因，拟定维修方案。',
      'Diagnosis: the cause is found and a repair plan drawn up.',
    ],
    [
      '4.4',
      '报价：按维修方案报价，双方同意后签订维修合同。',
      'Quotation: made from the plan; once agreed, a repair contract is signed.',
    ],
    ['4.5', '施工：按维修方案和合同施工。', 'Work: done by the plan and the contract.'],
    ['4.6', '验收：客户无异议后签字验收。', 'Acceptance: signed when the customer has no objection.'],
    [
      '4.7',
      '反馈：服务中心向客户说明维修情况，征求并记录意见。',
      'Feedback: the centre tells the customer how the repair went, asks for opinions and records them.',
    ],
    [
      '5.1',
      '接到报修后 24 小时内响应，并安排服务人员。',
      'A repair request is answered within 24 hours and staff are assigned.',
    ],
    [
      '5.2',
      '按技术标准维修，并对维修服务提供一定的保修期。',
      'Repairs follow the technical standard and carry a warranty period of their own.',
    ],
    [
      '5.3',
      '服务礼貌主动，解答疑问，提供技术支持。',
      'Service is polite and active, answers questions and gives technical support.',
    ],
    [
      '5.4',
      '优化流程，尽快完成维修。',
      'The process is optimised so that repairs finish as soon as possible.',
    ],
    ['5.5', '服务承诺须明确具体。', 'Service promises are explicit and specific.'],
    ['6.1', '维修质量通过抽查考核。', 'Repair quality is judged by spot checks.'],
    ['6.2', '服务态度通过客户满意度考核。', 'Attitude is judged by customer satisfaction.'],
    ['6.3', '服务时效按响应时间和维修周期考核。', 'Timeliness is judged by response time and repair cycle.'],
    [
      '7.1',
      '妥善处理客户投诉和不满，并据此改进。',
      'Complaints and dissatisfaction are handled and lead to improvement.',
    ],
    ['7.2', '持续优化服务流程。', 'The service process is optimised continuously.'],
  ],
);
