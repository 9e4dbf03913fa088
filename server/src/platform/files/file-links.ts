import { createHmac } from 'node:crypto';
import { deriveKey, sameSecret } from '../auth';

/** How long an address is good for: minutes that a person needs, not a link to pass on. */
export const linkLifeMs = 15 * 60_000;

export interface UploadGrant {
  tenantId: string;
  fileId: string;
  actorId: string;
  byteSize: number;
}

export interface DownloadGrant {
  tenantId: string;
  fileId: string;
  preview: boolean;
}

/**
 * Signed addresses of files. Whoever holds one may use it until it expires, without a token of theirs, so
 * that browsers and players can; it is bound to one file of one tenant and to one use.
 */
export class FileLinks {
  private readonly key: Buffer;

  constructor(secret: string) {
    this.key = deriveKey(secret, 'file link');
  }

  upload({ tenantId, fileId, actorId, byteSize }: UploadGrant, expiresAt: Date): string {
    const token = this.seal('upload', [tenantId, fileId, actorId, String(byteSize)], expiresAt);
    return `/files/uploads/${token}`;
  }

  download({ tenantId, fileId, preview }: DownloadGrant, name: string, expiresAt: Date): string {
    const token = this.seal('download', [tenantId, fileId, preview ? 'preview' : 'whole'], expiresAt);
    return `/files/${token}/${encodeURIComponent(name)}`;
  }

  /** What an upload address allows; null for one that is not ours or has expired. */
  readUpload(token: string, now: Date): UploadGrant | null {
    const [tenantId, fileId, actorId, byteSize] = this.open('upload', token, now) ?? [];
    if (!tenantId || !fileId || !actorId || !byteSize) return null;
    return { tenantId, fileId, actorId, byteSize: Number(byteSize) };
  }

  /** What a download address allows; null for one that is not ours or has expired. */
  readDownload(token: string, now: Date): DownloadGrant | null {
    const [tenantId, fileId, which] = this.open('download', token, now) ?? [];
    if (!tenantId || !fileId || !which) return null;
    return { tenantId, fileId, preview: which === 'preview' };
  }

  private seal(use: string, parts: readonly string[], expiresAt: Date): string {
    const body = Buffer.from([...parts, String(expiresAt.getTime())].join(' ')).toString('base64url');
    return `${body}.${this.signature(use, body)}`;
  }

  private open(use: string, token: string, now: Date): string[] | null {
    const [body = '', signature = '', ...more] = token.split('.');
    if (more.length > 0 || !sameSecret(signature, this.signature(use, body))) return null;
    const parts = Buffer.from(body, 'base64url').toString().split(' ');
    return now.getTime() < Number(parts.pop()) ? parts : null;
  }

  private signature(use: string, body: string): string {
    return createHmac('sha256', this.key).update(`${use}\n${body}`).digest('base64url').slice(0, 32);
  }
}
