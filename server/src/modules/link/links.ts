import type { LinkKind } from '@aftercare/contract';
import { linkPermissions } from '@aftercare/contract';
import DataLoader from 'dataloader';
import type { ResolveLink } from '../../platform/auth';
import { sha256 } from '../../platform/auth';
import type { Clock } from '../../platform/clock';
import type { Principal, RequestContext } from '../../platform/context';
import type { MachineDb, Part, Statement } from '../../platform/database';
import type { Refusal } from '../../platform/errors';
import { newId } from '../../platform/graphql';
import type { Consequences, TicketListener } from '../ticket';
import { changesParty } from '../ticket';
import type { LinkPlace, LinkSecrets } from './link-secrets';
import { machineNotFound, requestNotFound } from './link.errors';

/** How long a link is taken for what it was when it was looked up; its revocation is told at once all the same. */
const knownForMs = 10 * 60_000;
/** How long a request can be followed by its link. */
const followYears = 2;

export interface LinkParts {
  machine: MachineDb;
  clock: Clock;
  secrets: LinkSecrets;
  /** Where browsers reach the product, without a slash at the end. */
  publicUrl: () => string;
  /** Tells this process at once; others learn it from the change log. */
  onRevoked: (linkId: string) => void;
}

interface LinkRow {
  id: string;
}

/** What a link leads to: its table, and the answer when the asker sees no such row. */
const subjects: Record<LinkKind, { table: string; notFound: () => Refusal }> = {
  nameplate: { table: 'equipment', notFound: machineNotFound },
  follow: { table: 'ticket', notFound: requestNotFound },
};

/** Links: made for a machine or a ticket, looked up by their secret, revoked for good. */
export class Links {
  constructor(private readonly parts: LinkParts) {}

  /** Who the secret of a link speaks for. */
  readonly resolve: ResolveLink = async (secret) => {
    const { machine, clock } = this.parts;
    const now = clock.now();
    const [found] = await machine.query<LinkPlace & { expiresAt: Date | null }>(
      `SELECT tenant_id AS "tenantId", id, kind, subject_id AS "subjectId", expires_at AS "expiresAt" FROM link
        WHERE hash = $1 AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > $2)`,
      [sha256(secret), now],
    );
    if (!found) return null;
    const lookAgainAt = new Date(now.getTime() + knownForMs);
    const { expiresAt } = found;
    return principalOf(found, expiresAt && expiresAt < lookAgainAt ? expiresAt : lookAgainAt);
  };

  /**
   * The address on a machine's nameplate; the same again until it is revoked.
   * @param equipmentId row id, or null for what is none
   * @throws Refusal NOT_FOUND
   */
  ofMachine(ctx: RequestContext, equipmentId: string | null): Promise<string> {
    return this.make(ctx, 'nameplate', equipmentId);
  }

  /**
   * An address to forward to whoever should follow a ticket; the same again until it expires.
   * @param ticketId row id, or null for what is none
   * @throws Refusal NOT_FOUND
   */
  ofTicket(ctx: RequestContext, ticketId: string | null): Promise<string> {
    return this.make(ctx, 'follow', ticketId);
  }

  /** The addresses on nameplates, for machines read together; null where there is none. */
  nameplateOf(ctx: RequestContext, equipmentId: string): Promise<string | null> {
    const loader =
      (ctx.loaders.get(this) as DataLoader<string, string | null> | undefined) ??
      new DataLoader<string, string | null>((ids) => this.nameplatesOf(ctx, ids));
    ctx.loaders.set(this, loader);
    return loader.load(equipmentId);
  }

  /**
   * Ends the link on a machine's nameplate: whoever holds it is nobody from now on.
   * @throws Refusal NOT_FOUND
   */
  async revokeOfMachine(ctx: RequestContext, equipmentId: string | null): Promise<void> {
    if (!equipmentId) throw machineNotFound();
    const reads = [seen(ctx, 'nameplate', equipmentId), live(ctx, 'nameplate', equipmentId)];
    await ctx.db.exclusively(equipmentId, reads, ([subject = [], links = []]) => {
      if (subject.length === 0) throw machineNotFound();
      return { ...this.revoking(ctx, links as LinkRow[]), result: undefined };
    });
  }

  /**
   * Ends every link by which a ticket is followed, its reporter's too, when it goes to another party: they were
   * given out for the former one, who no longer sees it. A link made afterwards is good.
   */
  readonly endWithParty: TicketListener = async (ctx, happening, { query }) => {
    if (!changesParty(happening)) return { writes: [] };
    const links = await query(
      `SELECT id FROM link WHERE tenant_id = $1 AND subject_id = $2 AND kind = 'follow' AND revoked_at IS NULL ORDER BY id`,
      [ctx.tenantId, happening.ticket.id],
    );
    return this.revoking(ctx, links as LinkRow[]);
  };

  /** What makes the link by which a request is followed that was just made with a nameplate link. */
  makingForReporter(ctx: RequestContext, ticketId: string): Part[] {
    const place = {
      tenantId: ctx.tenantId,
      id: newId(ctx.now),
      kind: 'follow',
      subjectId: ticketId,
    } as const;
    return this.making(ctx, place, ctx.actor.memberId);
  }

