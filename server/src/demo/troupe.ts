import type { Role } from '@aftercare/contract';
import { permissionsOf } from '@aftercare/contract';
import type { House } from '../house';
import type { RequestContext } from '../platform/context';
import { encodeId } from '../platform/graphql';
import type { Moments } from './moments';

/** The clock of a load. */
export interface DemoClock {
  at: Date;
  now(): Date;
}

interface Player {
  memberId: string;
  roles: readonly Role[];
  dealerId: string | null;
}

/** The people of one demo house, and how they are spoken for. */
export class Troupe {
  private readonly players = new Map<string, Player>();

  constructor(
    readonly tenantId: string,
    private readonly house: House,
    private readonly clock: DemoClock,
    private readonly moments: Moments,
  ) {}

  add(email: string, player: Player): void {
    this.players.set(email, player);
  }

  /** Public id of a member. */
  memberId(email: string): string {
    return encodeId('Member', this.player(email).memberId);
  }

  /** The product itself at a moment, at work in this house. */
  nobody(hoursAgo: number): RequestContext {
    this.clock.at = this.moments.ago(hoursAgo);
    return this.house.contexts.system(this.tenantId, '00000000-0000-0000-0000-000000000000');
  }

  /** A member at a moment. Only making the context reads the clock, so people may act at once at different moments. */
  as(email: string, hoursAgo: number): RequestContext {
    const player = this.player(email);
    this.clock.at = this.moments.ago(hoursAgo);
    return this.house.contexts.of(
      {
        ...player,
        tenantId: this.tenantId,
        sessionId: '',
        audience: 'api',
        kind: player.dealerId ? 'dealer' : 'staff',
        name: email,
        permissions: new Set(permissionsOf(player.roles)),
        expiresAt: new Date(8_640_000_000_000_000),
      },
      'zh-CN',
    );
  }

  private player(email: string): Player {
    const player = this.players.get(email);
    if (!player) throw new Error(`The demo has nobody ${email}.`);
    return player;
  }
}
