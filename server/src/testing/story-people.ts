import type { Role } from '@aftercare/contract';
import { templates } from '@aftercare/rulebooks';
import type { House } from '../house';
import type { TenantFacts } from '../modules/tenancy';
import { hashPassword } from '../platform/auth';
import { encodeId, newId } from '../platform/graphql';

/** One password for everybody, hashed once per process. */
export const storyPassword = 'story-password';
let storyHash: Promise<string> | undefined;

/** The maker's people by their sign-in, and the roles that each fills. */
const rolesOf = {
  admin: ['admin', 'leader', 'technical-lead'],
  manager: ['manager', 'supervisor'],
  dispatcher: ['dispatcher', 'salesperson'],
  engineer: ['engineer'],
  quality: ['quality'],
  parts: ['parts'],
} satisfies Record<string, Role[]>;
export type StaffName = keyof typeof rolesOf;
const staff = Object.keys(rolesOf) as StaffName[];
export type DealerName = 'dealer1' | 'dealer2' | 'shared';

export type StorySlug = 'ironmole' | 'purefount' | 'clearwater' | 'voltworks';
/** The makers of a house that is opened without naming any. */
export type UsualMakers = 'ironmole' | 'purefount';
export const usualMakers: readonly UsualMakers[] = ['ironmole', 'purefount'];

interface Script {
  tenant: TenantFacts;
  rulebook: keyof typeof templates;
  serials: Record<DealerName | 'direct', string>;
  /** Where machines stand, by GB/T 2260; left out: in Jiangsu. */
  provinces?: Partial<Record<DealerName | 'direct', string>>;
}

const scripts: Record<StorySlug, Script> = {
  ironmole: {
    tenant: {
      slug: 'ironmole',
      nameZh: '铁鼹',
      nameEn: 'Ironmole',
      timeZone: 'Asia/Shanghai',
      accentColor: '#b4531a',
      ticketPrefix: 'TM',
    },
    rulebook: 'R4',
    serials: { dealer1: 'EBZ160-2266', dealer2: 'EBZ260-0461', shared: 'EBZ160-2301', direct: 'EBZ260-0440' },
  },
  purefount: {
    tenant: {
      slug: 'purefount',
      nameZh: '泉净',
      nameEn: 'Purefount',
      timeZone: 'Asia/Shanghai',
      accentColor: '#1a5fb4',
      ticketPrefix: 'PF',
    },
    rulebook: 'R3',
    serials: { dealer1: 'PF25-30418', dealer2: 'PF25-30420', shared: 'PF25-30430', direct: 'PF24-10002' },
  },
  clearwater: {
    tenant: {
      slug: 'clearwater',
      nameZh: '清源环保',
      nameEn: 'Clearwater',
      timeZone: 'Asia/Shanghai',
      accentColor: '#0b7a6f',
      ticketPrefix: 'CW',
    },
    rulebook: 'R1',
    serials: { dealer1: 'CW24-0117', dealer2: 'CW24-0208', shared: 'CW25-0033', direct: 'CW23-0052' },
    provinces: { dealer2: '34', shared: '33' },
  },
  voltworks: {
    tenant: {
      slug: 'voltworks',
      nameZh: '伏工',
      nameEn: 'Voltworks',
      timeZone: 'Asia/Shanghai',
      accentColor: '#5b3fa8',
      ticketPrefix: 'VW',
    },
    rulebook: 'R6',
    serials: { dealer1: 'VD315-0071', dealer2: 'VD315-0094', shared: 'VD200-0012', direct: 'VD500-0003' },
  },
};

/** What the maker knows of one dealer; all ids are row ids (uuid). The maker's own customers have no dealer. */
export interface StoryDealer {
  dealerId: string | null;
  memberId: string | null;
  customerId: string;
  siteId: string;
  equipmentId: string;
  serial: string;
}

/** One maker of the story; all ids are row ids (uuid). */
export interface StoryTenant {
  tenantId: string;
  policyVersionId: string;
  modelId: string;
  /** Members by their sign-in. */
  staff: Record<StaffName, string>;
  dealers: Record<DealerName | 'direct', StoryDealer>;
}

/**
 * The makers named, each with people for all roles (`dispatcher@ironmole.example`), two dealers of its own
 * (`dealer1@ironmole.example`), one that all share (`dealer@shared.example`), and a machine for each.
 */
