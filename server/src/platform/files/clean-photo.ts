import type { Sharp } from 'sharp';
import sharp from 'sharp';
import { damaged, tooManyPixels } from './files.errors';

const longestSide = 4096;
const previewSide = 480;
const mostMillionPixels = 100;
/** More than the largest picture takes on a slow machine. */
const longestSeconds = 30;

export const previewMediaType = 'image/webp';

// several pictures at once share the machine with everything else
sharp.concurrency(1);
// of all that the library can read, only what is kept here may reach its parsers
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({ operation: ['VipsForeignLoadJpeg', 'VipsForeignLoadPng', 'VipsForeignLoadWebp'] });

const encoders: Record<string, (picture: Sharp) => Sharp> = {
  'image/jpeg': (picture) => picture.jpeg({ quality: 85 }),
  'image/png': (picture) => picture.png(),
  'image/webp': (picture) => picture.webp({ quality: 85 }),
};

/**
 * Draws a photo anew: upright, at most 4096 pixels long, and with nothing of what the camera wrote beside the
 * picture, its place included. Whatever else was hidden in the file is gone with it.
 * @param source the file as it was sent; `whole` and `preview` are where the results go
 * @throws UploadRefusal when it cannot be read or is a bomb of pixels
 */
export async function cleanPhoto(
  source: string,
  mediaType: string,
  { whole, preview }: { whole: string; preview: string },
): Promise<{ width: number; height: number; byteSize: number }> {
  const open = () =>
    sharp(source, { limitInputPixels: mostMillionPixels * 1_000_000, failOn: 'error' })
      .autoOrient()
      .timeout({ seconds: longestSeconds });
  const within = (side: number) =>
    ({ width: side, height: side, fit: 'inside', withoutEnlargement: true }) as const;
  const encode = encoders[mediaType];
  if (!encode) throw new Error(`${mediaType} is no photo.`);
  try {
    const { width, height, size } = await encode(open().resize(within(longestSide))).toFile(whole);
    await sharp(whole).resize(within(previewSide)).webp({ quality: 75 }).toFile(preview);
    return { width, height, byteSize: size };
  } catch (error) {
    const { message } = error as Error;
    // a full disk, or a machine that is too busy, is no fault of the picture
    if (/(unix|system) error|timeout/i.test(message)) throw error;
    throw /pixel limit/i.test(message) ? tooManyPixels(mostMillionPixels) : damaged('photo');
  }
}
