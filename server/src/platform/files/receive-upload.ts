import { open, rm } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import type { RequestContext } from '../context';
import { cleanPhoto } from './clean-photo';
import { cleanVideo } from './clean-video';
import type { FileFormat } from './file-kinds';
import { headBytes, recognise } from './file-kinds';
import type { UploadGrant } from './file-links';
import { nameFor } from './file-names';
import type { FilePart, FileStore } from './file-store';
import { damaged, UploadRefusal, wrongSize } from './files.errors';

export interface ReceivedFile {
  name: string;
  state: 'waiting' | 'stored' | 'refused';
  kind: FileFormat['kind'] | null;
  mediaType: string | null;
  byteSize: number | null;
  width: number | null;
  height: number | null;
}

/** What is left of an upload once it is cleaned, not yet in its place. */
interface Cleaned {
  parts: Partial<Record<FilePart, string>>;
  byteSize: number;
  width: number | null;
  height: number | null;
}

/**
 * Takes the bytes of an announced file: as many as were announced, of a kind that is kept, and cleaned of what
 * the camera wrote beside the picture. Sending a file again that is stored changes nothing.
 * @returns the file as it is stored; null when it was never announced, or was swept away
 * @throws UploadRefusal and leaves nothing behind; the same address may be tried again
 */
export async function receiveUpload(
  ctx: RequestContext,
  store: FileStore,
  grant: UploadGrant,
  body: Readable,
): Promise<ReceivedFile | null> {
  const announced = await fileOf(ctx, grant);
  if (!announced || announced.state === 'stored') return announced;
  const passing = await store.passingPath();
  try {
    const format = await writeDown(body, passing, grant.byteSize);
    const cleaned = await clean(passing, format, grant.byteSize);
    for (const written of Object.values(cleaned.parts)) await store.flush(written);
    return await settle(ctx, store, grant, format, cleaned);
  } catch (error) {
    if (error instanceof UploadRefusal) await markRefused(ctx, grant);
    throw error;
  } finally {
    for (const written of [passing, ...Object.values(drawnFrom(passing))]) await rm(written, { force: true });
  }
}

async function fileOf(ctx: RequestContext, { fileId, actorId }: UploadGrant): Promise<ReceivedFile | null> {
  const [file] = await ctx.db.query<ReceivedFile>(
    `SELECT ${fileColumns} FROM file WHERE tenant_id = $1 AND id = $2 AND uploaded_by = $3`,
    [ctx.tenantId, fileId, actorId],
  );
  return file ?? null;
}

async function writeDown(body: Readable, passing: string, declared: number): Promise<FileFormat> {
  const file = await open(passing, 'wx', 0o600);
  try {
    let [size, head, format] = [0, Buffer.alloc(0), undefined as FileFormat | undefined];
    // the stream stays open when this ends early: the answer goes out on the same connection
    for await (const chunk of body.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > declared) throw wrongSize(declared);
      if (!format) head = Buffer.concat([head, chunk]);
      if (!format && head.length >= headBytes) format = await recognise(head, declared);
      await file.appendFile(chunk);
    }
    if (size !== declared) throw wrongSize(declared);
    return format ?? (await recognise(head, declared));
  } finally {
    await file.close();
  }
}

const drawnFrom = (passing: string) => ({ whole: `${passing}.whole`, preview: `${passing}.preview` });

async function clean(passing: string, { kind, mediaType }: FileFormat, byteSize: number): Promise<Cleaned> {
  if (kind === 'photo') {
    const parts = drawnFrom(passing);
    return { parts, ...(await cleanPhoto(passing, mediaType, parts)) };
  }
  const file = await open(passing, 'r+');
  try {
    if (kind === 'pdf') await mustEnd(file, byteSize);
    else if (mediaType !== 'video/webm') await cleanVideo(file, byteSize);
  } finally {
    await file.close();
  }
  return { parts: { whole: passing }, byteSize, width: null, height: null };
}

/** A PDF that was cut off has lost the table at its end, without which nothing in it is found. */
async function mustEnd(file: Awaited<ReturnType<typeof open>>, byteSize: number): Promise<void> {
  const tail = Buffer.alloc(Math.min(byteSize, 2048));
  await file.read(tail, 0, tail.length, byteSize - tail.length);
  if (!tail.includes('%%EOF')) throw damaged('pdf');
}

/** Of two that send the same file at once, the first one's bytes stay and are what both are told of. */
async function settle(
  ctx: RequestContext,
  store: FileStore,
  { tenantId, fileId }: UploadGrant,
  format: FileFormat,
  { parts, byteSize, width, height }: Cleaned,
): Promise<ReceivedFile | null> {
  return ctx.db.write(async (manager) => {
    const [held] = (await manager.query(
      `SELECT ${fileColumns} FROM file WHERE tenant_id = $1 AND id = $2 FOR UPDATE`,
      [tenantId, fileId],
    )) as ReceivedFile[];
    if (!held || held.state === 'stored') return held ?? null;
    await store.keep({ tenantId, fileId }, parts);
    const { kind, mediaType } = format;
    const name = nameFor(held.name, format);
    await manager.query(
      `UPDATE file SET state = 'stored', name = $3, kind = $4, media_type = $5, byte_size = $6, width = $7, height = $8
        WHERE tenant_id = $1 AND id = $2`,
      [tenantId, fileId, name, kind, mediaType, byteSize, width, height],
    );
    return { name, state: 'stored', kind, mediaType, byteSize, width, height };
  });
}

async function markRefused(ctx: RequestContext, { fileId }: UploadGrant): Promise<void> {
  await ctx.db.query(
    `UPDATE file SET state = 'refused' WHERE tenant_id = $1 AND id = $2 AND state = 'waiting'`,
    [ctx.tenantId, fileId],
  );
}

const fileColumns = `name, state, kind, media_type AS "mediaType", byte_size AS "byteSize", width, height`;
