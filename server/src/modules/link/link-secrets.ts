import type { LinkKind } from '@aftercare/contract';
import { createHmac } from 'node:crypto';
import { deriveKey } from '../../platform/auth';

/** What names a link, and what it leads to. */
export interface LinkPlace {
  tenantId: string;
  id: string;
  kind: LinkKind;
  /** Row id of the machine or the ticket. */
  subjectId: string;
}

const secretBytes = 16;

/** Secrets of links: made from the installation's own, so that a label can be printed again and only a hash is stored. */
export class LinkSecrets {
  private readonly key: Buffer;

  constructor(secret: string) {
    this.key = deriveKey(secret, 'link');
  }

  /** 128 bits, as they stand in the address. */
  of({ tenantId, id, kind, subjectId }: LinkPlace): string {
    return createHmac('sha256', this.key)
      .update([tenantId, kind, subjectId, id].join(' '))
      .digest()
      .subarray(0, secretBytes)
      .toString('base64url');
  }
}
