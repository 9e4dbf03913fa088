import { templates } from '@aftercare/rulebooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import pino from 'pino';
import { buildHouse } from '../../house';
import type { RequestContext } from '../../platform/context';
import { encodeId } from '../../platform/graphql';
import type { StoryClient, StoryHouse } from '../../testing/story';
import { openHouse } from '../../testing/story';

let house: StoryHouse;
let manager: StoryClient;
let dealer: StoryClient;
beforeAll(async () => {
  house = await openHouse();
  manager = await house.as('manager@ironmole');
  dealer = await house.as('dealer1@ironmole');
});
afterAll(() => house.close());

const system = (slug: 'ironmole' | 'purefount' = 'ironmole'): RequestContext =>
  house.app.contexts.system(house.houses[slug].tenantId, house.houses[slug].staff.admin);
const policies = () => house.app.services.policies;
const hours = (amount: number) => new Date(house.clock.now().getTime() + amount * 3_600_000);

/** The rules of a fresh house of its own, made from a template. */
async function houseOf(rulebook: keyof typeof templates) {
  const { tenancy, calendars } = house.app.services;
  const { randomUUID } = await import('node:crypto');
  const ctx = house.app.contexts.system(randomUUID(), randomUUID());
  await tenancy.found(ctx, {
    slug: `house-${rulebook.toLowerCase()}-${ctx.tenantId.slice(0, 8)}`,
    nameZh: '清源',
    nameEn: 'Clearwater',
    timeZone: 'Asia/Shanghai',
    accentColor: '#0b7a6f',
    ticketPrefix: 'CW',
  });
  await calendars.found(ctx, templates[rulebook].calendars);
  const id = await policies().publish(ctx, templates[rulebook], new Date('2026-01-01T00:00:00+08:00'));
  return { ctx, id };
}

interface Promised {
  kind: string;
  target: { amount: number } | null;
  countsFromReport: boolean;
  startsAt: { key: string; label: { zh: string } };
  rule: { clause: { id: string } | null };
}
interface Type {
  key: string;
  promises: Promised[];
  intake: Array<{
    key: string;
    required: boolean;
    dependsOn: object | null;
    rule: { clause: { id: string } | null };
  }>;
}

describe('what may be requested', () => {
  it('R4-5.1 says what counts from the report, and R4-4.7 from what a later promise counts', async () => {
    const { requestTypes } = await dealer.ask<{ requestTypes: Type[] }>(
      `{ requestTypes { key promises { kind target { amount } countsFromReport startsAt { key label { zh } } rule { clause { id } } } } }`,
    );
    const { promises = [] } = requestTypes.find(({ key }) => key === 'repair') ?? {};
    expect(promises.find(({ kind }) => kind === 'RESPONSE')).toEqual({
      kind: 'RESPONSE',
      target: { amount: 24 },
      countsFromReport: true,
      startsAt: { key: 'reported', label: { zh: '报修' } },
      rule: { clause: { id: 'R4-5.1' } },
    });
    expect(promises.find(({ kind }) => kind === 'FOLLOW_UP')).toMatchObject({
      countsFromReport: false,
      startsAt: { key: 'resolved', label: { zh: '处理完成' } },
      rule: { clause: { id: 'R4-4.7' } },
    });
  });

  it.each([
    ['32', 24],
    ['34', 48],
  ])('R1-C2 R1-C6 a site in province %s is reached within %i hours', async (province, amount) => {
    const { ctx } = await houseOf('R1');
    const types = await policies().requestTypes(ctx);
    const { promisesOf } = await import('./request-types');
    const arrivals = ['repair', 'commissioning'].map((key) => {
      const type = types.find((each) => each.key === key);
      if (!type) throw new Error(`There is no ${key}.`);
      return promisesOf(type.policy, key, { province }).find(({ kind }) => kind === 'arrival');
    });
    expect(arrivals).toMatchObject([
      { target: { amount }, startsAt: { key: 'guidance-failed', label: { zh: '技术指导未能解决' } } },
      { target: { amount }, startsAt: { key: 'reported' } },
    ]);
  });

  it('R11-3.3.3.2 a return that a person judges to be special is promised in hours, not in days', async () => {
    const { ctx } = await houseOf('R1');
    const { promisesOf } = await import('./request-types');
    const [type] = (await policies().requestTypes(ctx)).filter(({ key }) => key === 'return');
    if (!type) throw new Error('There are no returns.');
    const returned = (severity?: string) =>
      promisesOf(type.policy, 'return', { severity }).find(({ kind }) => kind === 'return')?.target;
    expect(returned()).toMatchObject({
      amount: 3,
      unit: 'days',
      basis: 'working-days',
      endsAt: 'end-of-day',
    });
    expect(returned('urgent')).toMatchObject({ amount: 24, unit: 'hours' });
  });

  it.each(['(province: "99")', '(province: "江苏")', '(severity: "dire")'])(
    'refuses to guess for %s',
    async (args) => {
      const { errors } = await dealer.query(`{ requestTypes { promises${args} { kind } } }`);
      expect(errors?.[0]).toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } });
    },
  );

  it('R4-4.1 asks at intake for what the version asks for, each with its source', async () => {
    const intakeOf = async (key: string) => {
      const { requestType } = await dealer.ask<{ requestType: Type | null }>(
        `query ($key: String!) { requestType(key: $key) { intake { key kind required requestTypes dependsOn { field among }
          choices { key label { zh } } limit rule { source clause { id } note { en } } } } }`,
        { key },
      );
      return requestType?.intake;
    };
    expect(await intakeOf('repair')).toMatchObject([
      { key: 'appointment', kind: 'DATE', limit: 'FROM_TODAY', rule: { clause: { id: 'R4-4.1' } } },
    ]);
    expect(await intakeOf('parts')).toMatchObject([
      { key: 'parts-wanted', required: true, rule: { source: 'DEFAULT' } },
    ]);
    expect(await intakeOf('warranty')).toEqual([]);
    expect(await intakeOf('dance')).toBeUndefined();
  });
});

