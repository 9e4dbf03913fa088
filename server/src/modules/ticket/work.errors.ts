import type { Sentence } from '../../platform/errors';
import { Refusal } from '../../platform/errors';

const invalid = (field: string | readonly string[], zh: string, en: string) =>
  new Refusal('INVALID', [field].flat(), { zh, en });

export const inTheFuture = () =>
  invalid(
    'at',
    '发生时间不能晚于现在，请填写实际发生的时间。',
    'The moment lies in the future; enter when it really happened.',
  );

export const beforeTheReport = () =>
  invalid(
    'at',
    '发生时间不能早于报修时间，请填写实际发生的时间。',
    'The moment lies before the report; enter when it really happened.',
  );

export const tooLateToEnter = (hours: number) =>
  invalid(
    'at',
    `最多可补录 ${hours} 小时以内的情况，更早的请由主管补录或写入备注。`,
    `You may enter what happened up to ${hours} hours ago; for anything older ask a manager, or put it into the note.`,
  );

export const beforeTheState = () =>
  invalid(
    'at',
    '发生时间不能早于工单进入当前状态的时间，请填写之后的时间。',
    'The moment lies before the ticket came into its present state; enter a later one.',
  );

export const beforeThePause = () =>
  invalid(
    'at',
    '恢复时间不能早于暂停时间，请填写之后的时间。',
    'The moment lies before the pause began; enter a later one.',
  );

/** A step that may not be taken, and all that is missing for it. */
export const stepNotPossible = (sentence: Sentence) => new Refusal('INVALID', ['step'], sentence);

/** As `stepNotPossible`, where the step goes without saying. */
export const notWithdrawn = (sentence: Sentence) => new Refusal('INVALID', ['ticketId'], sentence);

export const nothingToWithdraw = () =>
  notWithdrawn({
    zh: '请求已结束，无需撤回。如仍需处理，请重新报修，或请厂家重新打开。',
    en: 'The request is over, so there is nothing to take back. If there is more to do, report it anew or ask the maker to reopen it.',
  });

export const stepTakesAPerson = () =>
  invalid('step', '派工须指定人员，请在派工时选择。', 'Name to whom: assign the ticket to somebody.');

export const unknownKey = (field: string | readonly string[], known: readonly string[]) =>
  invalid(
    field,
    known.length > 0
      ? `没有这个选项，可选：${known.join('、')}。`
      : '这家厂商的服务政策没有设这一项，请勿填写；如确有需要，请先在服务政策中添加。',
    known.length > 0
      ? `There is no such key; choose one of ${known.join(', ')}.`
      : 'The rules of this maker have nothing of the kind; leave it out, or add it to the service policy first.',
  );

export const notYourRole = (field: string, roles: Sentence) =>
  new Refusal('FORBIDDEN', [field], {
    zh: `这一项须由${roles.zh}办理。`,
    en: `This is for ${roles.en} to do.`,
  });

export const toldIsPublic = ({ zh, en }: Sentence) =>
  invalid(
    'audience',
    `“${zh}”是告知客户的内容，客户须能看到，不能设为内部。请改为公开，或不填可见范围；不便公开的情况请写入内部备注。`,
    `"${en}" is what the customer is told and theirs to read, so it cannot be internal. Make it public or leave the audience out; what is not for the customer goes into an internal comment.`,
  );

export const dateMissing = (record: Sentence) =>
  new Refusal('REQUIRED', ['date'], {
    zh: `请填写日期：“${record.zh}”须写明具体是哪一天。`,
    en: `Enter the date: "${record.en}" has to name the day.`,
  });

export const dateNotAhead = (toldOn: string) =>
  invalid(
    'date',
    `日期须晚于告知当天（${toldOn}），请核对后重新填写。`,
    `The date has to lie after the day on which it was told (${toldOn}); correct it.`,
  );

export const dateNotAsked = (record: Sentence) =>
  invalid(
    'date',
    `“${record.zh}”不填日期，请删去；如有需要，可写入说明。`,
    `"${record.en}" takes no date; leave it out, or put it into the note.`,
  );

export const siteOrProvince = () =>
  invalid(
    'province',
    '现场已带有所在省份，请只填写现场或省份其中一项。',
    'A site has its province; give either the site or the province.',
  );

