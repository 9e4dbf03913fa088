import { fileTypeFromBuffer } from 'file-type/core';
import { heicNotReadable, kindTooLarge, unknownKind } from './files.errors';

export const fileKinds = ['photo', 'video', 'pdf'] as const;
export type FileKind = (typeof fileKinds)[number];

const megabyte = 1024 * 1024;
/** Most bytes that a file of a kind may have as it is sent. */
export const byteLimits: Record<FileKind, number> = {
  photo: 20 * megabyte,
  video: 200 * megabyte,
  pdf: 50 * megabyte,
};
export const largestUpload = Math.max(...Object.values(byteLimits));
/** Beginnings of files are judged by this many bytes: a colour profile may stand before a picture. */
export const headBytes = 64 * 1024;

export interface FileFormat {
  kind: FileKind;
  mediaType: string;
  /** Endings that a name may have, the first one for names that have another. */
  endings: readonly [string, ...string[]];
}

const formats: readonly FileFormat[] = [
  { kind: 'photo', mediaType: 'image/jpeg', endings: ['.jpg', '.jpeg'] },
  { kind: 'photo', mediaType: 'image/png', endings: ['.png'] },
  { kind: 'photo', mediaType: 'image/webp', endings: ['.webp'] },
  { kind: 'video', mediaType: 'video/mp4', endings: ['.mp4'] },
  { kind: 'video', mediaType: 'video/quicktime', endings: ['.mov', '.qt'] },
  { kind: 'video', mediaType: 'video/webm', endings: ['.webm'] },
  { kind: 'pdf', mediaType: 'application/pdf', endings: ['.pdf'] },
];

export const formatOf = (mediaType: string): FileFormat | undefined =>
  formats.find((format) => format.mediaType === mediaType);

/**
 * What a file is by its first bytes, whatever it is called and whatever its sender says.
 * @throws UploadRefusal when it is none of the kinds that are kept, or too large for its kind
 */
export async function recognise(head: Buffer, byteSize: number): Promise<FileFormat> {
  const { mime } = (await fileTypeFromBuffer(head)) ?? { mime: '' };
  const format = formatOf(mime);
  if (/^image\/hei[cf]/.test(mime)) throw heicNotReadable();
  if (!format) throw unknownKind();
  if (byteSize > byteLimits[format.kind]) throw kindTooLarge(format.kind, byteLimits[format.kind] / megabyte);
  return format;
}
