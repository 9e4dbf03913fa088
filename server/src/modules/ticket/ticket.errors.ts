import { Refusal } from '../../platform/errors';
import type { Channel } from './ticket.words';
import { channelLabels } from './ticket.words';

export const unknownRequestType = (known: readonly string[]) =>
  new Refusal('INVALID', ['requestType'], {
    zh: `没有这种服务类型，可选：${known.join('、')}。`,
    en: `There is no such request type; choose one of ${known.join(', ')}.`,
  });

/** One and the same answer for a machine that does not exist and for one of another dealer. */
export const unknownMachine = () =>
  new Refusal('NOT_FOUND', ['serial'], {
    zh: '没有找到这台设备。请核对铭牌上的序列号；如确认无误，请附上铭牌照片并填写客户，厂家核实后即可受理。',
    en: 'No machine of yours has this serial number. Compare it with the nameplate; if it is right, attach a photo of the nameplate and name the customer, and the maker will verify it.',
  });

export const unknownCustomer = () =>
  new Refusal('NOT_FOUND', ['customerId'], {
    zh: '没有找到这个客户，请从名单中选择或填写客户名称。',
    en: 'There is no such customer among yours; choose from the list or give the name.',
  });

export const unknownSeverity = (known: readonly string[]) =>
  new Refusal('INVALID', ['severity'], {
    zh:
      known.length > 0 ? `没有这个严重等级，可选：${known.join('、')}。` : '这家厂商不区分严重等级，请留空。',
    en:
      known.length > 0
        ? `There is no such severity; choose one of ${known.join(', ')}.`
        : 'This maker has no classes of severity; leave it out.',
  });

export const reportedInFuture = () =>
  new Refusal('INVALID', ['reportedAt'], {
    zh: '报修时间不能晚于现在，请改为实际报修的时间。',
    en: 'The time of the report lies in the future; enter when it was really reported.',
  });

/** @param field what led to it */
export const ticketNotFound = (field: 'ticketId' | 'idempotencyKey' = 'ticketId') =>
  new Refusal('NOT_FOUND', [field], {
    zh: '没有找到这张工单，请核对后从工单列表中重新打开。',
    en: 'There is no such ticket among those you may see; open it from the list.',
  });

export const assigneeNotFound = () =>
  new Refusal('NOT_FOUND', ['assigneeId'], {
    zh: '没有找到可派工的人员，请从名单中选择。',
    en: 'There is nobody with this id to whom tickets can be assigned; choose from the list.',
  });

export const ticketClosed = () =>
  new Refusal('INVALID', ['ticketId'], {
    zh: '工单已结束，不能再派工。',
    en: 'The ticket is closed and cannot be assigned any more.',
  });

export const internalNotForDealers = () =>
  new Refusal('FORBIDDEN', ['audience'], {
    zh: '经销商只能发表公开回复。',
    en: 'Dealers can only write public comments.',
  });

export const noPolicyInForce = () =>
  new Refusal('INVALID', ['reportedAt'], {
    zh: '该时间没有生效的服务政策，请核对报修时间。',
    en: 'No service policy was in force at that time; check the time of the report.',
  });

export const reportedTooLongAgo = (hours: number) =>
  new Refusal('INVALID', ['reportedAt'], {
    zh: `经销商只能补报最近 ${hours} 小时内的报修；更早的请联系厂家代为登记。`,
    en: `A dealer passes on reports of the last ${hours} hours; ask the maker to enter an earlier one.`,
  });

export const notYourChannel = (own: readonly Channel[]) =>
  new Refusal('INVALID', ['channel'], {
    zh: `由您登记的报修，渠道只能是：${own.map((each) => channelLabels[each].zh).join('、')}。请从中选择，或不填。`,
    en: `What you file can only have come in by: ${own.map((each) => channelLabels[each].en).join(', ')}. Choose from these, or leave the channel out.`,
  });

export const registeredOtherwise = (field: 'customerId' | 'customerName' | 'province') =>
  new Refusal('INVALID', [field], {
    zh: `该设备已登记，${field === 'province' ? '所在省份' : '客户'}以设备档案为准，请留空；如有变动，请让厂家更正。`,
    en: `The machine is registered with its ${field === 'province' ? 'place' : 'customer'}; leave this empty, and ask the maker to correct what has changed.`,
  });

export const answeredTwice = (key: string) =>
  new Refusal('INVALID', ['details', key], {
    zh: `“${key}”填写了两次，请只保留一个答案。`,
    en: `"${key}" is answered twice; leave one answer.`,
  });

export const tooManyFiles = (most: number) =>
  new Refusal('INVALID', ['fileIds'], {
    zh: `一次最多附 ${most} 个文件，其余可在提交后补充。`,
    en: `Attach at most ${most} files with the request; add the others afterwards.`,
  });
