import type { Role } from '@aftercare/contract';
import { permissionsOf } from '@aftercare/contract';
import { templates } from '@aftercare/rulebooks';
import type { Logger } from 'pino';
import { buildHouse, type House } from '../house';
import type { RequestContext } from '../platform/context';
import { encodeId, newId } from '../platform/graphql';
import { houses, rolesOf, type DemoHouse, type DemoPerson } from './houses';
import { stories, type Story } from './stories';

export interface DemoParts {
  databaseUrl: string;
  filesDir: string;
  password: string;
  /** The moment that the demo's hours count back from. */
  now: Date;
  log: Logger;
  say: (line: string) => void;
}

const hour = 3_600_000;
/** Houses, people and machines are older than every ticket. */
const foundedHoursAgo = 24 * 60;

/**
 * Loads the demo into a database without any house, through the services and by a clock that steps from
 * fact to fact. A killed load is taken up where it stopped; a database with houses of its own is left alone.
 */
export async function loadDemo({ databaseUrl, filesDir, password, now, log, say }: DemoParts): Promise<void> {
  const clock = { at: now, now: () => clock.at };
  const house = buildHouse({ databaseUrl, secret: newId(now), filesDir, log }, clock);
  const progress = new Progress(house);
  try {
    const loadedFrom = await progress.begin(now);
    if (!loadedFrom) return;
    const started = performance.now();
    await house.source.initialize();
    const script = new DemoScript(house, password, (hoursAgo) => {
      clock.at = new Date(loadedFrom.getTime() - hoursAgo * hour);
    });
    for (const each of houses) await script.furnish(each);
    const oldestFirst = [...stories].sort((a, b) => b.hoursAgo - a.hoursAgo);
    for (const story of oldestFirst) await script.tell(story);
    await progress.finish();
    say(
      `demo is loaded: ${houses.length} makers, ${stories.length} tickets (${((performance.now() - started) / 1000).toFixed(1)} s)`,
    );
  } finally {
    if (house.source.isInitialized) await house.source.destroy();
    await house.machinePool.end();
  }
}

/** Whether the demo was begun here, and when; kept in the database so that a killed load can go on. */
class Progress {
  constructor(private readonly house: House) {}

  /** The moment to count from, or null if there is nothing (more) to load. */
  async begin(now: Date): Promise<Date | null> {
    await this.house.machine.query(
      `INSERT INTO installation (key, value) SELECT 'demo', $1 WHERE NOT EXISTS (SELECT 1 FROM tenant)
       ON CONFLICT (key) DO NOTHING`,
      [now.toISOString()],
    );
    const [row] = await this.house.machine.query<{ value: string }>(
      `SELECT value FROM installation WHERE key = 'demo'`,
    );
    return row && row.value !== 'done' ? new Date(row.value) : null;
  }

  async finish(): Promise<void> {
    await this.house.machine.query(`UPDATE installation SET value = 'done' WHERE key = 'demo'`);
  }
}

interface Person {
  tenantId: string;
  memberId: string;
  roles: Role[];
  dealerId: string | null;
}

class DemoScript {
  private readonly people = new Map<string, Person>();

  constructor(
    private readonly house: House,
    private readonly password: string,
    private readonly stepTo: (hoursAgo: number) => void,
  ) {}

  /** A house with its rules, people, dealers, customers and machines; what is there already is left as it is. */
  async furnish(demo: DemoHouse): Promise<void> {
    this.stepTo(foundedHoursAgo);
    const { tenancy, calendars, policies, identity, parties, equipment, parts } = this.house.services;
    const ctx = await this.found(demo);
    const { tenantId } = ctx;
    const known = <T>(sql: string, ...values: unknown[]) =>
      ctx.db.query<T & { id: string }>(sql, [tenantId, ...values]).then(([row]) => row?.id);

    if (!(await known('SELECT id FROM tenant WHERE id = $1'))) await tenancy.found(ctx, demo.tenant);
    const template = templates[demo.rulebook];
    if (!(await known('SELECT id FROM calendar_version WHERE tenant_id = $1')))
      await calendars.found(ctx, template.calendars);
    if (!(await known('SELECT id FROM policy_version WHERE tenant_id = $1'))) {
      await policies.publish(ctx, template, ctx.now);
    }
    const join = async (email: string, name: string, roles: Role[], dealerId: string | null) => {
      const memberId =
        (await known('SELECT id FROM membership WHERE tenant_id = $1 AND name = $2', name)) ??
        (await identity.addMember(ctx, { email, password: this.password, name, roles, dealerId }));
      this.people.set(`${demo.tenant.slug} ${email}`, { tenantId, memberId, roles, dealerId });
    };
    for (const [role, name] of Object.entries(demo.people)) {
      await join(`${role}@${demo.tenant.slug}.example`, name, [...rolesOf[role as DemoPerson]], null);
    }
    const modelIds = new Map<string, string>();
    for (const model of demo.models) {
      const id = await known('SELECT id FROM equipment_model WHERE tenant_id = $1 AND code = $2', model.code);
      modelIds.set(model.code, id ?? (await equipment.addModel(ctx, model)));
    }
    for (const point of demo.servicePoints) {
      const here = 'SELECT id FROM service_point WHERE tenant_id = $1 AND name = $2';
      if (!(await known(here, point.name))) await parties.servicePoints.add(ctx, point);
    }
    for (const [number, nameZh, nameEn, unit, list, fee] of demo.parts) {
      if (await known('SELECT id FROM part WHERE tenant_id = $1 AND number = $2', number)) continue;
      const prices = { listPriceFen: list * 100, costFeeFen: fee * 100 };
      await parts.addPart(ctx, { number, nameZh, nameEn, unit, ...prices });
    }
    const settle = async (places: DemoHouse['direct'], dealerId: string | null) => {
      for (const { customer, site, province, contact, machines } of places) {
        const customerId =
          (await known('SELECT id FROM customer WHERE tenant_id = $1 AND name = $2', customer)) ??
          (await parties.addCustomer(ctx, { name: customer, dealerId }));
        const siteId =
          (await known(
            'SELECT id FROM site WHERE tenant_id = $1 AND customer_id = $2 AND name = $3',
            customerId,
            site,
          )) ?? (await parties.addSite(ctx, { customerId, dealerId, name: site, province }));
        const person = 'SELECT id FROM contact WHERE tenant_id = $1 AND customer_id = $2 AND name = $3';
        if (contact && !(await known(person, customerId, contact.name))) {
          await parties.contacts.add(ctx, { customerId, dealerId, siteId, ...contact });
        }
        for (const { serial, model, components = [], shippedDaysAgo = 280 } of machines) {
          if (await equipment.machineBySerial(ctx, serial)) continue;
          const modelId = modelIds.get(model) as string;
          await equipment.addUnit(ctx, {
            ...{ serial, modelId, customerId, dealerId, siteId },
            ...datesOf(ctx.now, shippedDaysAgo),
            components: components.map((each) => ({ ...each, quantity: 1 })),
          });
        }
      }
    };
    for (const { name, clerk, email, places } of demo.dealers) {
      const dealerId =
        (await known('SELECT id FROM dealer WHERE tenant_id = $1 AND name = $2', name)) ??
        (await parties.addDealer(ctx, { name }));
      await join(email, clerk, ['dealer'], dealerId);
      await settle(places, dealerId);
    }
    await settle(demo.direct, null);
  }

