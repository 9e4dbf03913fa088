import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Fact } from '@aftercare/policy-engine';
import { approvalStanding } from '@aftercare/policy-engine';
import { checkDetails, templates } from '@aftercare/rulebooks';
import pino from 'pino';
import type { App } from '../app';
import { createApp } from '../app';
import { buildHouse } from '../house';
import { encodeId } from '../platform/graphql';
import type { TestDatabase } from '../testing/database';
import { freshDatabase } from '../testing/database';
import { canGoOn, countsPerHouse, left, look } from '../testing/loaded-demo';
import { runFolder } from '../testing/run-folder';
import { clientOf } from '../testing/story';
import { houses } from './houses';
import { loadDemo } from './load-demo';

/** A Tuesday, twenty past nine in Shanghai. */
const loadedAt = new Date('2026-06-02T01:20:00.000Z');
const aDay = 24 * 3_600_000;
const filesDir = path.join(runFolder(), 'demo-files');
const secretly = { secret: 'a secret of the demo, long enough for one', filesDir };

const load = ({ serverUrl }: TestDatabase, now = loadedAt): Promise<void> =>
  loadDemo({
    databaseUrl: serverUrl,
    filesDir,
    password: 'aftercare-demo',
    now,
    log: pino({ level: 'silent' }),
    say: () => undefined,
  });

interface Told {
  slug: string;
  id: string;
  state: string;
  category: string;
  requestType: string;
  details: Record<string, string>;
  reportedOn: string;
  facts: Fact[];
}

let database: TestDatabase;
let tickets: Told[];
/** What the load left behind, before anything else happened. */
let whole: unknown[][];

beforeAll(async () => {
  database = await freshDatabase();
  await load(database);
  whole = await left(database);
  tickets = await look<Told>(
    database,
    `SELECT t.slug, k.id, k.state, k.state_category AS category, k.request_type AS "requestType", k.details,
            (k.created_at AT TIME ZONE 'Asia/Shanghai')::date::text AS "reportedOn",
            (SELECT jsonb_agg(f.fact ORDER BY f.seq) FROM ticket_fact f WHERE f.ticket_id = k.id) AS facts
       FROM ticket k JOIN tenant t ON t.id = k.tenant_id`,
  );
}, 300_000);

afterAll(() => database?.drop());

const bySlug = Object.fromEntries(houses.map((demo) => [demo.tenant.slug, demo]));
const templateOf = (slug: string) => templates[bySlug[slug]?.rulebook ?? 'R1'];
const factsOf = <Kind extends Fact['kind']>(kind: Kind) =>
  tickets.flatMap(({ slug, facts }) =>
    facts.flatMap((fact) =>
      fact.kind === kind ? [{ slug, ...(fact as Extract<Fact, { kind: Kind }>) }] : [],
    ),
  );

