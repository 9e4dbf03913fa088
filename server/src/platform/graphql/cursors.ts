import { createHmac } from 'node:crypto';
import { deriveKey, sameSecret } from '../auth';
import { badInput } from '../errors';

/**
 * Opaque cursors, bound to a tenant and to the order they were made for: a cursor of another tenant or
 * another sort is refused rather than misread.
 */
export class Cursors {
  private readonly key: Buffer;

  constructor(secret: string) {
    this.key = deriveKey(secret, 'cursor');
  }

  encode(tenantId: string, order: string, values: readonly string[]): string {
    const body = Buffer.from(JSON.stringify(values)).toString('base64url');
    return `${body}.${this.seal(tenantId, order, body)}`;
  }

  /** @throws PublicError BAD_USER_INPUT naming `field` when the cursor is not one of this tenant and order */
  decode(tenantId: string, order: string, cursor: string, field: string): string[] {
    const [body = '', seal = ''] = cursor.split('.');
    if (!sameSecret(seal, this.seal(tenantId, order, body))) {
      throw badInput(
        field,
        `${field} is not a cursor of this list in this order; take one from pageInfo or an edge.`,
      );
    }
    return JSON.parse(Buffer.from(body, 'base64url').toString()) as string[];
  }

  private seal(tenantId: string, order: string, body: string): string {
    return createHmac('sha256', this.key)
      .update(`${tenantId}\n${order}\n${body}`)
      .digest('base64url')
      .slice(0, 22);
  }
}
