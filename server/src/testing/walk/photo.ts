import type { Told } from './answers';

/** A photograph of one grey dot. */
export const photo = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGNoaGgAAAMEAYFL09IQAAAAAElFTkSuQmCC',
  'base64',
);

/** Sends the photograph wherever an answer says that a file is to be sent. */
export async function sendPhotos(told: Told, origin: string): Promise<void> {
  const [payload] = Object.values(told.data ?? {}) as Array<{ upload?: { url?: string } | null } | null>;
  if (payload?.upload?.url) await fetch(new URL(payload.upload.url, origin), { method: 'PUT', body: photo });
}