  /** One ticket and what happened to it. Each step has a key of its own, so none happens twice. */
  async tell(story: Story): Promise<void> {
    const { tickets } = this.house.services;
    this.stepTo(story.hoursAgo);
    const created = await tickets.create(this.as(story, story.by), {
      ...story,
      reporterName: story.reporter,
      reporterPhone: phoneOf(story.serial),
      channel: story.by.startsWith('dealer') ? 'dealer' : 'phone',
      idempotencyKey: `demo ${story.serial} ${story.subject}`,
    });
    if (!created.ticket)
      throw new Error(`The demo ticket "${story.subject}" is not to be seen by ${story.by}.`);
    const ticketId = encodeId('Ticket', created.ticket.id);
    for (const [index, step] of (story.then ?? []).entries()) {
      this.stepTo(step.hoursAgo);
      const ctx = this.as(story, step.by);
      if (step.do === 'say') {
        const audience = step.internally ? 'internal' : 'public';
        await tickets.comment(ctx, {
          ticketId,
          body: step.text,
          audience,
          idempotencyKey: `demo ${ticketId} ${index}`,
        });
      } else {
        await this.assignOnce(ctx, created.ticket.id, ticketId, this.person(story, step.to).memberId);
      }
    }
  }

  private async assignOnce(
    ctx: RequestContext,
    row: string,
    ticketId: string,
    memberId: string,
  ): Promise<void> {
    const [now] = await ctx.db.query<{ version: number; assignee_id: string | null }>(
      'SELECT version, assignee_id FROM ticket WHERE tenant_id = $1 AND id = $2',
      [ctx.tenantId, row],
    );
    if (!now || now.assignee_id === memberId) return;
    const assigneeId = encodeId('Member', memberId);
    await this.house.services.tickets.assign(ctx, { ticketId, assigneeId, expectedVersion: now.version });
  }

  private async found({ tenant }: DemoHouse): Promise<RequestContext> {
    const [known] = await this.house.machine.query<{ id: string }>('SELECT id FROM tenant WHERE slug = $1', [
      tenant.slug,
    ]);
    const [id, nobody] = [known?.id ?? newId(new Date()), '00000000-0000-0000-0000-000000000000'];
    return this.house.contexts.system(id, nobody);
  }

  private as(story: Story, email: string): RequestContext {
    const person = this.person(story, email);
    return this.house.contexts.of(
      {
        ...person,
        sessionId: '',
        audience: 'api',
        kind: person.dealerId ? 'dealer' : 'staff',
        name: email,
        permissions: new Set(permissionsOf(person.roles)),
        expiresAt: new Date(8_640_000_000_000_000),
      },
      'zh-CN',
    );
  }

  private person({ house }: Story, email: string): Person {
    const person = this.people.get(`${house} ${email}`);
    if (!person) throw new Error(`The demo has nobody ${email} in ${house}.`);
    return person;
  }
}

/** A machine travels three days, is installed within two weeks and accepted five days later. */
function datesOf(founded: Date, shippedDaysAgo: number) {
  const loaded = founded.getTime() + foundedHoursAgo * hour;
  const daysAgo = (days: number) => new Date(loaded - days * 24 * hour).toISOString().slice(0, 10);
  return {
    shippedOn: daysAgo(shippedDaysAgo),
    receivedOn: daysAgo(shippedDaysAgo - 3),
    installedOn: daysAgo(shippedDaysAgo - 15),
    acceptedOn: daysAgo(shippedDaysAgo - 20),
  };
}

/** A telephone number of a range that no operator gives out. */
function phoneOf(serial: string): string {
  const digits = serial.replace(/\D/g, '').slice(-4).padStart(4, '0');
  return `1000000${digits}`;
}