export async function furnish<Maker extends StorySlug>(
  house: House,
  makers: readonly Maker[],
): Promise<Record<Maker, StoryTenant>> {
  await addLogins(house, makers);
  const founded = await Promise.all(
    makers.map(async (maker) => [maker, await found(house, scripts[maker])] as const),
  );
  return Object.fromEntries(founded) as Record<Maker, StoryTenant>;
}

async function addLogins({ machine, contexts }: House, makers: readonly StorySlug[]): Promise<void> {
  storyHash ??= hashPassword(storyPassword);
  const { now } = contexts.system(newId(new Date()), newId(new Date()));
  const emails = [
    'dealer@shared.example',
    ...makers.flatMap((slug) => [...staff, 'dealer1', 'dealer2'].map((name) => `${name}@${slug}.example`)),
  ];
  await machine.query(
    `INSERT INTO login (id, email, password_hash, created_at) SELECT id, email, $3, $4 FROM unnest($1::uuid[], $2::text[]) AS l (id, email)`,
    [emails.map(() => newId(now)), emails, await storyHash, now],
  );
}

async function found(
  { contexts, services }: House,
  { tenant, rulebook, serials, provinces = {} }: Script,
): Promise<StoryTenant> {
  const { tenancy, calendars, policies, identity, parties, equipment, parts } = services;
  const tenantId = newId(new Date());
  const ctx = contexts.system(tenantId, newId(new Date()));
  await tenancy.found(ctx, tenant);
  await calendars.found(ctx, templates[rulebook].calendars);
  const policyVersionId = await policies.publish(
    ctx,
    templates[rulebook],
    new Date('2026-01-01T00:00:00+08:00'),
  );
  const join = (email: string, name: string, roles: Role[], dealerId: string | null) =>
    identity.addMember(ctx, { email, password: storyPassword, name, roles, dealerId });
  const members = {} as StoryTenant['staff'];
  for (const name of staff) {
    const email = `${name}@${tenant.slug}.example`;
    members[name] = await join(email, `${tenant.nameZh} ${name}`, rolesOf[name], null);
  }
  const modelId = await equipment.addModel(ctx, {
    code: `${tenant.ticketPrefix}-1`,
    nameZh: '一号机',
    nameEn: 'Model one',
    meters: [{ key: 'hours', nameZh: '运行小时', nameEn: 'Hours', unitZh: '小时', unitEn: 'hours' }],
  });
  await parties.servicePoints.add(ctx, { name: `${tenant.nameZh}服务站`, province: '37' });
  await parts.addPart(ctx, { number: 'PUMP-1', nameZh: '水泵', nameEn: 'Pump', unit: '台' });

  const settle = async (name: keyof Script['serials']): Promise<StoryDealer> => {
    const dealerId =
      name === 'direct' ? null : await parties.addDealer(ctx, { name: `${tenant.nameZh}经销商 ${name}` });
    const email = name === 'shared' ? 'dealer@shared.example' : `${name}@${tenant.slug}.example`;
    const memberId = dealerId && (await join(email, `${tenant.nameZh} ${name} 店员`, ['dealer'], dealerId));
    const customerId = await parties.addCustomer(ctx, { name: `${name} 的客户`, dealerId });
    const siteId = await parties.addSite(ctx, {
      customerId,
      dealerId,
      name: `${name} 的现场`,
      province: provinces[name] ?? '32',
    });
    const serial = serials[name];
    const equipmentId = await equipment.addUnit(ctx, { serial, modelId, customerId, dealerId, siteId });
    await parties.contacts.add(ctx, { customerId, dealerId, siteId, name: `${name} 的联系人` });
    const added = { equipmentId: encodeId('Equipment', equipmentId), idempotencyKey: `added to ${serial}` };
    await equipment.addReading(ctx, { ...added, meter: 'hours', value: 100 });
    await equipment.addLimit(ctx, {
      ...added,
      what: '压力表检定',
      expiresOn: '2026-12-31',
      idempotencyKey: `limit of ${serial}`,
    });
    return { dealerId, memberId, customerId, siteId, equipmentId, serial };
  };
  const parted = {
    dealer1: await settle('dealer1'),
    dealer2: await settle('dealer2'),
    shared: await settle('shared'),
    direct: await settle('direct'),
  };
  return { tenantId, policyVersionId, modelId, staff: members, dealers: parted };
}
