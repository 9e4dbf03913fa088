import { createHmac } from 'node:crypto';
import { deriveKey, sameSecret } from '../../platform/auth';

/** Which file a link leads to, and until when. */
export interface ExportLink {
  tenantId: string;
  exportId: string;
  expiresAt: Date;
}

const shape = /^([0-9a-f-]{36})\.([0-9a-f-]{36})\.(\d{1,16})\.([\w-]{43})$/;

/** Links to export files: whoever holds one may fetch the file until it expires. */
export class ExportLinks {
  private readonly key: Buffer;

  constructor(secret: string) {
    this.key = deriveKey(secret, 'export link');
  }

  urlOf({ tenantId, exportId, expiresAt }: ExportLink): string {
    const body = `${tenantId}.${exportId}.${expiresAt.getTime()}`;
    return `/exports/${body}.${this.seal(body)}`;
  }

  /** What a token of ours stands for; null for any other, and for one that has expired. */
  open(token: string, now: Date): ExportLink | null {
    const [, tenantId, exportId, expiry, seal] = shape.exec(token) ?? [];
    if (!tenantId || !exportId || !expiry || !seal) return null;
    if (!sameSecret(seal, this.seal(`${tenantId}.${exportId}.${expiry}`))) return null;
    const expiresAt = new Date(Number(expiry));
    return expiresAt > now ? { tenantId, exportId, expiresAt } : null;
  }

  private seal(body: string): string {
    return createHmac('sha256', this.key).update(body).digest('base64url');
  }
}
