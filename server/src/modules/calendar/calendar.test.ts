import type { Calendar, Fact } from '@aftercare/policy-engine';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import pino from 'pino';
import type { House } from '../../house';
import { buildHouse } from '../../house';
import type { RequestContext } from '../../platform/context';
import { insideOf } from '../../platform/database';
import { decodeId } from '../../platform/graphql';
import type { StoryClient, StoryHouse } from '../../testing/story';
import { openHouse } from '../../testing/story';

let house: StoryHouse;
let manager: StoryClient;
let owner: Client;
beforeAll(async () => {
  house = await openHouse();
  manager = await house.as('manager@ironmole');
  owner = new Client(house.database.adminUrl);
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await house.close();
});

const system = (slug: 'ironmole' | 'purefount' = 'ironmole'): RequestContext =>
  house.app.contexts.system(house.houses[slug].tenantId, house.houses[slug].staff.admin);

interface Published {
  calendarYearPublish: {
    calendar: { id: string; number: number; knownThrough: string; publishedBy: { name: string } } | null;
    userErrors: Array<{
      code: string;
      field: string[];
      message: string;
      conflict: { currentVersion: number; changed: string[] } | null;
    }>;
  };
}
const pinnedTo = (version: number): Fact => ({
  kind: 'calendar-pinned',
  at: 0,
  recordedAt: 0,
  calendar: 'maker',
  version,
});
let keys = 0;
const name = { zh: '元旦', en: 'New Year' };
const year2027 = () => ({
  key: 'maker',
  year: 2027,
  holidays: [{ from: '2027-01-01', through: '2027-01-03', name }],
  makeUpDays: [{ date: '2027-01-09', name: { zh: '元旦调休', en: 'Make-up day' }, asWeekday: 'FRI' }],
  notice: { title: { zh: '2027 年放假通知', en: 'Notice for 2027' }, issuedOn: '2026-11-05' },
  liveClocks: 'RECOMPUTE',
  expectedVersion: 1,
  idempotencyKey: `calendar ${(keys += 1)}`,
});
async function publish(by: StoryClient, input: object) {
  const { calendarYearPublish } = await by.ask<Published>(
    `mutation ($input: CalendarYearPublishInput!) { calendarYearPublish(input: $input) {
      calendar { id number knownThrough publishedBy { name } }
      userErrors { code field message conflict { currentVersion changed } } } }`,
    { input },
  );
  return calendarYearPublish;
}
const yearOf = async (by: StoryClient, year: number) => {
  const { calendar } = await by.ask<{
    calendar: {
      workingDays: number;
      provisional: boolean;
      version: { number: number; timeZone: string; knownFrom: string; knownThrough: string };
      week: Array<{ weekday: string; shifts: Array<{ from: string; to: string }> }>;
      days: Array<{ date: string; kind: string; name: { en: string }; asWeekday: string | null }>;
      notices: Array<{ issuedOn: string }>;
    };
  }>(
    `query ($year: Int!) { calendar(key: "maker", year: $year) {
      workingDays provisional version { number timeZone knownFrom knownThrough }
      week { weekday shifts { from to } } days { date kind name { en } asWeekday } notices { issuedOn } } }`,
    { year },
  );
  return calendar;
};

describe('a year of a calendar', () => {
  it('B3 has for 2026 its 248 working days, its holidays and its six make-up days by name', async () => {
    const calendar = await yearOf(await house.as('engineer@ironmole'), 2026);
    expect(calendar).toMatchObject({
      workingDays: 248,
      provisional: false,
      version: { number: 1, timeZone: 'Asia/Shanghai', knownFrom: '2025-01-01', knownThrough: '2026-12-31' },
    });
    expect(calendar.days.filter(({ kind }) => kind === 'HOLIDAY')).toHaveLength(33);
    expect(calendar.days.filter(({ kind }) => kind === 'WORKING').map(({ date }) => date)).toEqual([
      '2026-01-04',
      '2026-02-14',
      '2026-02-28',
      '2026-05-09',
      '2026-09-20',
      '2026-10-10',
    ]);
    expect(calendar.days.find(({ date }) => date === '2026-02-14')).toEqual({
      date: '2026-02-14',
      kind: 'WORKING',
      name: { en: 'Make-up day for Spring Festival' },
      asWeekday: 'FRI',
    });
    expect(calendar.week.map(({ weekday, shifts }) => [weekday, shifts.length])).toEqual([
      ['MON', 2],
      ['TUE', 2],
      ['WED', 2],
      ['THU', 2],
      ['FRI', 2],
      ['SAT', 0],
      ['SUN', 0],
    ]);
  });

  it('B5 is provisional where its holidays are not published, and nothing at all for a calendar that there is not', async () => {
    expect(await yearOf(manager, 2027)).toMatchObject({ provisional: true, workingDays: 261, days: [] });
    const { calendar } = await manager.ask(`{ calendar(key: "moon", year: 2026) { year } }`);
    expect(calendar).toBeNull();
  });
});