  /** The link by which the reporter follows the request, and who its holder is; null once it is revoked. */
  async ofReporter(
    ctx: RequestContext,
    ticketId: string,
  ): Promise<{ url: string; holder: Principal } | null> {
    const [link] = await ctx.db.query<{ id: string }>(
      `SELECT id FROM link
        WHERE tenant_id = $1 AND subject_id = $2 AND reported_with = $3 AND revoked_at IS NULL`,
      [ctx.tenantId, ticketId, ctx.actor.memberId],
    );
    if (!link) return null;
    const place = { tenantId: ctx.tenantId, id: link.id, kind: 'follow', subjectId: ticketId } as const;
    return { url: this.urlOf(place), holder: principalOf(place, ctx.actor.expiresAt) };
  }

  private async make(ctx: RequestContext, kind: LinkKind, subjectId: string | null): Promise<string> {
    const { notFound } = subjects[kind];
    if (!subjectId) throw notFound();
    const reads = [seen(ctx, kind, subjectId), live(ctx, kind, subjectId)];
    const id = await ctx.db.exclusively(subjectId, reads, ([subject = [], links = []]) => {
      if (subject.length === 0) throw notFound();
      const [known] = links as LinkRow[];
      if (known) return { writes: [], result: known.id };
      const made = { tenantId: ctx.tenantId, id: newId(ctx.now), kind, subjectId };
      return { writes: this.making(ctx, made, null), result: made.id };
    });
    return this.urlOf({ tenantId: ctx.tenantId, id, kind, subjectId });
  }

  private making(ctx: RequestContext, place: LinkPlace, reportedWith: string | null): Part[] {
    const { tenantId, id, kind, subjectId } = place;
    return [
      {
        text: `INSERT INTO link (tenant_id, id, hash, kind, subject_id, reported_with, expires_at, created_at)
               VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
        values: [
          ...[tenantId, id, sha256(this.parts.secrets.of(place)), kind, subjectId, reportedWith],
          ...[kind === 'follow' ? inYears(ctx.now, followYears) : null, ctx.now],
        ],
      },
      logging(ctx, id, 'created', 1),
    ];
  }

  private revoking(ctx: RequestContext, links: readonly LinkRow[]): Required<Consequences> {
    return {
      writes: links.flatMap(({ id }) => revoking(ctx, id)),
      afterwards: () => links.forEach(({ id }) => this.parts.onRevoked(id)),
    };
  }

  private async nameplatesOf(
    ctx: RequestContext,
    equipmentIds: readonly string[],
  ): Promise<Array<string | null>> {
    const links = await ctx.db.query<{ id: string; subjectId: string }>(
      `SELECT id, subject_id AS "subjectId" FROM link
        WHERE tenant_id = $1 AND subject_id = ANY ($2::uuid[]) AND kind = 'nameplate' AND revoked_at IS NULL`,
      [ctx.tenantId, equipmentIds],
    );
    const { tenantId } = ctx;
    const urls = new Map(
      links.map((link) => [link.subjectId, this.urlOf({ tenantId, kind: 'nameplate', ...link })]),
    );
    return equipmentIds.map((id) => urls.get(id) ?? null);
  }

  private urlOf(place: LinkPlace): string {
    return `${this.parts.publicUrl()}/s/${this.parts.secrets.of(place)}`;
  }
}

const principalOf = ({ tenantId, id, kind, subjectId }: LinkPlace, expiresAt: Date): Principal => ({
  tenantId,
  sessionId: id,
  audience: 'link',
  kind: 'link',
  memberId: id,
  name: '',
  roles: [],
  dealerId: null,
  link: { kind, subjectId },
  permissions: new Set(linkPermissions[kind]),
  expiresAt,
});

/** Whether the asker sees what a link is to lead to. */
const seen = (ctx: RequestContext, kind: LinkKind, subjectId: string): Statement => ({
  text: `SELECT 1 FROM ${subjects[kind].table} WHERE tenant_id = $1 AND id = $2`,
  values: [ctx.tenantId, subjectId],
});

/** Links that are good, save those that reporters were given: theirs is nobody else's. */
const live = (ctx: RequestContext, kind: LinkKind, subjectId: string): Statement => ({
  text: `SELECT id FROM link
          WHERE tenant_id = $1 AND subject_id = $2 AND kind = $3 AND reported_with IS NULL AND revoked_at IS NULL
            AND (expires_at IS NULL OR expires_at > $4)
          ORDER BY id`,
  values: [ctx.tenantId, subjectId, kind, ctx.now],
});

const revoking = (ctx: RequestContext, id: string): Part[] => [
  {
    text: 'UPDATE link SET revoked_at = $3 WHERE tenant_id = $1 AND id = $2',
    values: [ctx.tenantId, id, ctx.now],
  },
  logging(ctx, id, 'revoked', 2),
];

/** Links are the house's affair, whoever makes one. */
const logging = (ctx: RequestContext, id: string, kind: 'created' | 'revoked', version: number): Part => ({
  text: `INSERT INTO change (tenant_id, topic, kind, subject_id, version, audience, actor_id, at)
         VALUES ($1, 'link', $2, $3, $4, 'internal', $5, $6)`,
  values: [ctx.tenantId, kind, id, version, ctx.actor.memberId, ctx.now],
  beyondParties: true,
});

function inYears(moment: Date, years: number): Date {
  const then = new Date(moment);
  then.setUTCFullYear(then.getUTCFullYear() + years);
  return then;
}
