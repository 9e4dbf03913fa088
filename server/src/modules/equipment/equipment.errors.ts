import { invalid } from '../../platform/aggregates';
import { Refusal } from '../../platform/errors';
import type { DateField } from './machine-dates';

/** The words of this room for what can be missing. */
export const names = {
  model: { zh: '型号', en: 'model' },
  equipment: { zh: '设备', en: 'machine' },
  limit: { zh: '到期事项', en: 'expiry' },
} as const;

export const codeTaken = () =>
  invalid('code', {
    zh: '这个型号代码已经有了，请换一个，或修改原有型号。',
    en: 'There is a model of this code already; choose another code, or change that model.',
  });

export const serialTaken = () =>
  invalid('serial', {
    zh: '这个序列号已经登记过了，请核对铭牌，或在设备列表中查找。',
    en: 'A machine with this serial number is registered already; compare the nameplate, or look it up in the list.',
  });

export const noPolicyInForce = () =>
  new Refusal('INVALID', [], {
    zh: '目前没有生效的服务政策，无法确定保修期。请先发布服务政策，再登记设备。',
    en: 'No service policy is in force, so there are no warranty terms to stamp. Publish one, then register the machine.',
  });

const dateNames: Record<DateField, { zh: string; en: string }> = {
  shippedOn: { zh: '发货日期', en: 'The day of shipping' },
  receivedOn: { zh: '收货日期', en: 'The day of receipt' },
  installedOn: { zh: '安装日期', en: 'The day of installation' },
  acceptedOn: { zh: '验收日期', en: 'The day of acceptance' },
};

export const dateOrder = (later: DateField, earlier: DateField, day: string) =>
  invalid(later, {
    zh: `${dateNames[later].zh}不能早于${dateNames[earlier].zh}（${day}），请核对。`,
    en: `${dateNames[later].en} cannot be before ${dateNames[earlier].en.toLowerCase()} (${day}); check both.`,
  });

export const dateInFuture = (field: DateField, today: string) =>
  invalid(field, {
    zh: `${dateNames[field].zh}不能晚于今天（${today}），请在发生后再填写。`,
    en: `${dateNames[field].en} lies after today (${today}); enter it when it has happened.`,
  });

export const dateStands = (field: DateField, day: string) =>
  invalid(field, {
    zh: `保修期已从 ${day} 起算，${dateNames[field].zh}不能再改；如日期有误，请在工单上经批准改判该项费用。`,
    en: `The warranty began on ${day}, so this date stands; where it is wrong, have the charge on the ticket overridden with an approval.`,
  });

export const otherDealersCustomer = () =>
  invalid('customerId', {
    zh: '设备只能转给同一经销商名下的客户，请重新选择客户。',
    en: 'A machine can pass to a customer of the same dealer only; choose one of those.',
  });

export const tooManyLines = (field: string, limit: number) =>
  invalid(field, {
    zh: `最多 ${limit} 行，请合并后再提交。`,
    en: `There may be at most ${limit} lines; combine some.`,
  });

export const badQuantity = (field: string) =>
  invalid(field, {
    zh: '数量请填 1 到 9999 的整数。',
    en: 'The quantity is a whole number from 1 to 9999.',
  });

export const doubled = (field: string, what: string) =>
  invalid(field, {
    zh: `“${what}”重复了，请合并或删除其中一行。`,
    en: `"${what}" stands there twice; combine the lines or remove one.`,
  });

export const badShelfMonths = () =>
  invalid('shelfMonths', {
    zh: '有效期请填 1 到 1200 个月；不会到期的请留空。',
    en: 'Give 1 to 1200 months, or leave it empty for what does not expire.',
  });

export const unknownMeter = (known: readonly string[]) =>
  invalid('meter', {
    zh: known.length
      ? `该型号没有这个计数器，可选：${known.join('、')}。`
      : '该型号没有计数器，请先在型号上添加。',
    en: known.length
      ? `The model has no such meter; choose one of ${known.join(', ')}.`
      : 'The model has no meter; add it to the model first.',
  });

export const badReading = () =>
  invalid('value', { zh: '读数请填不小于 0 的整数。', en: 'A reading is a whole number from 0.' });

export const readInFuture = () =>
  invalid('readAt', {
    zh: '读表时间不能晚于现在，请改为实际读表的时间。',
    en: 'The time of the reading lies in the future; enter when it was really read.',
  });

export const readingFalls = (before: number) =>
  invalid('value', {
    zh: `读数不能小于上一次的 ${before}；如果换过表，请填写更换原因。`,
    en: `The reading is lower than the one before it, ${before}; if the meter was replaced, say why.`,
  });

export const readingPasses = (after: number) =>
  invalid('value', {
    zh: `读数不能大于之后一次的 ${after}，请核对读数和读表时间。`,
    en: `The reading is higher than the one after it, ${after}; check the value and the time.`,
  });

export const expiryWanted = () =>
  invalid('expiresOn', {
    zh: '请填写到期日；只有型号设了有效期、设备有发货日期时才能自动推算。',
    en: 'Give the day; it follows by itself only where the model has shelf months and the machine a day of shipping.',
  });

export const decidedAlready = () =>
  invalid('limitId', {
    zh: '这个到期事项已经处理过了，续期后请处理新的一条。',
    en: 'This expiry was settled already; after a renewal, settle the new one.',
  });

export const renewalWanted = (expired: string) =>
  invalid('renewedUntil', {
    zh: `续期请填写新的到期日，并且晚于原到期日 ${expired}。`,
    en: `A renewal needs its new day, later than the old one, ${expired}.`,
  });
