import type { Logger } from 'pino';
import { buildHouse, type House } from '../house';
import { newId } from '../platform/graphql';
import type { Entry } from './agenda';
import { byHouse, oldestFirst } from './agenda';
import type { DemoHouse } from './demo-house';
import type { Furnishing } from './furnish-house';
import { furnishHouse } from './furnish-house';
import { houses } from './houses';
import { Moments } from './moments';
import { tellStory } from './tell-story';
import type { DemoClock } from './troupe';
import { Troupe } from './troupe';

export interface DemoParts {
  databaseUrl: string;
  filesDir: string;
  password: string;
  /** The moment that the demo's hours count back from. */
  now: Date;
  log: Logger;
  say: (line: string) => void;
}

/** Nobody waits at a screen yet, and a machine that makes everybody's password at once may be slow to connect. */
const connectMs = 60_000;
/** At this age everybody has read what they were told. */
const readHoursAgo = 40;
/** Houses live side by side for so long before they wait for each other; no promise reminds anybody sooner. */
const sideBySideMs = 12 * 3_600_000;

/**
 * Loads the demo into a database without any house, through the services and by a clock that steps from what happens to
 * what falls due. A killed load is taken up where it stopped; a database with houses of its own is left alone. Nobody
 * else may fire timers meanwhile.
 */
export async function loadDemo({ databaseUrl, filesDir, password, now, log, say }: DemoParts): Promise<void> {
  const clock: DemoClock = { at: now, now: () => clock.at };
  const house = buildHouse({ databaseUrl, secret: newId(now), filesDir, log, connectMs }, clock);
  const progress = new Progress(house);
  try {
    const begun = await progress.begin(now);
    if (!begun) return;
    const started = performance.now();
    await house.source.initialize();
    const moments = new Moments(begun.from);
    const entries = await allOf(houses, async (demo) =>
      entriesOf(await staged(demo, { house, clock, moments, password })),
    );
    await tell(oldestFirst(entries.flat()), begun.told, { house, clock, moments, progress });
    await progress.finish();
    const tickets = houses.flatMap(({ stories }) => stories).length;
    say(`demo is loaded: ${houses.length} makers, ${tickets} tickets (${seconds(started)})`);
  } finally {
    if (house.source.isInitialized) await house.source.destroy();
    await house.machinePool.end();
  }
}

/** Lets everything happen, and what falls due in between at its very moment. */
async function tell(
  entries: readonly Entry[],
  told: number,
  {
    house,
    clock,
    moments,
    progress,
  }: { house: House; clock: DemoClock; moments: Moments; progress: Progress },
): Promise<void> {
  const end = moments.ago(0).getTime();
  const momentOf = (index: number) => {
    const entry = entries[index];
    return entry ? moments.ago(entry.hoursAgo).getTime() : Infinity;
  };
  let next = told;
  for (;;) {
    const due = await nextTimer(house);
    if (due <= Math.min(momentOf(next), end)) {
      clock.at = new Date(due);
      await house.timers.fireDue();
      if ((await nextTimer(house)) <= due) throw new Error('What fell due in the demo could not be told.');
    } else if (next < entries.length) {
      const until = Math.min(due, momentOf(next) + sideBySideMs);
      const first = next;
      while (momentOf(next) < until) next += 1;
      await allOf(byHouse(entries.slice(first, next)), async (lane) => {
        for (const entry of lane) await entry.run();
      });
      await progress.told(next);
    } else return;
  }
}

/** When the next reminder or breach falls due; milliseconds. */
async function nextTimer({ machine }: House): Promise<number> {
  const [timer] = await machine.query<{ at: Date | null }>(
    'SELECT min(at) AS at FROM ticket_timer WHERE fired_at IS NULL',
  );
  return timer?.at?.getTime() ?? Infinity;
}

const seconds = (since: number) => `${((performance.now() - since) / 1000).toFixed(1)} s`;

async function staged(
  demo: DemoHouse,
  { house, clock, moments, password }: { house: House; clock: DemoClock; moments: Moments; password: string },
): Promise<Furnishing> {
  const [known] = await house.machine.query<{ id: string }>('SELECT id FROM tenant WHERE slug = $1', [
    demo.tenant.slug,
  ]);
  const troupe = new Troupe(known?.id ?? newId(moments.ago(0)), house, clock, moments);
  return { demo, services: house.services, troupe, moments, password };
}

/** Furnishes a house and answers what happens in it after that. */
async function entriesOf(furnishing: Furnishing): Promise<Entry[]> {
  const { demo, services, troupe } = furnishing;
  const { slug } = demo.tenant;
  const machines = await furnishHouse(furnishing);
  const readers = Object.keys(demo.people).map((person): Entry => ({
    house: slug,
    hoursAgo: readHoursAgo,
    run: () => services.notifications.read(troupe.as(`${person}@${slug}.example`, readHoursAgo), null),
  }));
  return [...machines, ...demo.stories.flatMap((story) => tellStory(furnishing, story)), ...readers];
}

/** At the same time; a failure is told once all have ended, so that nothing goes on behind it. */
async function allOf<T, Result>(items: readonly T[], work: (item: T) => Promise<Result>): Promise<Result[]> {
  const settled = await Promise.allSettled(items.map(work));
  return settled.map((each) => {
    if (each.status === 'rejected') throw each.reason;
    return each.value;
  });
}

/** Since when the demo is loaded here and how much of it is told; kept in the database, for a load that was killed. */
class Progress {
  constructor(private readonly house: House) {}

  /** Null if there is nothing (more) to load. */
  async begin(now: Date): Promise<{ from: Date; told: number } | null> {
    await this.house.machine.query(
      `INSERT INTO installation (key, value) SELECT 'demo', $1 WHERE NOT EXISTS (SELECT 1 FROM tenant)
       ON CONFLICT (key) DO NOTHING`,
      [now.toISOString()],
    );
    const rows = await this.house.machine.query<{ key: string; value: string }>(
      `SELECT key, value FROM installation WHERE key IN ('demo', 'demo told')`,
    );
    const { demo, 'demo told': told = '0' } = Object.fromEntries(rows.map(({ key, value }) => [key, value]));
    return demo === undefined || demo === 'done' ? null : { from: new Date(demo), told: Number(told) };
  }

  async told(entries: number): Promise<void> {
    await this.house.machine.query(
      `INSERT INTO installation (key, value) VALUES ('demo told', $1)
       ON CONFLICT (key) DO UPDATE SET value = excluded.value`,
      [String(entries)],
    );
  }

  async finish(): Promise<void> {
    await this.house.machine.query(`UPDATE installation SET value = 'done' WHERE key = 'demo'`);
  }
}
