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
  const house = tenant.slug;
  const as = (hoursAgo: number) => troupe.as(`manager@${house}.example`, hoursAgo);
  const once = (what: string) => ({ idempotencyKey: `demo ${serial} ${what}` });

  const register: Entry = {
    house,
    hoursAgo: registered * 24,
    async run() {
      const ctx = as(registered * 24);
      const known = dates.filter((name) => (machine[name] ?? 0) >= registered);
      const { equipment: made } = await equipment.register(ctx, {
        ...standing,
        serial,
        ...(batch && { batch }),
        ...(orderNumber && { orderNumber }),
        components,
        ...datesInput(known),
        ...once('registered'),
      });
      if (!made) throw new Error(`The machine ${serial} is not to be seen.`);
      const equipmentId = encodeId('Equipment', made.id);
      for (const { what, inDays } of limits) {
        const expiresOn = moments.dayAgo(-inDays);
        await equipment.addLimit(ctx, { equipmentId, what, expiresOn, ...once(`limit ${what}`) });
      }
    },
  };
  const later = dates.filter((name) => machine[name] !== undefined && machine[name] < registered);
  return [
    register,
    ...later.map((name) => {
      const hoursAgo = (machine[name] ?? 0) * 24;
      return {
        house,
        hoursAgo,
        async run() {
          const ctx = as(hoursAgo);
          const { id, version } = await unitNow(ctx, serial);
          const change = { equipmentId: encodeId('Equipment', id), expectedVersion: version };
          await equipment.setDates(ctx, { ...change, ...datesInput([name]) });
        },
      };
    }),
    ...readings.map(({ daysAgo, meter, value }) => {
      const hoursAgo = Math.min(daysAgo, registered) * 24;
      return {
        house,
        hoursAgo,
        async run() {
          const ctx = as(hoursAgo);
          const equipmentId = encodeId('Equipment', (await unitNow(ctx, serial)).id);
          const readAt = moments.ago(daysAgo * 24);
          await equipment.addReading(ctx, {
            equipmentId,
            meter,
            value,
            readAt,
            ...once(`${meter} ${value}`),
          });
        },
      };
    }),
  ];

  function datesInput(names: ReadonlyArray<(typeof dates)[number]>) {
    return Object.fromEntries(names.map((name) => [`${name}On`, moments.dayAgo(machine[name] ?? 0)]));
  }
}

async function unitNow(ctx: RequestContext, serial: string): Promise<{ id: string; version: number }> {
  const [unit] = await ctx.db.query<{ id: string; version: number }>(
    'SELECT id, version FROM equipment WHERE tenant_id = $1 AND serial = $2',
    [ctx.tenantId, serial],
  );
  if (!unit) throw new Error(`The machine ${serial} is not registered.`);
  return unit;
}