describe('publishing a year', () => {
  it('is refused with everything that is wrong with the days, each at its place, and leaves nothing', async () => {
    const { calendar, userErrors } = await publish(manager, {
      ...year2027(),
      holidays: [
        { from: '2027-01-03', through: '2027-01-01', name },
        { from: '2028-02-01', name },
      ],
      makeUpDays: [
        { date: '2026-01-09', name, asWeekday: 'FRI' },
        { date: '2027-01-09', name },
      ],
    });
    expect(calendar).toBeNull();
    expect(userErrors.map(({ code, field }) => `${code} ${field.join('.')}`)).toEqual([
      'INVALID holidays.0.through',
      'INVALID holidays.1.from',
      'INVALID holidays.1.through',
      'INVALID makeUpDays.0.date',
      'INVALID makeUpDays.1.asWeekday',
    ]);
    const overlapping = await publish(manager, {
      ...year2027(),
      makeUpDays: [
        { date: '2027-01-02', name, asWeekday: 'FRI' },
        { date: '2027-01-09', name: { zh: '', en: 'x' }, shifts: [{ from: '09:00', to: '25:00' }] },
        { date: '2027-01-10', name, asWeekday: 'SUN' },
      ],
    });
    expect(overlapping.userErrors.map(({ field }) => field.join('.')).sort()).toEqual([
      'makeUpDays.1.name.zh',
      'makeUpDays.1.shifts.0.to',
    ]);
    const { rows } = await owner.query('SELECT 1 FROM calendar_version WHERE number > 1');
    expect(rows).toEqual([]);
  });

  it('is refused for a day given twice, at the days that were asked for', async () => {
    const { userErrors } = await publish(manager, {
      ...year2027(),
      makeUpDays: [{ date: '2027-01-02', name, asWeekday: 'FRI' }],
    });
    expect(userErrors).toEqual([
      expect.objectContaining({ code: 'INVALID', field: expect.arrayContaining(['makeUpDays', '0']) }),
    ]);
  });

  it('is refused for a year that does not follow, and for a calendar that there is not', async () => {
    const far = { ...year2027(), year: 2028, holidays: [], makeUpDays: [] };
    expect((await publish(manager, far)).userErrors).toMatchObject([{ code: 'INVALID', field: ['year'] }]);
    const moon = { ...year2027(), key: 'moon' };
    expect((await publish(manager, moon)).userErrors).toMatchObject([{ code: 'NOT_FOUND', field: ['key'] }]);
  });

  it('is for those who manage the house', async () => {
    const { errors } = await (
      await house.as('dispatcher@ironmole')
    ).query(
      `mutation ($input: CalendarYearPublishInput!) { calendarYearPublish(input: $input) { userErrors { code } } }`,
      { input: year2027() },
    );
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  });

  it('B4 B5 makes the next version of a calendar, keeps the one before, and tells other rooms within the same transaction', async () => {
    const told: Array<{ calendar: Calendar; versions: number[] }> = [];
    const { calendars } = house.app.services;
    calendars.onPublished(async (ctx, transaction, calendar) => {
      const all = await calendars.of(ctx, [pinnedTo(calendar.version)], insideOf(transaction).query);
      told.push({ calendar, versions: all.map(({ version }) => version) });
    });
    await calendars.of(system());
    const input = year2027();
    const first = await publish(manager, input);
    expect(first).toMatchObject({
      calendar: { number: 2, knownThrough: '2027-12-31', publishedBy: { name: '铁鼹 manager' } },
      userErrors: [],
    });
    expect(told.map(({ calendar, versions }) => [calendar.version, calendar.liveClocks, versions])).toEqual([
      [2, 'recompute', [1, 2]],
    ]);
    expect((await calendars.of(system())).map(({ version }) => version)).toEqual([1, 2]);
    // sent again it is the same version
    expect(await publish(manager, input)).toEqual(first);
    expect(await yearOf(manager, 2027)).toMatchObject({
      provisional: false,
      workingDays: 261,
      notices: [{ issuedOn: '2024-11-12' }, { issuedOn: '2025-11-04' }, { issuedOn: '2026-11-05' }],
    });
    expect(await yearOf(manager, 2026)).toMatchObject({ workingDays: 248, version: { number: 2 } });
    const id = decodeId('CalendarVersion', first.calendar?.id as string);
    const { rows } = await owner.query(
      `SELECT topic, kind, version, audience FROM change WHERE subject_id = $1`,
      [id],
    );
    expect(rows).toEqual([{ topic: 'calendar', kind: 'published', version: 2, audience: 'internal' }]);
  });

  it('based on an older version is a conflict that says what is otherwise now', async () => {
    const { userErrors } = await publish(manager, year2027());
    expect(userErrors).toMatchObject([
      { code: 'CONFLICT', field: ['expectedVersion'], conflict: { currentVersion: 2 } },
    ]);
    expect(userErrors[0]?.conflict?.changed.sort()).toEqual(['days', 'known', 'notices', 'zone']);
  });

  it('based on a version that there never was is a wrong value', async () => {
    const { userErrors } = await publish(manager, { ...year2027(), expectedVersion: 99 });
    expect(userErrors).toMatchObject([{ code: 'INVALID', field: ['expectedVersion'], conflict: null }]);
  });

  it('by two at once is one version and one conflict', async () => {
    const both = await Promise.all([0, 1].map(() => publish(manager, { ...year2027(), expectedVersion: 2 })));
    expect(both.flatMap(({ userErrors }) => userErrors.map(({ code }) => code))).toEqual(['CONFLICT']);
    expect(both.filter(({ calendar }) => calendar?.number === 3)).toHaveLength(1);
  });

  it('never changes a version that was published: the request role may not', async () => {
    const client = new Client(house.database.serverUrl);
    await client.connect();
    try {
      for (const statement of [`UPDATE calendar_version SET number = 9`, `DELETE FROM calendar_version`])
        await expect(client.query(statement)).rejects.toThrow('permission denied');
    } finally {
      await client.end();
    }
  });

  it('leaves the calendar of another house alone', async () => {
    expect(
      (await house.app.services.calendars.of(system('purefount'))).map(({ version }) => version),
    ).toEqual([1]);
  });
});

