import { createHmac } from 'node:crypto';
import { deriveKey, sameSecret } from '../auth';
import type { Scope } from '../database';
import { badInput } from '../errors';

/** Who may use a cursor: everybody of the maker, everybody of one dealer, or whoever holds links to one thing. */
export const sideOf = ({ tenantId, partyId }: Pick<Scope, 'tenantId' | 'partyId'>): string =>
  partyId === null ? tenantId : `${tenantId} ${partyId}`;

/**
 * Opaque cursors, bound to the side that was given them and to the order they were made for: a cursor of
 * another tenant, another dealer or another sort is refused rather than misread.
 */
export class Cursors {
  private readonly key: Buffer;

  constructor(secret: string) {
    this.key = deriveKey(secret, 'cursor');
  }

  encode(side: string, order: string, values: readonly string[]): string {
    const body = Buffer.from(JSON.stringify(values)).toString('base64url');
    return `${body}.${this.seal(side, order, body)}`;
  }

  /** @throws PublicError BAD_USER_INPUT naming `field` when the cursor is not one of this side and order */
  decode(side: string, order: string, cursor: string, field: string): string[] {
    const [body = '', seal = ''] = cursor.split('.');
    if (!sameSecret(seal, this.seal(side, order, body))) {
      throw badInput(field, {
        zh: `${field} 不是此列表按此排序的游标，请取自 pageInfo 或 edge。`,
        en: `${field} is not a cursor of this list in this order; take one from pageInfo or an edge.`,
      });
    }
    return JSON.parse(Buffer.from(body, 'base64url').toString()) as string[];
  }

  private seal(side: string, order: string, body: string): string {
    return createHmac('sha256', this.key)
      .update(`${side}\n${order}\n${body}`)
      .digest('base64url')
      .slice(0, 22);
  }
}
