import type { Role } from '@aftercare/contract';
import type { Principal, RequestContext } from '../../platform/context';
import type { MachineDb } from '../../platform/database';
import { newId } from '../../platform/graphql';
import { hashPassword } from '../../platform/auth';
import { Member } from './member.entity';
import type { MemberRow } from './principal';
import { memberColumns, principalOf } from './principal';

const endOfTime = new Date(8_640_000_000_000_000);

export interface NewMember {
  email: string;
  password: string;
  name: string;
  roles: Role[];
  dealerId?: string | null;
}

export interface House {
  tenantId: string;
  memberId: string;
  slug: string;
  name: { zh: string; en: string };
}

export class IdentityService {
  constructor(private readonly machine: MachineDb) {}

  /** Adds a person to the house. A login that exists already keeps its password and gains a membership. */
  async addMember(
    ctx: RequestContext,
    { email, password, name, roles, dealerId = null }: NewMember,
  ): Promise<string> {
    const loginId = await this.loginOf(ctx, email.trim().toLowerCase(), password);
    const id = newId(ctx.now);
    await ctx.db.write((manager) =>
      manager.insert(Member, {
        tenantId: ctx.tenantId,
        id,
        loginId,
        name,
        roles,
        dealerId,
        createdAt: ctx.now,
      }),
    );
    return id;
  }

  /** Who a member is by now, for work in the background on their behalf; null when there is no such member any more. */
  async principalOf(tenantId: string, memberId: string): Promise<Principal | null> {
    const [row] = await this.machine.query<MemberRow>(
      `SELECT ${memberColumns} FROM membership m WHERE m.tenant_id = $1 AND m.id = $2`,
      [tenantId, memberId],
    );
    return row
      ? { tenantId, sessionId: '', audience: 'api', expiresAt: endOfTime, ...principalOf(row) }
      : null;
  }

  /** The houses that the asker's login belongs to, by slug. */
  housesOf(ctx: RequestContext): Promise<House[]> {
    return this.housesOfMember({ tenantId: ctx.tenantId, memberId: ctx.actor.memberId });
  }

  /** As `housesOf`, for a member known from a session rather than from a request. */
  readonly housesOfMember = ({
    tenantId,
    memberId,
  }: {
    tenantId: string;
    memberId: string;
  }): Promise<House[]> =>
    housesOfLogin(this.machine, '(SELECT login_id FROM membership WHERE tenant_id = $1 AND id = $2)', [
      tenantId,
      memberId,
    ]);

  private async loginOf(ctx: RequestContext, email: string, password: string): Promise<string> {
    const known = await this.findLogin(email);
    if (known) return known;
    await this.machine.query(
      `INSERT INTO login (id, email, password_hash, created_at) VALUES ($1, $2, $3, $4) ON CONFLICT (email) DO NOTHING`,
      [newId(ctx.now), email, await hashPassword(password), ctx.now],
    );
    return (await this.findLogin(email)) as string;
  }

  private async findLogin(email: string): Promise<string | undefined> {
    const [login] = await this.machine.query<{ id: string }>('SELECT id FROM login WHERE email = $1', [
      email,
    ]);
    return login?.id;
  }
}

/** Houses of the login that an SQL expression over `values` names. */
export function housesOfLogin(
  machine: MachineDb,
  login: string,
  values: readonly unknown[],
): Promise<House[]> {
  return machine.query<House>(
    `SELECT m.tenant_id AS "tenantId", m.id AS "memberId", t.slug,
            json_build_object('zh', t.name_zh, 'en', t.name_en) AS name
       FROM membership m JOIN tenant t ON t.id = m.tenant_id
      WHERE m.login_id = ${login} ORDER BY t.slug`,
    values,
  );
}