describe.each(houses.map((demo) => [demo.tenant.slug, demo] as const))('the demo of %s', (slug, demo) => {
  const own = () => tickets.filter((ticket) => ticket.slug === slug);

  it('has about forty tickets, in every state of its workflow', () => {
    expect(own().length).toBeGreaterThanOrEqual(38);
    expect(own().length).toBeLessThanOrEqual(44);
    const states = templates[demo.rulebook].policy.workflow.states.map(({ key }) => key);
    expect([...new Set(own().map(({ state }) => state))].sort()).toEqual([...states].sort());
  });

  it('has requests of every type, each with what its form asks for', () => {
    const { policy, intake } = templates[demo.rulebook];
    const types = policy.requestTypes.map(({ key }) => key);
    expect([...new Set(own().map(({ requestType }) => requestType))].sort()).toEqual([...types].sort());
    const wrong = own().flatMap(({ requestType, details, reportedOn: today }) =>
      checkDetails(intake, requestType, details, { today }),
    );
    expect(wrong).toEqual([]);
  });

  it('has machines under warranty, out of it and waiting for their first day, and parts of both kinds', async () => {
    const states = await look<{ state: string }>(
      database,
      `SELECT DISTINCT CASE WHEN s.state = 'waiting' THEN 'waiting' WHEN s.last_day < $2::date THEN 'over' ELSE 'running' END AS state
         FROM warranty_stamp s JOIN tenant t ON t.id = s.tenant_id WHERE t.slug = $1`,
      [slug, loadedAt],
    );
    expect(states.map(({ state }) => state).sort()).toEqual(['over', 'running', 'waiting']);
    const machines = [...demo.dealers.flatMap(({ places }) => places), ...demo.direct].flatMap(
      (p) => p.machines,
    );
    expect(machines.length).toBeGreaterThanOrEqual(11);
    expect(demo.parts.filter(({ ownWear }) => ownWear).length).toBeGreaterThan(3);
    expect(demo.parts.filter(({ ownWear }) => !ownWear).length).toBeGreaterThan(3);
  });

  it('has a ticket on offer to somebody who has not answered yet', async () => {
    const [row] = await look<{ offered: number }>(
      database,
      `SELECT count(offered_owner_id)::int AS offered FROM ticket k JOIN tenant t ON t.id = k.tenant_id WHERE t.slug = $1`,
      [slug],
    );
    expect(row?.offered).toBeGreaterThanOrEqual(1);
  });

  it('has two open tickets about the same machine and the same kind of trouble', async () => {
    const same = await look(
      database,
      `SELECT k.equipment_id FROM ticket k JOIN tenant t ON t.id = k.tenant_id
        WHERE t.slug = $1 AND k.state_category <> 'closed' AND k.equipment_id IS NOT NULL
        GROUP BY k.equipment_id, k.request_type HAVING count(*) > 1`,
      [slug],
    );
    expect(same.length).toBeGreaterThan(0);
  });

  it('leaves every open ticket with a step that its people can take', () => {
    const stuck = own().filter(
      (ticket) => ticket.category !== 'closed' && !canGoOn(templates[demo.rulebook].policy, ticket, loadedAt),
    );
    expect(stuck).toEqual([]);
  });
});