describe('the rules as data for reading', () => {
  const parts = [
    `clockRules { rule { id clause { id } } kind target { amount basis } startsAt { key } stopsAt { key label { en } }
      conditions { requestTypes regions } reminders { at by { amount } tell } }
     pauseReasons { key limit { amount } clocks } records { key by } intake { key }`,
    `workflow { initial states { key category } approvals { key by } ownership { supervisors }
      steps { key from to by requires { kind key fresh rule { clause { id } } } effects { kind key } } }`,
    `warranty { terms { label { zh } scope startsAt covers { costClass percent months } rule { source } } prices { basis } approvers apart }
     settings { key question { zh } options { key } chosen rule { source } }
     severity { unclassified } reopening { mode window { amount } } agreements { kinds by }`,
  ];
  type Book = {
    clockRules: Array<{ rule: { id: string } }>;
    workflow: { steps: Array<{ key: string; requires: object[] }> };
    settings: Array<{ key: string; chosen: string; options: object[] }>;
    warranty: { terms: object[] };
  };
  const read = async (by: StoryClient) => {
    const id = encodeId('PolicyVersion', house.houses.ironmole.policyVersionId);
    const versions = await Promise.all(
      parts.map(async (part) => {
        const { policyVersion } = await by.ask<{
          policyVersion: { number: number; book: Partial<Book> | null };
        }>(`query ($id: ID!) { policyVersion(id: $id) { number book { ${part} } } }`, { id });
        return policyVersion;
      }),
    );
    expect(versions.map(({ number }) => number)).toEqual([1, 1, 1]);
    return versions.map(({ book }) => book);
  };

  it('R4-5.1 R4-4.4 tells clocks, workflow, warranty and settings of a version, by clause', async () => {
    const found = Object.assign({}, ...(await read(manager))) as Book;
    expect(found.clockRules.find(({ rule }) => rule.id === 'repair-response')).toMatchObject({
      kind: 'RESPONSE',
      rule: { clause: { id: 'R4-5.1' } },
      target: { amount: 24, basis: 'NATURAL' },
      startsAt: { key: 'reported' },
      stopsAt: { key: 'responded', label: { en: 'First response' } },
      conditions: { requestTypes: ['repair'], regions: null },
      reminders: [
        { at: 'BEFORE', by: { amount: 4 }, tell: ['dispatcher'] },
        { at: 'DUE', by: null, tell: ['manager'] },
      ],
    });
    expect(found.workflow.steps.find(({ key }) => key === 'start-work')?.requires).toContainEqual(
      expect.objectContaining({ key: 'contract-signed', fresh: true, rule: { clause: { id: 'R4-4.4' } } }),
    );
    expect(found.settings.find(({ key }) => key === 'response-time')).toMatchObject({ chosen: 'natural' });
    expect(found.settings).toHaveLength(templates.R4.settings.length);
    expect(found.warranty.terms).toHaveLength(templates.R4.policy.warranty?.terms.length ?? 0);
  });

  it('is the maker’s own: a dealer sees that there is a version, and not how the house works inside', async () => {
    expect(await read(dealer)).toEqual([null, null, null]);
  });

  it('is complete for every template', async () => {
    const { bookOf } = await import('./policy-book');
    for (const { policy, intake, settings } of Object.values(templates)) {
      const found = bookOf({ policy, intake, settings });
      expect(found.clockRules).toHaveLength(policy.clockRules.length);
      expect(found.workflow.steps).toHaveLength(policy.workflow.transitions.length);
      expect(found.intake).toHaveLength(intake.length);
      expect(JSON.stringify(found)).not.toContain('undefined');
    }
  });

  it('of another house, and of a version that there is not, is null alike', async () => {
    const ask = async (row: string) =>
      manager.query('query ($id: ID!) { policyVersion(id: $id) { number } }', {
        id: encodeId('PolicyVersion', row),
      });
    const foreign = await ask(house.houses.purefount.policyVersionId);
    expect(foreign.data).toEqual({ policyVersion: null });
    expect(foreign).toEqual(await ask('00000000-0000-7000-8000-000000000000'));
  });
});

