import type { Sentence } from '../errors';
import { Refusal } from '../errors';
import type { FileKind } from './file-kinds';

/** Why the bytes of an upload were not taken; the same address takes other bytes until it expires. */
export type UploadProblem = 'WRONG_SIZE' | 'TOO_LARGE' | 'UNKNOWN_KIND' | 'DAMAGED';

/** Bytes that are not taken, with the HTTP status and the sentence that says what to do. */
export class UploadRefusal extends Error {
  constructor(
    readonly status: 400 | 413 | 415 | 422,
    readonly problem: UploadProblem,
    readonly sentence: Sentence,
  ) {
    super(sentence.en);
  }
}

const kindNames: Record<FileKind, Sentence> = {
  photo: { zh: '照片', en: 'photo' },
  video: { zh: '视频', en: 'video' },
  pdf: { zh: 'PDF 文件', en: 'PDF' },
};

export const wrongSize = (declared: number) =>
  new UploadRefusal(400, 'WRONG_SIZE', {
    zh: `收到的内容与登记的 ${declared} 字节不符，请重新选择文件并完整上传。`,
    en: `What arrived is not the ${declared} bytes that were announced. Choose the file again and send all of it.`,
  });

export const kindTooLarge = (kind: FileKind, megabytes: number) =>
  new UploadRefusal(413, 'TOO_LARGE', {
    zh: `${kindNames[kind].zh}不能超过 ${megabytes} MB，请压缩或截取后再上传。`,
    en: `A ${kindNames[kind].en} may have at most ${megabytes} MB. Make it smaller or shorter and send it again.`,
  });

export const tooManyPixels = (millions: number) =>
  new UploadRefusal(413, 'TOO_LARGE', {
    zh: `照片超过 ${millions} 百万像素，请缩小尺寸后再上传。`,
    en: `The picture has more than ${millions} million pixels. Make it smaller and send it again.`,
  });

export const unknownKind = () =>
  new UploadRefusal(415, 'UNKNOWN_KIND', {
    zh: '只能上传 JPEG、PNG、WebP 照片，MP4、MOV、WebM 视频和 PDF 文件。文件的实际内容不是其中任何一种，请转换格式后再上传。',
    en: 'Only photos (JPEG, PNG, WebP), videos (MP4, MOV, WebM) and PDF files are taken, and this is none of them by its content. Convert it and send it again.',
  });

export const heicNotReadable = () =>
  new UploadRefusal(415, 'UNKNOWN_KIND', {
    zh: '暂不支持 HEIC 照片。请在手机相机设置中把格式改为“兼容性最佳”，或把照片另存为 JPEG 后再上传。',
    en: 'HEIC photos are not taken. Set the camera to “Most Compatible”, or save the photo as JPEG, and send it again.',
  });

export const damaged = (kind: FileKind) =>
  new UploadRefusal(422, 'DAMAGED', {
    zh: `${kindNames[kind].zh}已损坏或不完整，无法打开。请在本机打开检查，必要时重新拍摄或导出后再上传。`,
    en: `The ${kindNames[kind].en} is damaged or incomplete. Open it on your device to check, and send a new copy.`,
  });

export const nameMissing = () =>
  new Refusal('REQUIRED', ['name'], {
    zh: '请填写文件名。',
    en: 'Fill in the name of the file.',
  });

export const emptyFile = () =>
  new Refusal('INVALID', ['byteSize'], {
    zh: '文件是空的，请重新选择。',
    en: 'The file is empty; choose another one.',
  });

export const fileTooLarge = (megabytes: Record<FileKind, number>) =>
  new Refusal('INVALID', ['byteSize'], {
    zh: `文件太大：照片不超过 ${megabytes.photo} MB，视频不超过 ${megabytes.video} MB，PDF 不超过 ${megabytes.pdf} MB。请压缩后再上传。`,
    en: `The file is too large: a photo may have ${megabytes.photo} MB, a video ${megabytes.video} MB, a PDF ${megabytes.pdf} MB. Make it smaller first.`,
  });

export const brokenByte = () =>
  new Refusal('INVALID', ['byteSize'], {
    zh: '文件大小应为整数字节，请按文件的实际大小填写。',
    en: 'The size of a file is a whole number of bytes; send the one that the file has.',
  });

export const tooMuchUnused = (gigabytes: number) =>
  new Refusal('INVALID', ['byteSize'], {
    zh: `您上传后尚未使用的文件合计将超过 ${gigabytes} GB，请先把它们附到工单上，或等一天后再上传。`,
    en: `Your files that are not used yet would have more than ${gigabytes} GB. Attach them to tickets first, or wait a day.`,
  });

export const fileGone = () =>
  new Refusal('NOT_FOUND', ['idempotencyKey'], {
    zh: '这个提交编号登记的文件一天内没有使用，已被删除。请用新的编号重新上传。',
    en: 'The file of this key was not used for a day and is deleted. Upload it again with a new key.',
  });
