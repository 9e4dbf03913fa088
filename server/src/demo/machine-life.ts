import { encodeId } from '../platform/graphql';
import type { RequestContext } from '../platform/context';
import type { Entry } from './agenda';
import { foundedDaysAgo } from './agenda';
import type { DemoMachine } from './demo-house';
import type { Furnishing } from './furnish-house';

interface Standing {
  customerId: string;
  siteId: string;
  modelId: string;
}

const dates = ['shipped', 'received', 'installed', 'accepted'] as const;

/** What happens to a machine: it is registered with what is known by then; later dates and readings come on their day. */
export function lifeOf(
  { demo: { tenant }, services: { equipment }, troupe, moments }: Furnishing,
  machine: DemoMachine,
  standing: Standing,
): Entry[] {
  const { serial, readings = [], limits = [], batch, orderNumber, components = [] } = machine;
  const registered = Math.min(foundedDaysAgo, machine.shipped);
  const once = (what: string) => ({ idempotencyKey: `demo ${serial} ${what}` });
  const daysOf = (names: ReadonlyArray<(typeof dates)[number]>) =>
    Object.fromEntries(names.map((name) => [`${name}On`, moments.dayAgo(machine[name] ?? 0)]));
  const on = (daysAgo: number, run: (ctx: RequestContext) => Promise<unknown>): Entry => ({
    house: tenant.slug,
    hoursAgo: daysAgo * 24,
    run: async () => void (await run(troupe.as(`manager@${tenant.slug}.example`, daysAgo * 24))),
  });

  const register = async (ctx: RequestContext) => {
    const { equipment: made } = await equipment.register(ctx, {
      ...standing,
      serial,
      ...(batch && { batch }),
      ...(orderNumber && { orderNumber }),
      components,
      ...daysOf(dates.filter((name) => (machine[name] ?? 0) >= registered)),
      ...once('registered'),
    });
    if (!made) throw new Error(`The machine ${serial} is not to be seen.`);
    const equipmentId = encodeId('Equipment', made.id);
    for (const { what, inDays } of limits) {
      const expiresOn = moments.dayAgo(-inDays);
      await equipment.addLimit(ctx, { equipmentId, what, expiresOn, ...once(`limit ${what}`) });
    }
  };
  const later = dates.filter((name) => (machine[name] ?? registered) < registered);
  return [
    on(registered, register),
    ...later.map((name) =>
      on(machine[name] ?? 0, async (ctx) => {
        const { equipmentId, version } = await unitNow(ctx, serial);
        await equipment.setDates(ctx, { equipmentId, expectedVersion: version, ...daysOf([name]) });
      }),
    ),
    ...readings.map(({ daysAgo, meter, value }) =>
      on(Math.min(daysAgo, registered), async (ctx) => {
        const { equipmentId } = await unitNow(ctx, serial);
        const reading = { equipmentId, meter, value, readAt: moments.ago(daysAgo * 24) };
        await equipment.addReading(ctx, { ...reading, ...once(`${meter} ${value}`) });
      }),
    ),
  ];
}

async function unitNow(
  ctx: RequestContext,
  serial: string,
): Promise<{ equipmentId: string; version: number }> {
  const [unit] = await ctx.db.query<{ id: string; version: number }>(
    'SELECT id, version FROM equipment WHERE tenant_id = $1 AND serial = $2',
    [ctx.tenantId, serial],
  );
  if (!unit) throw new Error(`The machine ${serial} is not registered.`);
  return { equipmentId: encodeId('Equipment', unit.id), version: unit.version };
}