describe('publishing a version', () => {
  it('G1 G2 holds from its date on and for what is reported then; what was reported before keeps its own', async () => {
    const { ctx, id: first } = await houseOf('R4');
    const second = await policies().publish(ctx, templates.R4, hours(48));
    expect((await policies().inForceAt(ctx, hours(47)))?.id).toBe(first);
    expect((await policies().inForceAt(ctx, hours(48)))?.id).toBe(second);
    expect((await policies().warrantyPolicyAt(ctx, hours(1)))?.policyVersionId).toBe(first);
    expect(await policies().inForceAt(ctx, new Date('2025-12-31T00:00:00+08:00'))).toBeNull();
    expect(await policies().warrantyPolicyAt(ctx, new Date('2025-12-31T00:00:00+08:00'))).toBeNull();
  });

  it('with a date in the past is refused, save at founding', async () => {
    const { ctx } = await houseOf('R4');
    await expect(policies().publish(ctx, templates.R4, hours(-1))).rejects.toMatchObject({
      code: 'INVALID',
      field: ['effectiveFrom'],
    });
  });

  it('is refused with everything that is wrong with it, each at its place', async () => {
    const { ctx } = await houseOf('R4');
    const { policy, intake, settings } = templates.R4;
    const places = (proposal: object) =>
      policies()
        .publish(ctx, { policy, intake, settings, ...proposal }, hours(1))
        .then(
          () => [],
          (error: { all: Array<{ field: string[] }> }) => error.all.map(({ field }) => field.join('.')),
        );
    expect(await places({ policy: { ...policy, clockRules: [] } })).toEqual(['policy.clockRules']);
    expect(
      await places({
        intake: [{ ...intake[0], key: 'A' }],
        settings: [{ ...settings[0], chosen: 'nothing' }],
      }),
    ).toEqual(['intake.0.key', 'settings.0.chosen']);
    const elsewhere = (policy.calendarRules ?? []).map((rule) => ({ ...rule, calendar: 'moon' }));
    expect(await places({ policy: { ...policy, calendarRules: elsewhere } })).toEqual([
      'policy.calendarRules.0.calendar',
    ]);
  });

  it('by two at once gives two versions, one after the other', async () => {
    const { ctx, id } = await houseOf('R3');
    const more = await Promise.all([1, 2].map((hour) => policies().publish(ctx, templates.R3, hours(hour))));
    const { rows } = await query<{ id: string; number: number }>(
      'SELECT id, number FROM policy_version WHERE tenant_id = $1 ORDER BY number',
      [ctx.tenantId],
    );
    expect(rows.map(({ number }) => number)).toEqual([1, 2, 3]);
    expect(new Set(rows.map((row) => row.id))).toEqual(new Set([id, ...more]));
  });

  it('is known to every process once the change log tells of it, and costs no statement to find', async () => {
    const { ctx } = await houseOf('R4');
    await policies().inForceAt(ctx, hours(1));
    // until the change log has told of the founding
    const asked = jest.spyOn(ctx.db, 'query');
    for (let tried = 0; tried < 100; tried += 1) {
      asked.mockClear();
      await policies().inForceAt(ctx, hours(1));
      if (asked.mock.calls.length === 0) break;
      await sleep(20);
    }
    expect(asked).not.toHaveBeenCalled();

    const other = buildHouse(
      {
        databaseUrl: house.database.serverUrl,
        secret: 'a secret of another process, long enough',
        filesDir: house.filesDir,
        log: pino({ level: 'silent' }),
      },
      house.clock,
    );
    await other.source.initialize();
    try {
      const there = other.contexts.system(ctx.tenantId, ctx.actor.memberId);
      const id = await other.services.policies.publish(there, templates.R4, hours(0.5));
      const here = async () => (await policies().inForceAt(ctx, hours(1)))?.id;
      for (let waited = 0; (await here()) !== id && waited < 5_000; waited += 20) await sleep(20);
      expect(await here()).toBe(id);
    } finally {
      await other.source.destroy();
      await other.machinePool.end();
    }
  });

  it('shows every version, the newest first, page by page', async () => {
    const ctx = system();
    const next = await policies().publish(ctx, templates.R4, hours(24));
    const page = (after?: string) =>
      manager.ask<{
        policyVersions: {
          nodes: Array<{ id: string; number: number }>;
          pageInfo: { endCursor: string; hasNextPage: boolean };
        };
      }>(
        `query ($after: String) { policyVersions(first: 1, after: $after) { nodes { id number } pageInfo { endCursor hasNextPage } } }`,
        { after },
      );
    const { policyVersions: first } = await page();
    expect(first).toMatchObject({
      nodes: [{ id: encodeId('PolicyVersion', next), number: 2 }],
      pageInfo: { hasNextPage: true },
    });
    const { policyVersions: second } = await page(first.pageInfo.endCursor);
    expect(second).toMatchObject({ nodes: [{ number: 1 }], pageInfo: { hasNextPage: false } });
  });
});

async function query<Row extends object>(text: string, values: unknown[]) {
  const admin = new Client(house.database.adminUrl);
  await admin.connect();
  try {
    return await admin.query<Row>(text, values);
  } finally {
    await admin.end();
  }
}
