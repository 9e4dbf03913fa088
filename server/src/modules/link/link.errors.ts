import { notFound } from '../../platform/aggregates';
import { Refusal, renamed } from '../../platform/errors';

export const machineNotFound = () => notFound('equipmentId', { zh: '设备', en: 'machine' });

export const requestNotFound = () => notFound('ticketId', { zh: '工单', en: 'ticket' });

export const tooManyOpen = (most: number) =>
  new Refusal('THROTTLED', [], {
    zh: `通过这个二维码提交的请求已有 ${most} 个尚未办结。请在已提交的请求中补充说明；如有紧急故障，请拨打厂家的服务热线。`,
    en: `${most} requests that came by this code are still open. Add to one of them, or call the maker's service hotline if it cannot wait.`,
  });

export const tooManyInAnHour = (most: number) =>
  new Refusal('THROTTLED', [], {
    zh: `通过这个二维码每小时最多提交 ${most} 个请求，请稍后再试；如有紧急故障，请拨打厂家的服务热线。`,
    en: `At most ${most} requests an hour can come by this code. Try again later, or call the maker's service hotline if it cannot wait.`,
  });

export const phoneMissing = () =>
  new Refusal('REQUIRED', ['reporterPhone'], {
    zh: '请填写联系电话，以便我们回电。',
    en: 'Give a telephone number at which you can be called back.',
  });

/** What the link says or the moment decides, so that its holder has no field to mend it in. */
const notForHolders = ['ticketId', 'equipmentId', 'serial', 'reportedAt'];

/** @throws what the work throws, a refusal about what the holder of a link never named naming no field */
export async function forHolder<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw renamed(error, (field) => (notForHolders.includes(field[0] ?? '') ? [] : field));
  }
}
