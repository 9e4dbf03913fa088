import { rulebook } from './rulebook.js';

export const r2 = rulebook('R2', { zh: '机械售后服务规章制度', en: 'After-sales rules for machinery' }, [
  ['3', '客户至上，服务讲质量、讲效率。', 'The customer comes first; service is good and efficient.'],
  ['4', '配备合格的服务人员。', 'Service staff are qualified.'],
  ['5', '遵守法律法规，维护用户权益。', 'The law is kept and users’ rights are protected.'],
  ['6', '服务积极主动，耐心周到。', 'Service is active and patient.'],
  ['7', '用户反馈及时记录，并按程序处理。', 'Feedback is recorded and handled by procedure in time.'],
  [
    '8',
    '定期检查服务质量，发现问题及时纠正。',
    'Service quality is checked regularly and problems are corrected.',
  ],
  [
    '9',
    '接到投诉立即核实，并登记用户的详细信息。',
    'A complaint is verified at once and the user’s details are recorded.',
  ],
  ['10', '及时与用户商定解决方案。', 'A solution is agreed with the user in time.'],
  ['11', '按程序处理，并跟踪进展。', 'Handling follows the procedure and is tracked.'],
  [
    '12',
    '向用户说明处理结果，需要时继续提供帮助。',
    'The result is explained to the user, with further help if needed.',
  ],
  ['13', '完整记录问题和处理过程，以备参考。', 'Problem and handling are recorded in full for reference.'],
  ['14', '统计分析投诉情况，改进服务。', 'Complaints are counted and analysed, and service improves.'],
  ['15', '工作态度积极主动。', 'Staff are active.'],
  ['16', '对待用户耐心细致。', 'Staff are patient and careful with users.'],
  ['17', '注重仪表，维护企业形象。', 'Staff mind their appearance and the company’s image.'],
  ['18', '尊重用户的意见。', 'Users’ opinions are respected.'],
  ['19', '如实提出建议，不误导用户。', 'Suggestions are honest and never misleading.'],
  ['20', '保护用户隐私，不向他人泄露用户信息。', 'Privacy: user information is not disclosed to others.'],
]);
