import { Refusal } from '../../platform/errors';

/** One and the same answer for a file that does not exist and for one that somebody else uploaded. */
export const fileNotFound = (field: readonly string[]) =>
  new Refusal('NOT_FOUND', field, {
    zh: '没有找到您上传的这个文件，请重新上传。',
    en: 'You have uploaded no such file; upload it again.',
  });

export const fileNotStored = (field: readonly string[]) =>
  new Refusal('INVALID', field, {
    zh: '文件还没有上传完成，请等上传完成后再附到工单。',
    en: 'The file has not arrived yet; finish its upload, then attach it.',
  });

export const fileAttached = (field: readonly string[]) =>
  new Refusal('INVALID', field, {
    zh: '这个文件已经附到一张工单上；如另一张工单也需要，请再上传一次。',
    en: 'The file is attached to a ticket already; upload it again to attach it to another one.',
  });

export const internalFilesNotForDealers = () =>
  new Refusal('FORBIDDEN', ['audience'], {
    zh: '经销商只能添加公开附件，请选择“公开”。',
    en: 'Dealers can only attach what is public; choose the public audience.',
  });
