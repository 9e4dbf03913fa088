import type { LocalizedText } from '../../platform/graphql';
import { enumOf } from '../../platform/graphql';

/** Columns of lists and exports, in the order of a file, with their headings. */
export const columnHeadings = {
  number: { zh: '工单号', en: 'Number' },
  subject: { zh: '标题', en: 'Subject' },
  'request-type': { zh: '服务类型', en: 'Request type' },
  state: { zh: '状态', en: 'State' },
  severity: { zh: '严重程度', en: 'Severity' },
  customer: { zh: '客户', en: 'Customer' },
  dealer: { zh: '经销商', en: 'Dealer' },
  site: { zh: '使用现场', en: 'Site' },
  province: { zh: '省份代码', en: 'Province code' },
  serial: { zh: '序列号', en: 'Serial number' },
  channel: { zh: '受理渠道', en: 'Channel' },
  reporter: { zh: '报修人', en: 'Reporter' },
  phone: { zh: '联系电话', en: 'Telephone' },
  assignee: { zh: '处理人', en: 'Assignee' },
  owner: { zh: '责任人', en: 'Owner' },
  'reported-at': { zh: '报修时间', en: 'Reported' },
  'created-at': { zh: '登记时间', en: 'Entered' },
  'next-due-at': { zh: '最近到期', en: 'Next due' },
  'missed-at': { zh: '超时时间', en: 'Missed' },
  'updated-at': { zh: '更新时间', en: 'Updated' },
  'closed-at': { zh: '关闭时间', en: 'Closed' },
  description: { zh: '问题描述', en: 'Description' },
} as const satisfies Record<string, LocalizedText>;

export type TicketColumn = keyof typeof columnHeadings;
export const ticketColumns = Object.keys(columnHeadings) as TicketColumn[];
export const TicketColumns = enumOf('TicketColumn', ticketColumns, 'A column of a list of tickets.');
