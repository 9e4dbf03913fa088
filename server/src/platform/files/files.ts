import type { ReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import type { Clock } from '../clock';
import type { RequestContext } from '../context';
import type { MachineDb } from '../database';
import type { FieldReader } from '../graphql';
import { newId } from '../graphql';
import { requestHash, requiredKey, takeKey } from '../idempotency';
import { previewMediaType } from './clean-photo';
import { byteLimits, largestUpload } from './file-kinds';
import type { FileLinks } from './file-links';
import { linkLifeMs } from './file-links';
import { cleanName } from './file-names';
import type { FilePart, FilePlace, FileStore } from './file-store';
import { brokenByte, emptyFile, fileGone, fileTooLarge, nameMissing, tooMuchUnused } from './files.errors';
import type { FileUpload, FileUploadCreateInput } from './files.types';
import type { ReceivedFile } from './receive-upload';
import { receiveUpload } from './receive-upload';

/** How long a file waits to be used for something before it is deleted. */
export const unusedLifeMs = 24 * 3_600_000;
/** What one person may have on disk that is not used for anything yet; all who came by one link together have less. */
const mostUnusedMegabytes = { member: 2048, link: 512 };
const megabyte = 1024 * 1024;

/** A stored file, or its preview, as it is handed out. */
export interface OpenFile {
  name: string;
  mediaType: string;
  byteSize: number;
  read(range?: { start: number; end: number }): ReadStream;
}

export interface FileParts {
  store: FileStore;
  links: FileLinks;
  reader: FieldReader;
  machine: MachineDb;
  clock: Clock;
  /** The product at work in a tenant, for what a signed address allows. */
  contextOf: (tenantId: string, actorId?: string) => RequestContext;
}

/** Files that people upload, from the announcement to the last reader. */
export class Files {
  constructor(private readonly parts: FileParts) {}

  /**
   * Makes room for a file and answers where its bytes go. The same key answers the same address.
   * @throws Refusal naming the field to mend
   */
  async announce(ctx: RequestContext, input: FileUploadCreateInput): Promise<{ upload: FileUpload }> {
    const key = requiredKey(input.idempotencyKey);
    const { byteSize } = input;
    const name = cleanName(input.name);
    if (!name) throw nameMissing();
    if (byteSize < 1) throw emptyFile();
    if (byteSize > largestUpload) throw fileTooLarge(inMegabytes);
    if (!Number.isInteger(byteSize)) throw brokenByte();
    const hash = requestHash('fileUploadCreate', { name: input.name, byteSize });
    const fileId = await this.insert(ctx, { key, hash, name, byteSize });
    return { upload: await this.uploadOf(ctx, fileId, byteSize) };
  }

  /**
   * Takes the bytes that are sent to the address of an upload; null for an address that leads nowhere.
   * @throws UploadRefusal when they are not what was announced, or nothing that is kept
   */
  async receive(token: string, body: Readable): Promise<(ReceivedFile & { id: string }) | null> {
    const { links, store, clock, contextOf } = this.parts;
    const grant = links.readUpload(token, clock.now());
    if (!grant) return null;
    const received = await receiveUpload(contextOf(grant.tenantId, grant.actorId), store, grant, body);
    return received && { ...received, id: grant.fileId };
  }

  /** What a signed address shows; null for an address that leads nowhere. */
  async open(token: string): Promise<OpenFile | null> {
    const { links, store, clock, contextOf } = this.parts;
    const grant = links.readDownload(token, clock.now());
    if (!grant) return null;
    const [file] = await contextOf(grant.tenantId).db.query<{ name: string; mediaType: string }>(
      `SELECT name, media_type AS "mediaType" FROM file WHERE tenant_id = $1 AND id = $2 AND state = 'stored'`,
      [grant.tenantId, grant.fileId],
    );
    const part: FilePart = grant.preview ? 'preview' : 'whole';
    const byteSize = await store.size(grant, part);
    if (!file || byteSize === null) return null;
    return {
      name: file.name,
      mediaType: grant.preview ? previewMediaType : file.mediaType,
      byteSize,
      read: (range) => store.read(grant, part, range),
    };
  }

  /** Deletes what was uploaded and not used within a day, on disk first, so that none is forgotten there. */
  async sweep(now: Date): Promise<void> {
    const { machine, store } = this.parts;
    const before = new Date(now.getTime() - unusedLifeMs);
    // refused files are neither served nor attached, so nobody takes one that is about to go
    await machine.query(
      `UPDATE file SET state = 'refused' WHERE NOT used AND created_at < $1 AND state <> 'refused'`,
      [before],
    );
    const old = await machine.query<FilePlace>(
      `SELECT tenant_id AS "tenantId", id AS "fileId" FROM file
        WHERE NOT used AND created_at < $1 AND state = 'refused'`,
      [before],
    );
    for (const place of old) {
      await store.remove(place);
      await machine.query('DELETE FROM file WHERE tenant_id = $1 AND id = $2', [
        place.tenantId,
        place.fileId,
      ]);
    }
    await store.removePassing(before);
  }

  private insert(
    ctx: RequestContext,
    { key, hash, name, byteSize }: { key: string; hash: string; name: string; byteSize: number },
  ): Promise<string> {
    return ctx.db.write(async (manager) => {
      const id = newId(ctx.now);
      const taken = await takeKey(ctx, manager, key, hash, id);
      if (taken !== id) return taken;
      const [unused] = (await manager.query(
        `SELECT coalesce(sum(declared_size), 0)::float8 AS bytes FROM file
          WHERE tenant_id = $1 AND uploaded_by = $2 AND NOT used`,
        [ctx.tenantId, ctx.actor.memberId],
      )) as Array<{ bytes: number }>;
      const most = mostUnusedMegabytes[ctx.actor.kind === 'link' ? 'link' : 'member'];
      if ((unused?.bytes ?? 0) + byteSize > most * megabyte) throw tooMuchUnused(most / 1024);
      await manager.query(
        `INSERT INTO file (tenant_id, id, dealer_id, name, declared_size, state, uploaded_by, created_at)
         VALUES ($1, $2, $3, $4, $5, 'waiting', $6, $7)`,
        [ctx.tenantId, id, ctx.actor.dealerId, name, byteSize, ctx.actor.memberId, ctx.now],
      );
      return id;
    });
  }

  private async uploadOf(ctx: RequestContext, fileId: string, byteSize: number): Promise<FileUpload> {
    const { reader, links } = this.parts;
    const [announced] = await ctx.db.query<{ at: Date }>(
      'SELECT created_at AS at FROM file WHERE tenant_id = $1 AND id = $2',
      [ctx.tenantId, fileId],
    );
    const file = await reader.row(ctx, 'File', fileId);
    if (!announced || !file) throw fileGone();
    const expiresAt = new Date(announced.at.getTime() + linkLifeMs);
    const grant = { tenantId: ctx.tenantId, fileId, actorId: ctx.actor.memberId, byteSize };
    return { file, url: links.upload(grant, expiresAt), expiresAt };
  }
}

const inMegabytes = {
  photo: byteLimits.photo / megabyte,
  video: byteLimits.video / megabyte,
  pdf: byteLimits.pdf / megabyte,
};