export const ticketOver = () =>
  invalid(
    'ticketId',
    '工单已结束。如仍需处理，请由厂家重新打开，或另建工单。',
    'The ticket is closed. If there is more to do, let the maker reopen it, or file another.',
  );

export const nothingPaused = () =>
  invalid(
    'reason',
    '没有因这一原因暂停的计时，无需恢复；请核对工单上的暂停原因。',
    'Nothing is paused for this reason; compare it with the pauses of the ticket.',
  );

export const alreadyPaused = () =>
  invalid('reason', '已因同一原因暂停，无需重复操作。', 'It is paused for this reason already.');

export const sameSeverity = () =>
  invalid('severity', '已是该等级，无需更改。', 'The ticket has this severity already.');

export const notAgreeable = (kinds: readonly string[]) =>
  invalid(
    'clock',
    kinds.length > 0
      ? `这一时限不能另行约定，可约定：${kinds.join('、')}。`
      : '这家厂商的规则不允许另行约定时限。',
    kinds.length > 0
      ? `No other date may be agreed for this promise; it may for ${kinds.join(', ')}.`
      : 'The rules of this maker allow no agreed dates.',
  );

export const agreedInThePast = () =>
  invalid('dueAt', '约定时间须晚于现在。', 'The agreed moment has to lie in the future.');

export const agreedTooLate = () =>
  invalid(
    'dueAt',
    '承诺已超时，按规则不能再另行约定；超时记录保留。',
    'The promise was missed already, and the rules allow no agreement after that; the miss stays on record.',
  );

export const nothingToCorrect = () =>
  invalid(
    'serial',
    '请填写要更正的内容：序列号、现场或省份。',
    'Name what is to be corrected: serial number, site or province.',
  );

/** A correction that would change nothing; names the first field that says what is so already. */
export const alreadySo = (field: 'serial' | 'siteId' | 'province') =>
  invalid(field, '工单上已是如此，无需更正。', 'The ticket says so already; there is nothing to correct.');

/** One and the same answer for a machine that does not exist and for one that the asker may not see. */
export const machineNotRegistered = () =>
  new Refusal('NOT_FOUND', ['serial'], {
    zh: '没有登记这个序列号的设备。请核对铭牌上的序列号；如确认无误，请先登记设备，再更正工单。',
    en: 'No machine with this serial number is registered. Compare it with the nameplate; if it is right, have the machine registered first, then correct the ticket.',
  });

export const siteNotFound = () =>
  new Refusal('NOT_FOUND', ['siteId'], {
    zh: '没有找到这个现场，请从该客户的现场中选择。',
    en: 'There is no such site; choose one of this customer.',
  });

export const ownershipRefused = (sentence: Sentence) => new Refusal('FORBIDDEN', ['ticketId'], sentence);

export const noOffer = () =>
  invalid('ticketId', '目前没有等待您接手的移交。', 'Nobody is handing this ticket over to you.');

export const alreadyOwner = () =>
  invalid('toId', '责任人已是这位同事，无需移交。', 'This colleague answers for the ticket already.');

export const alreadyOffered = () =>
  invalid(
    'toId',
    '已请这位同事接手，正等待其确认。',
    'The ticket was offered to this colleague already and waits for their answer.',
  );

export const memberNotFound = () =>
  new Refusal('NOT_FOUND', ['toId'], {
    zh: '没有找到这位同事，请从名单中选择。',
    en: 'There is no such colleague; choose from the list.',
  });

export const alreadyAsked = (sentence: Sentence) => new Refusal('INVALID', ['approval'], sentence);

export const decisionDoesNotCount = (sentence: Sentence) => new Refusal('INVALID', ['decision'], sentence);

export const warrantyMissing = () =>
  invalid('lines', '这家厂商的规则没有质保条款。', 'The rules of this maker say nothing about warranty.');

export const machineMissing = () =>
  invalid(
    'ticketId',
    '设备尚未登记，无法判定质保；请先核实铭牌并更正序列号。',
    'The machine is not registered, so its warranty cannot be judged; verify the nameplate and correct the serial number first.',
  );
