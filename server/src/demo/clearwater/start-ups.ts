import { agree, assign, note, say, step } from '../acts';
import type { Story } from '../story';
import { until } from '../story';
import { commissioning, installation } from './courses';

/** Installation guidance and commissioning. */
export const startUps: readonly Story[] = [
  {
    serial: 'CW25-0043',
    by: 'dealer',
    reporter: '项目部 袁工',
    requestType: 'installation',
    subject: '加药装置安装指导',
    description: '三箱加药装置已就位，请指导接管和动力线。',
    details: {
      'wanted-date': { inDays: 3 },
      requirements: '三天内到场，讲清药剂管材质要求。',
      'customer-lead': '袁工',
    },
    daysAgo: 23,
    course: installation(
      '希望三天内到场，需讲清药剂管材质要求。',
      '就位、接管、接线和接地共 14 项全部完成，药剂管用了聚氯乙烯管。',
      '袁工',
    ),
  },
  {
    serial: 'CW26-0004',
    by: 'dispatcher',
    reporter: '喻站长',
    requestType: 'installation',
    channel: 'phone',
    subject: '二期膜系统安装指导',
    description: '设备基础已验收，吊车周三进场，请派人指导膜架吊装。',
    details: {
      'wanted-date': { inDays: 2 },
      requirements: '指导膜架吊装，吊装当天须有我方人员旁站。',
      'customer-lead': '喻站长',
    },
    daysAgo: 21,
    course: installation(
      '进园需提前一天报备；吊装当天须有我方人员旁站。',
      '膜架 10 组吊装到位，水平偏差 2 毫米，管路试压 0.4 兆帕合格。',
      '喻站长',
    ),
  },
  {
    serial: 'CW25-0043',
    by: 'dealer',
    reporter: '项目部 袁工',
    requestType: 'commissioning',
    subject: '加药装置调试',
    description: '药剂本周五到货，请按到货时间安排调试。',
    details: { 'wanted-commissioning': { inDays: 3 }, 'site-condition': 'partly' },
    daysAgo: 11,
    course: [
      assign(1, 'dispatcher', 'engineer'),
      agree(1, 'manager', 'arrival', 80, '药剂到货才能调试，另行约定到场时间。', '袁工'),
      ...until(
        'accept',
        commissioning('药剂到货后到场，先教配药。', '三种药剂流量标定完成，联锁停机试验合格。', '袁工'),
      ).slice(1),
    ],
  },
  {
    serial: 'CW26-0004',
    by: 'dispatcher',
    reporter: '喻站长',
    requestType: 'commissioning',
    channel: 'phone',
    subject: '二期膜系统调试',
    description: '水电已通，接种污泥下周到，请安排调试。',
    details: { 'wanted-commissioning': { inDays: 1 }, 'site-condition': 'ready' },
    daysAgo: 7,
    course: [
      ...until('commission', commissioning('接种污泥到场前完成单机调试。', '达到设计产水量。', '喻站长')),
      step(20, 'engineer', 'interrupt', [], '接种污泥未到，进水浓度不足，暂停调试。'),
      say(1, 'engineer', '单机调试已完成，等接种污泥到场后继续。'),
      step(60, 'engineer', 'commission', [
        ['surveyed', '接种污泥 30 吨到场，浓度合格。'],
        ['prepared', '进水、回流、排泥管路确认畅通。'],
        ['procedure-confirmed', '按调试规程 C 版执行。'],
      ]),
    ],
  },
  {
    serial: 'CW25-0042',
    by: 'dealer',
    reporter: '项目部 袁工',
    requestType: 'installation',
    subject: '气浮机安装指导',
    description: '设备到货两个月，土建刚交付，请安排安装指导。',
    details: { 'wanted-date': { inDays: 6 }, requirements: '需带吊装图，下周一以后都可以。' },
    daysAgo: 4.5,
    course: [
      ...until('visit', installation('下周一以后都可以，需带吊装图。', '安装清单全部完成。', '袁工')),
      agree(2, 'manager', 'arrival', 130, '土建交付晚于计划，与客户另行约定。', '袁工'),
      note(1, 'engineer', '吊装图已打印，周日出发。'),
    ],
  },
  {
    serial: 'CW25-0042',
    by: 'dealer',
    reporter: '项目部 袁工',
    requestType: 'commissioning',
    subject: '溶气气浮机到货待调试',
    description: '设备和管路已就位，电源已接，请安排调试时间。',
    details: { 'site-condition': 'ready' },
    daysAgo: 0.25,
    course: [],
  },
];
