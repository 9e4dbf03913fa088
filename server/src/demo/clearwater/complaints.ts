import { ask, decide, explain, record, say, step, assign, note } from '../acts';
import type { Story } from '../story';
import { until } from '../story';
import { understood } from './courses';

const classed = (kind: string) => ['complaint-classed', kind] as const;
const followedUp = ['follow-up-done', '回访：客户接受处理结果。'] as const;

/** Complaints, by the rules of R11: one pool, same care whatever the class, serious ones approved by the departments. */
export const complaints: readonly Story[] = [
  {
    serial: 'CW25-0023',
    by: 'dispatcher',
    reporter: '秋工',
    requestType: 'complaint',
    channel: 'letter',
    severity: 'general',
    subject: '随机资料缺少英文版操作手册',
    description: '来信：合同约定中英文各一份，到货只有中文版。',
    daysAgo: 46,
    reportedBefore: 40,
    course: [
      ...understood('订单与装箱单已核对，确缺英文手册一册。', '装箱漏放，属我方原因。'),
      step(4, 'dispatcher', 'answer', [], '英文手册一册今天寄出，并附电子版。'),
      step(40, 'dispatcher', 'accept-answer', [
        ['answer-confirmed', '秋工收到手册，确认。'],
        ['service-card', '记录卡由服务部代填。'],
      ]),
      explain(10, 'dispatcher', '装箱清单没有勾选英文手册，已补寄并修改装箱核对表。', '秋工'),
      step(2, 'dispatcher', 'close', [
        followedUp,
        classed('非质量（人为）类：包装漏放。'),
        ['cause-found', '仓储装箱核对缺一项，责任部门供应部。'],
      ]),
    ],
  },
  {
    serial: 'CW23-0009',
    by: 'dispatcher',
    reporter: '喻站长',
    requestType: 'complaint',
    channel: 'email',
    severity: 'major',
    subject: '同批膜组件一年内三次断丝',
    description: '要求说明批次质量，并给出不再发生的措施。',
    daysAgo: 35,
    course: [
      ...understood(
        '订单 QY23-0009，料号 M20，出货数量 40 组，不良 9 组。',
        '质量问题：膜丝根部灌胶应力开裂。',
      ),
      record(20, 'quality', 'handling-form', '投诉处理单已填：更换 9 组，延长该批膜保修 6 个月。'),
      ask(1, 'dispatcher', 'complaint-solution', '请会签处理方案：更换 9 组并延保。'),
      decide(3, 'manager', 'complaint-solution', 'given', '同意，费用列入质量损失。'),
      decide(5, 'quality', 'complaint-solution', 'given', '同意，灌胶工艺已冻结。'),
      decide(8, 'admin', 'complaint-solution', 'given', '同意，按方案答复客户。'),
      step(2, 'dispatcher', 'answer', [], '9 组膜组件免费更换，该批延保 6 个月。'),
      step(30, 'dispatcher', 'accept-answer', [
        ['answer-confirmed', '喻站长接受方案。'],
        ['service-card', '记录卡已填写。'],
      ]),
      record(20, 'quality', 'measures-set', '灌胶固化温度改分段升温，首批抽检加严一倍，三个月后验证。'),
      record(1, 'quality', 'cause-found', '灌胶固化升温过快，责任部门膜车间。'),
      explain(10, 'dispatcher', '原因是灌胶固化升温过快，工艺已改，三个月后给您验证结果。', '喻站长'),
      step(2, 'dispatcher', 'close', [
        followedUp,
        classed('质量类：产品质量。'),
        ['service-report', '售后服务报告已交质量管理部。'],
      ]),
    ],
  },
  {
    serial: 'CW25-0102',
    by: 'dispatcher',
    reporter: '费工',
    requestType: 'complaint',
    channel: 'web',
    severity: 'general',
    subject: '投诉外购水箱漏水',
    description: '反映设备旁边的储水箱漏水，要求赔付地坪。',
    daysAgo: 26,
    course: [
      ...understood('水箱不在我方供货清单内，已附清单。', '不属我方产品。'),
      explain(4, 'manager', '水箱为贵司另行采购，不在我方供货范围，附供货清单供核对。', '费工'),
      step(1, 'manager', 'filter-out', [['filter-reason', '投诉对象不是我方产品，已书面说明依据。']]),
    ],
  },
  {
    serial: 'CW25-0088',
    by: 'dealer',
    reporter: '封主任',
    requestType: 'complaint',
    severity: 'major',
    subject: '停产损失要求答复',
    description: '跨膜压差突升造成回用水停 8 小时，要求书面答复责任。',
    daysAgo: 4.2,
    course: [
      ...understood(
        '订单 QY25-0088，白水水质报告已取得，出货数量 25 组。',
        '进水短纤维超过技术协议，双方均有责任，待会签。',
      ),
      record(4, 'quality', 'handling-form', '投诉处理单：我方承担清洗费用，客户加装纤维回收机。'),
      ask(1, 'dispatcher', 'complaint-solution', '请会签处理方案。'),
      decide(2, 'manager', 'complaint-solution', 'given', '同意承担清洗费用。'),
    ],
  },
  {
    serial: 'CW25-0066',
    by: 'dealer',
    reporter: '余班长',
    requestType: 'complaint',
    severity: 'general',
    subject: '上次维修后漏油弄脏地面',
    description: '维修离场时减速机放油口没有擦净，地面油污，请来处理。',
    daysAgo: 2.8,
    course: [
      ...understood('与产品质量无关，注明不适用。', '服务质量问题，属我方。'),
      step(2, 'manager', 'visit', [], '安排就近人员上门清洁并致歉。'),
    ],
  },
  {
    serial: 'CW24-0131',
    by: 'dealer',
    reporter: '值班 张工',
    requestType: 'complaint',
    severity: 'general',
    subject: '备件到货包装破损',
    description: '刮渣胶条纸箱压破，胶条有压痕，担心影响使用。',
    daysAgo: 3.3,
    course: [
      ...understood('发货单、照片已核对，数量 4 条，压痕 2 条。', '包装质量问题。'),
      step(3, 'dispatcher', 'answer', [], '有压痕的两条今天补发，改用木箱包装。'),
      say(8, 'dealer', '收到，等补发的到了再确认。'),
    ],
  },
  {
    serial: 'CW23-0055',
    by: 'dispatcher',
    reporter: '工程部 尤经理',
    requestType: 'complaint',
    channel: 'letter',
    subject: '来信反映电话长时间无人接',
    description: '节假日拨打服务电话三次无人接听。',
    daysAgo: 0.7,
    reportedBefore: 30,
    course: [assign(3, 'dispatcher', 'manager'), note(1, 'manager', '调取电话系统记录核实时段。')],
  },
];