describe('the demo of all four', () => {
  it('shows every way in, and severities of every class', async () => {
    const ways = await look<{ channel: string }>(database, 'SELECT DISTINCT channel FROM ticket');
    expect(ways.map(({ channel }) => channel).sort()).toEqual([
      ...['dealer', 'email', 'fax', 'letter', 'nameplate', 'partner', 'phone', 'visit', 'web'],
    ]);
    const classes = await look<{ severity: string }>(
      database,
      'SELECT DISTINCT severity FROM ticket WHERE severity IS NOT NULL',
    );
    expect(classes.map(({ severity }) => severity).sort()).toEqual(['general', 'major', 'urgent']);
  });

  it('shows promises kept, missed, running, paused and cancelled', async () => {
    const states = await look<{ state: string }>(database, 'SELECT DISTINCT state FROM ticket_clock');
    expect(states.map(({ state }) => state)).toEqual(
      expect.arrayContaining(['met', 'missed', 'running', 'paused', 'cancelled', 'no-target']),
    );
  });

  it('shows approvals given, refused, by word of mouth and still open', () => {
    const said = factsOf('approval');
    expect(new Set(said.map(({ decision }) => decision))).toEqual(new Set(['asked', 'given', 'refused']));
    expect(said.some(({ oral }) => oral)).toBe(true);
    const open = tickets.flatMap(({ slug, facts }) =>
      (templateOf(slug).policy.workflow.approvals ?? []).filter(
        ({ key }) => approvalStanding(templateOf(slug).policy, key, facts).status === 'asked',
      ),
    );
    expect(open.map(({ key }) => key).sort()).toEqual(['complaint-solution', 'major-treatment']);
  });

  it('shows tickets reopened, guided, withdrawn, handed over, and charges borne, asked and waived', async () => {
    for (const kind of [
      'reopened',
      'guided',
      'paused',
      'resumed',
      'owner-set',
      'coverage-decided',
    ] as const) {
      expect({ kind, happened: factsOf(kind).length > 0 }).toEqual({ kind, happened: true });
    }
    const lines = await look<{ outcome: string }>(
      database,
      `SELECT DISTINCT line->>'outcome' AS outcome FROM ticket_charge, jsonb_array_elements(decisions) AS line`,
    );
    expect(lines.map(({ outcome }) => outcome)).toEqual(
      expect.arrayContaining(['covered', 'charged', 'waived']),
    );
  });

  it('shows what was said on both sides, and among the people of the maker', async () => {
    const said = await look<{ audience: string; dealers: boolean }>(
      database,
      `SELECT DISTINCT c.audience, m.dealer_id IS NOT NULL AS dealers
         FROM ticket_comment c JOIN membership m ON m.id = c.author_id ORDER BY 1, 2`,
    );
    expect(said).toEqual([
      { audience: 'internal', dealers: false },
      { audience: 'public', dealers: false },
      { audience: 'public', dealers: true },
    ]);
  });

  it('shows a machine that nobody registered, by a photograph of its nameplate', async () => {
    const [unknown] = await look(
      database,
      `SELECT k.claimed_serial, f.state, f.kind FROM ticket k
         JOIN ticket_attachment a ON a.ticket_id = k.id JOIN file f ON f.id = a.file_id
        WHERE k.equipment_id IS NULL`,
    );
    expect(unknown).toEqual({ claimed_serial: 'VFD90-3999', state: 'stored', kind: 'photo' });
  });

  it('happened in the past, by day, and in the order of the numbers', async () => {
    const [odd] = await look<{ future: number; atNight: number; unordered: number }>(
      database,
      `SELECT (SELECT count(*)::int FROM ticket_fact WHERE recorded_at > $1) AS future,
              (SELECT count(*)::int FROM ticket_fact
                WHERE extract(hour FROM recorded_at AT TIME ZONE 'Asia/Shanghai') NOT BETWEEN 7 AND 20) AS "atNight",
              (SELECT count(*)::int FROM ticket a JOIN ticket b ON a.tenant_id = b.tenant_id
                WHERE a.number < b.number AND a.created_at > b.created_at) AS unordered`,
      [loadedAt],
    );
    expect(odd).toEqual({ future: 0, atNight: 0, unordered: 0 });
  });

  it('uses telephone numbers that nobody has', async () => {
    const others = await look(
      database,
      `SELECT phone FROM (SELECT reporter_phone AS phone FROM ticket UNION ALL SELECT phone FROM contact
          UNION ALL SELECT phone FROM dealer UNION ALL SELECT phone FROM service_point) AS all_phones
        WHERE phone IS NULL OR phone !~ '^1000000[0-9]{4}$'`,
    );
    expect(others).toEqual([]);
  });
});

