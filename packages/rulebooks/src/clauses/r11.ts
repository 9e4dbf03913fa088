import { rulebook } from './rulebook.js';

export const r11 = rulebook(
  'R11',
  { zh: '售后服务管理制度', en: 'After-sales rules of an own-brand maker' },
  [
    [
      '1.1A',
      '收集、接待和受理客户的咨询与意见。',
      'Enquiries and opinions are collected, received and accepted.',
    ],
    [
      '1.1B',
      '处理客户和市场投诉，第一时间反馈。',
      'Customer and market complaints are handled and fed back at the first moment.',
    ],
    ['1.1C', '开展客户回访。', 'Return visits are made.'],
    ['1.1D', '将意见和建议转达相关部门。', 'Opinions and suggestions are passed to the departments.'],
    ['1.1E', '处理各分支机构送修的产品。', 'Repairs from branch offices are handled.'],
    ['1.2', '制定各地区统一的服务标准。', 'Service standards are unified over regions.'],
    [
      '1.3',
      '各渠道的投诉统一汇总到售后部门，由其整理、筛选、核实，跟踪到解决并分析原因。',
      'Every complaint, wherever it arrives, goes to the service department, which sorts, filters and checks it, tracks it until solved and analyses the cause.',
    ],
    [
      '1.4',
      '开展满意度和忠诚度调查，为产品策略提供依据；维系、争取和挽回客户。',
      'Satisfaction and loyalty are surveyed and guide product policy; customers are kept, won and won back.',
    ],
    [
      '2.1A',
      '提供现场和在线指导、安装、调试与维修。',
      'Guidance, installation, commissioning and repair are given on site and online.',
    ],
    ['2.1B', '负责回访，收集意见，受理投诉。', 'Return visits, opinions and complaints are looked after.'],
    [
      '2.1C',
      '收集、整理、分析质量信息，并加以运用。',
      'Quality information is collected, sorted, analysed and used.',
    ],
    ['2.2', '建设专业团队和服务网络。', 'A capable team and a service network are built.'],
    [
      '2.3',
      '指导安装，讲解使用和保养，收集反馈，履行质量责任。',
      'Installation is guided, use and care explained, feedback collected and the quality duty met.',
    ],
    ['2.4.1', '听取意见，整理并分析。', 'Opinions are heard, sorted and analysed.'],
    [
      '2.4.2',
      '来访、来信、来电逐一登记，按产品、服务、包装、安装质量分类；需上门的立即通知工程师。',
      'Every visit, letter and call is recorded and classed as product, service, packaging or installation quality; if a visit is needed the engineer is notified immediately.',
    ],
    [
      '2.4.3',
      '技术人员和业务员听到的意见须及时转达。',
      'What technicians and salespeople hear is passed on.',
    ],
    [
      '2.4.4',
      '现场服务热情、解决问题，维修记录交营销中心存档。',
      'On-site service is helpful and solves the problem; the repair record is filed with the marketing centre.',
    ],
    [
      '3.1',
      '投诉分为质量问题、非质量（人为）问题和其他问题。',
      'Complaints are quality, non-quality (man-made) or other.',
    ],
    [
      '3.2.1',
      '询问详情并填写客户投诉登记表；产品质量投诉须立即问清订单号、料号、出货日期、数量、不良数量和诉求，并与相关部门核对。',
      'Details are asked and the complaint register filled in; for product quality at once order number, material number, shipping date, quantity, defective quantity and demand, checked with the departments.',
    ],
    [
      '3.2.2',
      '属我方质量问题的，会同制造、品管等部门查明原因和责任部门，拟定处理办法；人为及其他问题同样受理、同样重视；非我方原因的，出示检验结果和依据，与客户共同分析并商定后续办法。',
      'Our quality problem: cause and responsible department are found jointly and handling is drafted; man-made and other ones get the same procedure and care; if it is not our fault, result and grounds are shown and the next solution is discussed with the customer.',
    ],
    [
      '3.2.3',
      '轻微质量投诉登记存档并通知相关部门；严重投诉填写处理单，由品管和研发提出产品措施，售后和销售与客户商定方案，报各部门审批。',
      'A minor quality complaint is filed and the departments told; a serious one needs a handling form, product measures by quality control and R&D, a solution agreed with the customer, and the departments’ approval.',
    ],
    [
      '3.2.4',
      '反馈进展，按约定执行并全程跟踪；品管、研发和制造部门制定防止再发的措施。',
      'Progress is fed back, the agreement carried out and tracked; quality control, R&D and manufacturing draw up measures against recurrence.',
    ],
    [
      '3.3.1',
      '售后部门：登记投诉、确认原因；审查、调查、呈报；与客户协商；提出改进、督促执行并确认效果；拟定处理办法，快速传达结果，反映意见。',
      'Service registers and confirms the reason, investigates and submits, deals with the customer, proposes improvements and confirms their effect, drafts the handling and passes results on fast.',
    ],
    [
      '3.3.2',
      '营销中心：协助确认原因，提供订单号、料号、数量和出货日期；协助客户，提供参考资料。',
      'The marketing centre helps confirm the reason, supplies order number, material number, quantity and shipping date, and gives the customer help and reference material.',
    ],
    [
      '3.3.3.1',
      '品管部门：检验确认，查明原因，制定对策并监督执行，通报生产单位、人员和日期。',
      'Quality control inspects and confirms, finds causes, sets and supervises countermeasures and reports production unit, staff and date.',
    ],
    [
      '3.3.3.2',
      '一般退货在 3 个工作日内处理完毕，特殊情况在 24 小时内处理，并附分析报告和处理情况。',
      'Ordinary returns are completed within 3 working days, special cases within 24 hours, with an analysis report and what was done.',
    ],
    [
      '4.1',
      '因服务态度被投诉的，给予考核处罚。',
      'Complaints about staff attitude lead to an assessment penalty.',
    ],
    ['4.2', '第一时间与客户取得联系。', 'The customer is contacted at the first moment.'],
    [
      '4.3',
      '严格执行，第一时间答复客户。',
      'Handling is executed strictly and answered at the first moment.',
    ],
    ['4.4', '监督处理措施的落实。', 'Carrying-out is supervised.'],
    [
      '4.5',
      '发生争议时，由指定的协调人按合同条款处理。',
      'Disputes go to a named coordinator and follow the contract’s clauses.',
    ],
    [
      '5',
      '自 2019 年 1 月 1 日起施行；与其他制度冲突时，以本制度为准。',
      'In force from 2019-01-01; where it conflicts with another rulebook, this one prevails.',
    ],
  ],
);
