import { rulebook } from './rulebook.js';

export const r5 = rulebook(
  'R5',
  { zh: '工业设备售后管理制度', en: 'After-sales rules for industrial equipment' },
  [
    ['1', '规范工业设备的售后服务。', 'After-sales service for industrial equipment is put in order.'],
    [
      '2',
      '服务包括维修、更换、升级和退换货。',
      'Service covers repair, replacement, upgrade, return and exchange.',
    ],
    [
      '3.1',
      '用户可向售后部门或经销商报修，说明设备和故障情况。',
      'The user turns to the service department or a dealer with equipment and fault.',
    ],
    [
      '3.2',
      '先与用户确认故障，再安排上门或远程指导。',
      'The fault is confirmed with the user before a visit or remote guidance.',
    ],
    ['3.3', '保证维修质量，并出具维修报告。', 'Repair quality is assured and a repair report is issued.'],
    [
      '3.4',
      '由用户试机，确认运行正常、无明显故障。',
      'The user tests and confirms normal running without evident fault.',
    ],
    [
      '3.5',
      '维修后填写满意度表，及时处理反馈。',
      'A satisfaction form follows, and feedback is handled in time.',
    ],
    ['4.1', '对服务人员进行培训。', 'Service staff are trained.'],
    ['4.2', '建立配件供应体系。', 'A parts supply system is kept.'],
    ['4.3', '由独立部门监督和评价售后服务。', 'A separate department supervises and evaluates service.'],
    [
      '4.4',
      '明确维修时间、维修质量等服务承诺。',
      'Commitments such as repair time and quality are made explicit.',
    ],
    [
      '5.1',
      '建立服务信息系统，跟踪故障、监控服务。',
      'A service information system tracks faults and monitors service.',
    ],
    ['5.2', '除上门外，还提供电话和网络服务。', 'Service is given by telephone and network besides visits.'],
    ['5.3', '服务流程标准化。', 'The service process is standardised.'],
    ['5.4', '定期评估并改进服务。', 'Service is evaluated and improved regularly.'],
    [
      '6.1',
      '人为损坏或超过保修期的，可合理收费。',
      'Man-made damage or expired warranty may be charged, fairly.',
    ],
    [
      '6.2',
      '对服务质量有异议或投诉的，及时处理，说明理由并给出解决办法。',
      'An objection or complaint about service quality is handled in time, with a reasoned explanation and a solution.',
    ],
  ],
);
