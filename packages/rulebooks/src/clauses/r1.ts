import { rulebook } from './rulebook.js';

/** C: the commitment; M: the management measures; S: the register of standards, numbers as printed. */
export const r1 = rulebook(
  'R1',
  { zh: '售后服务承诺书与售后服务管理办法', en: 'After-sales commitment and management measures' },
  [
    [
      'C1',
      '安装指导：业务员和技术员与客户负责人、安装人员一起，指导设备定位、管路连接、电源接线等工作。',
      'Installation guidance: salesperson and technician guide the customer’s lead and installers in positioning, piping, wiring and the like.',
    ],
    [
      'C2',
      '接到客户调试通知后按时到场：省内一般 24 小时，省外 48 小时；特殊情况另议。',
      'On the customer’s notice, commissioning staff are on site on time: usually within 24 h in-province, 48 h out-of-province; special cases by agreement.',
    ],
    [
      'C3',
      '到场后先勘察现场，安排并完成各项准备，条件完全具备后才开始调试。',
      'On site, survey first, then arrange and finish the preparation; commissioning starts only when everything is ready.',
    ],
    ['C4', '双方共同验收，并签署验收单。', 'Both sides accept jointly and sign the acceptance sheet.'],
    [
      'C5',
      '调试一般需 5 至 7 天、1 至 2 人；特殊情况另议。',
      'Commissioning usually takes 5–7 days and 1–2 people; special cases by agreement.',
    ],
    [
      'C6',
      '接到报修后立即给予技术指导；仍不能解决的，一般省内 24 小时、省外 48 小时内到场；特殊情况另议。',
      'On a repair call, technical guidance at once; if that fails, on site usually within 24 h in-province, 48 h out-of-province; special cases by agreement.',
    ],
    [
      'C7',
      '终身维修，长期供应配件和提供技术咨询；易损件不在保修范围内；保修范围外适当收取工本费。',
      'Lifetime repair, parts and technical advice; wear parts are outside the warranty; outside it a moderate cost fee is charged.',
    ],
    ['C8', '公布售后服务联系方式。', 'The service contact is published.'],
    ['C9', '另设投诉和举报渠道。', 'Complaints and reports of misconduct have a channel of their own.'],
    ['M1', '说明制定本办法的目的。', 'The aim of the measures is stated.'],
    ['M2', '说明本办法的适用范围。', 'The scope of the measures is stated.'],
    [
      'M3',
      '市场营销部归口管理售后服务：制定计划、目标和方案，负责日常工作，并传递质量信息。',
      'Marketing owns service: plans, targets, programmes and daily work, and passes quality information on.',
    ],
    [
      'M4',
      '质量管理部门协助处理投诉，牵头分析和检测质量问题，并提出处理意见。',
      'Quality management helps with complaints, leads the analysis and testing of quality problems and reports a handling opinion.',
    ],
    [
      'M5',
      '技术中心协助质量分析，负责技术交流、服务和培训，并选派技术人员。',
      'The technical centre assists the analysis, owns technical exchange, service and training, and lends technicians.',
    ],
    [
      'M6',
      '供应部门负责发货和退货的物流与仓储。',
      'Supply handles logistics and warehousing of deliveries and returns.',
    ],
    [
      'M7',
      '服务项目包括交付、安装调试、技术交流、培训、投诉受理、现场维修调试、退换货和意见征询。',
      'Services: delivery, installation and commissioning, technical exchange, training, complaint intake, on-site repair and commissioning, return and exchange, opinion survey.',
    ],
    ['M8', '供应部门跟踪产品交付，直至完成。', 'Supply follows each delivery to completion.'],
    [
      'M9.1',
      '需现场安装的产品，由客户提出时间和要求，市场营销部安排。',
      'For products installed on site the customer gives time and requirements, and marketing schedules.',
    ],
    [
      'M9.2',
      '严格按操作规程安装调试，使客户满意。',
      'Installation and commissioning strictly follow the procedures, to the customer’s satisfaction.',
    ],
    [
      'M9.3',
      '人员完工后及时返回，市场营销部在一周内回访，了解满意程度。',
      'Staff return promptly; within one week marketing makes a return visit and asks about satisfaction.',
    ],
    [
      'M10',
      '销售助理和业务员受理投诉，并按投诉信息管理程序执行。',
      'Sales assistants and salespeople take complaints under the complaint-information procedure.',
    ],
    [
      'M11.1',
      '市场营销部会同质量部门和技术中心分析投诉，判明性质并做好准备。',
      'Marketing, with quality and the technical centre, analyses a complaint, settles its nature and prepares.',
    ],
    [
      'M11.2a',
      '非产品质量问题或使用不当的，通过电话、传真或电子邮件告知解决办法。',
      'No fault of the product, or misuse: the solution is told by telephone, fax or e-mail.',
    ],
    [
      'M11.2b',
      '属产品质量问题但无需到场的，通过电话、传真或电子邮件告知解决办法。',
      'A product fault that needs no visit: the solution is told by telephone, fax or e-mail.',
    ],
    [
      'M11.2-1',
      '一般质量问题：交付后在运输、储存、试用或使用中出现，经普通处理即可排除，不影响寿命、性能和安全；如实记录、分析处理，由客户验证效果。',
      'General issue: arises in transport, storage, trial or use, is cleared by ordinary treatment and affects neither life, performance nor safety; recorded, analysed and treated, and the customer verifies the effect.',
    ],
    [
      'M11.2-2',
      '重大质量问题：影响主要性能、寿命或安全，或造成批量返工；先到场如实记录，报主管部门负责人批准后再处理。',
      'Major issue: affects main performance, life or safety, or causes batch rework; recorded on site first, and treated only after the head of the department in charge approves.',
    ],
    [
      'M11.3',
      '处理结果报客户代表确认、签署意见，并填写对外技术服务记录卡和满意度表；返回后通报质量部门和销售助理，重大问题另交售后服务报告。',
      'The customer’s representative verifies, comments and signs; record card and satisfaction form are filled in; back home quality and the sales assistant are told, and a major issue needs a service report.',
    ],
    [
      'M12',
      '因质量问题退换货的，按退换货程序办理。',
      'Returns and exchanges caused by quality follow the return procedure.',
    ],
    [
      'M13.1a',
      '销售部门每年至少发放并收回一次满意度调查表。',
      'Sales sends out and collects a satisfaction form at least once a year.',
    ],
    [
      'M13.1b',
      '每年走访一次重点客户，座谈、查看产品使用情况并填写调查表。',
      'Key customers are visited once a year: a discussion, a look at the product, and the form.',
    ],
    ['M13.1c', '每次技术服务都填写记录卡。', 'Each technical service gets a record card.'],
    [
      'M13.2',
      '公布电话、邮政信箱和电子邮箱等渠道，接受咨询、意见和投诉。',
      'Telephone, postal box, e-mail and other ways are published for enquiries, opinions and complaints.',
    ],
    [
      'M13.3',
      '来电、来信、来访均热情接待、详细记录并转交办理；紧急情况立即上报市场营销部负责人和公司领导。',
      'Every call, letter and visit is received kindly, recorded and routed; urgent matters go up at once to the head of marketing and company leaders.',
    ],
    [
      'M14.1',
      '设售后服务主管一名：制定制度和标准，分解任务，编制计划，调配资源；指导、监督、培训和考核人员；分析反馈、改进流程；处理重大投诉和索赔。',
      'One service supervisor sets policies, standards, plans and resources; guides, supervises, trains and assesses staff; analyses feedback; handles major complaints and compensation claims.',
    ],
    [
      'M14.2',
      '售后服务人员负责客户联络、现场服务、数据和归档，并提出改进建议。',
      'Service staff handle contact, field work, data and filing, and suggest improvements.',
    ],
    [
      'M15',
      '采用适合本公司的调查表，定期发放；统计各项平均分、总平均分，并对最低分等项目作专项分析。',
      'A form suited to the company is issued regularly; item means, the overall mean and special analyses such as the lowest item are computed.',
    ],
    [
      'M16',
      '售后服务部门编写报告：现状、与上年对比、趋势预测，以及改进重点和计划。',
      'The service department reports the present state, a comparison with last year, a forecast, and the focus and plan of improvement.',
    ],
    [
      'M17',
      '记录须标识并受控，定期移交质量部门；每半年统计一次，形成报告提交管理评审。',
      'Records are identified, controlled and handed to quality regularly; half-yearly statistics become a report for management review.',
    ],
    [
      'M18',
      '会同质量部门和技术中心分析原因，提出改进措施并跟踪落实。',
      'With quality and the technical centre, causes are analysed and improvements proposed and followed.',
    ],
    [
      'M-end',
      '本办法自发布之日起施行，由市场营销部负责解释。',
      'In force from issue; marketing interprets it.',
    ],
    [
      'S1',
      '制造执行 GB HX102-1993（化工机械焊接）。',
      'Manufacturing follows GB HX102-1993 (welding of chemical machinery).',
    ],
    [
      'S2',
      '制造执行 HG JQ13.1-1998（化工防腐）。',
      'Manufacturing follows HG JQ13.1-1998 (chemical anticorrosion).',
    ],
    [
      'S3',
      '制造执行 HG JB2932（水处理设备制造）。',
      'Manufacturing follows HG JB2932 (manufacture of water-treatment equipment).',
    ],
    [
      'S4',
      '设计执行 GB50050-2007（工业循环冷却水）。',
      'Design follows GB50050-2007 (industrial circulating cooling water).',
    ],
    [
      'S5',
      '包装运输执行 HG/JB2536-92（机械产品包装与运输）。',
      'Packing and transport follow HG/JB2536-92 (packing and transport of machinery).',
    ],
    [
      'S6',
      '包装运输执行 JB98003-87（水处理设备油漆与包装）。',
      'Packing and transport follow JB98003-87 (paint and packing of water-treatment equipment).',
    ],
    [
      'S7',
      '验收执行 HG/T2160-2008（冷却水动态模拟试验）。',
      'Acceptance follows HG/T2160-2008 (dynamic simulation of cooling water).',
    ],
    [
      'S8',
      '验收执行 GB/T3310-98（信号传输测试）。',
      'Acceptance follows GB/T3310-98 (signal transmission test).',
    ],
    ['S9', '验收执行企业标准。', 'Acceptance follows the maker’s own enterprise standard.'],
  ],
);