describe('the demo once the doors are open', () => {
  let app: App;

  beforeAll(async () => {
    app = await createApp({
      clock: { now: () => loadedAt },
      config: {
        host: '127.0.0.1',
        port: 0,
        databaseUrl: database.serverUrl,
        ...secretly,
        log: pino({ level: 'silent' }),
      },
    });
  });
  afterAll(() => app?.stop());

  const enter = async (email: string, tenant: string) => {
    const input = { email, password: 'aftercare-demo', tenant };
    const { signIn } = await clientOf(app.url, undefined).ask<{ signIn: { accessToken: string } }>(
      'mutation ($input: SignInInput!) { signIn(input: $input) { accessToken } }',
      { input },
    );
    return clientOf(app.url, signIn.accessToken);
  };

  it('shows agreed dates that were kept, broken, replaced, and that are still open', async () => {
    const outcomes: string[] = [];
    for (const slug of ['clearwater', 'ironmole', 'voltworks']) {
      const desk = await enter(`dispatcher@${slug}.example`, slug);
      for (const ticket of tickets.filter((each) => each.slug === slug)) {
        if (!ticket.facts.some(({ kind }) => kind === 'agreed')) continue;
        const { ticket: read } = await desk.ask<{ ticket: { agreedDates: Array<{ outcome: string }> } }>(
          'query ($id: ID!) { ticket(id: $id) { agreedDates { outcome } } }',
          { id: encodeId('Ticket', ticket.id) },
        );
        outcomes.push(...read.agreedDates.map(({ outcome }) => outcome));
      }
    }
    expect([...new Set(outcomes)].sort()).toEqual(
      expect.arrayContaining(['KEPT', 'BROKEN', 'REPLACED', 'OPEN'].sort()),
    );
  });

  it('R6-3.4 shows of every machine that was repaired the day of its next maintenance, which is still to come', async () => {
    const closed = tickets.filter(
      ({ slug, state, requestType }) =>
        slug === 'voltworks' && state === 'closed' && requestType !== 'complaint',
    );
    expect(closed.length).toBeGreaterThan(8);
    const desk = await enter('dispatcher@voltworks.example', 'voltworks');
    for (const { id } of closed) {
      const { ticket } = await desk.ask<{ ticket: { toldDates: Array<{ key: string; date: string }> } }>(
        'query ($id: ID!) { ticket(id: $id) { toldDates { key date } } }',
        { id: encodeId('Ticket', id) },
      );
      expect(ticket.toldDates.map(({ key }) => key)).toEqual(['next-maintenance-told']);
      for (const { date } of ticket.toldDates) {
        expect(Date.parse(date) - loadedAt.getTime()).toBeGreaterThan(30 * aDay);
        expect(Date.parse(date) - loadedAt.getTime()).toBeLessThan(366 * aDay);
      }
    }
  });

  it('shows the dealer of four houses its own tickets in each', async () => {
    for (const { tenant } of houses) {
      const dealer = await enter('dealer@shared.example', tenant.slug);
      const { tickets: page } = await dealer.ask<{ tickets: { nodes: Array<{ dealer: { name: string } }> } }>(
        '{ tickets(first: 50) { nodes { dealer { name } } } }',
        {},
      );
      expect(page.nodes.length).toBeGreaterThan(3);
      expect(new Set(page.nodes.map(({ dealer: { name } }) => name))).toEqual(new Set(['联拓机电服务']));
    }
  });
});

describe('the timers of the demo', () => {
  it('have told what fell due while it was loaded, and tell once what falls due from now on', async () => {
    const failures: string[] = [];
    let now = loadedAt;
    const log = pino({ level: 'error' }, { write: (line: string) => void failures.push(line) });
    const house = buildHouse({ databaseUrl: database.serverUrl, ...secretly, log }, { now: () => now });
    await house.source.initialize();
    try {
      expect(await house.timers.fireDue()).toBe(0);
      const [told] = await look<{ early: number }>(
        database,
        `SELECT count(*)::int AS early FROM notification WHERE kind IN ('reminder', 'breach') AND created_at < $1`,
        [new Date(loadedAt.getTime() - aDay)],
      );
      expect(told?.early).toBeGreaterThan(0);
      now = new Date(loadedAt.getTime() + aDay);
      expect(await house.timers.fireDue()).toBeGreaterThan(0);
      expect(await house.timers.fireDue()).toBe(0);
      expect(failures).toEqual([]);
    } finally {
      await house.source.destroy();
      await house.machinePool.end();
    }
  });
});

describe('a load that is cut off in the middle', () => {
  it('goes on where it stopped, hours later, and leaves the same behind', async () => {
    const cut = await freshDatabase();
    try {
      const loading = load(cut).then(
        () => 'loaded',
        () => 'cut off',
      );
      let outcome: string | undefined;
      void loading.then((each) => (outcome = each));
      for (let told = 0; told < 60 && outcome === undefined; await pause(20)) {
        [told = 0] = (await look<{ count: number }>(cut, 'SELECT count(*)::int AS count FROM ticket')).map(
          ({ count }) => count,
        );
      }
      while (outcome === undefined) {
        await look(
          cut,
          'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
        );
        await pause(5);
      }
      expect(outcome).toBe('cut off');
      const [halfway] = await look<{ tickets: number }>(cut, 'SELECT count(*)::int AS tickets FROM ticket');
      expect(halfway?.tickets).toBeLessThan(150);

      await load(cut, new Date(loadedAt.getTime() + 5 * 3_600_000));
      expect(await left(cut)).toEqual(whole);
    } finally {
      await cut.drop();
    }
  }, 300_000);

  it('is not begun in a database that has houses of its own', async () => {
    const [before] = await countsPerHouse(database);
    await load(database);
    expect((await countsPerHouse(database))[0]).toEqual(before);
  });
});