describe('a version that another process published', () => {
  let other: House;
  beforeAll(async () => {
    other = buildHouse(
      {
        databaseUrl: house.database.serverUrl,
        secret: 'a secret of another process, long enough',
        filesDir: house.filesDir,
        log: pino({ level: 'silent' }),
      },
      house.clock,
    );
    await other.source.initialize();
  });
  afterAll(async () => {
    await other.source.destroy();
    await other.machinePool.end();
  });

  const publishThere = (expectedVersion: number) => {
    const { tenantId, staff } = house.houses.purefount;
    const input = {
      ...year2027(),
      makeUpDays: [],
      notice: null,
      liveClocks: 'keep' as const,
      expectedVersion,
    };
    return other.services.calendars.publishYear(other.contexts.system(tenantId, staff.admin), input);
  };
  const versionsHere = async (facts: Fact[] = []) =>
    (await house.app.services.calendars.of(system('purefount'), facts)).map(({ version }) => version);

  it('is known here at once for a ticket that is pinned to it', async () => {
    expect(await versionsHere()).toEqual([1]);
    const deaf = jest.spyOn(house.app.services.calendars, 'forget').mockImplementation(() => undefined);
    await publishThere(1);
    expect(await versionsHere()).toEqual([1]);
    expect(await versionsHere([pinnedTo(2)])).toEqual([1, 2]);
    deaf.mockRestore();
  });

  it('is known here for every ticket as soon as the change log tells of it', async () => {
    await publishThere(2);
    for (let waited = 0; (await versionsHere()).length < 3 && waited < 5_000; waited += 20) await sleep(20);
    expect(await versionsHere()).toEqual([1, 2, 3]);
  });
});
