import { decodeId, encodeId } from '../platform/graphql';
import type { Entry } from './agenda';
import type { DemoHouse, DemoPerson } from './demo-house';
import type { Furnishing } from './furnish-house';
import { photographNameplate } from './nameplate';
import { phoneOf } from './phones';
import type { Act, Stage, Story, Who } from './story';

/**
 * A ticket and what becomes of it, each at its time and under a key of its own.
 * @throws Error when the story goes on beyond the moment of loading
 */
export function tellStory(furnishing: Furnishing, story: Story): Entry[] {
  const { demo, services, troupe, moments } = furnishing;
  const { slug } = demo.tenant;
  const { by, reporter, daysAgo, reportedBefore, details = {}, unregistered, course, ...request } = story;
  const emailOf = emailsAround(demo, story);
  const name = `${slug} ${story.serial} ${story.subject}`;
  const filedAgo = daysAgo * 24;

  /** Files it, or finds it filed. */
  const file = async (): Promise<string> => {
    const email = emailOf(by);
    const plate = { email, hoursAgo: filedAgo, serial: story.serial };
    const nameplatePhotoId = unregistered && (await photographNameplate(furnishing, plate));
    const { ticket } = await services.tickets.create(filing(troupe.as(email, filedAgo), story), {
      ...request,
      ...unregistered,
      ...(nameplatePhotoId && { nameplatePhotoId }),
      reporterName: reporter,
      reporterPhone: phoneOf(`${story.serial} ${reporter}`),
      details: Object.entries(details).map(([key, answer]) => ({
        key,
        value: typeof answer === 'string' ? answer : moments.dayAgo(daysAgo - answer.inDays),
      })),
      ...(reportedBefore && { reportedAt: moments.ago(filedAgo + reportedBefore) }),
      idempotencyKey: `demo ${name}`,
    });
    if (!ticket) throw new Error(`The ticket is not to be seen by ${email}.`);
    return encodeId('Ticket', ticket.id);
  };
  let filed: Promise<string> | undefined;
  const ticket = () => (filed ??= file());

  const stageOf = async (act: Act, index: number, hoursAgo: number): Promise<Stage> => {
    const ticketId = await ticket();
    const ctx = troupe.as(emailOf(act.by), hoursAgo);
    return {
      services,
      ctx,
      ticketId,
      key: `demo ${name} ${index}`,
      memberId: (who: DemoPerson) => troupe.memberId(emailOf(who)),
      later: (hours) => moments.ago(hoursAgo - hours),
      dayIn: (days) => moments.dayAgo(hoursAgo / 24 - days),
      standing: () => standingOf(ctx, ticketId),
    };
  };

  let hoursAgo = filedAgo;
  const acts = course.map((act, index): Entry => {
    hoursAgo -= act.after;
    if (hoursAgo < 0) throw new Error(`${name}: act ${index + 1} lies in the future.`);
    const at = hoursAgo;
    return {
      house: slug,
      hoursAgo: at,
      run: () => named(`${name}: act ${index + 1}`, async () => act.run(await stageOf(act, index, at))),
    };
  });
  return [{ house: slug, hoursAgo: filedAgo, run: () => named(name, ticket) }, ...acts];
}

/** Ways in that take no member; in the demo somebody of the maker stands for the link or the system. */
const cameBy: Partial<Record<Required<Story>['channel'] & string, Stage['ctx']['actor']['kind']>> = {
  nameplate: 'link',
  partner: 'client',
};

/** Whoever files it, as what the way in asks for. */
function filing(ctx: Stage['ctx'], { channel }: Story): Stage['ctx'] {
  const kind = channel && cameBy[channel];
  return kind ? { ...ctx, actor: { ...ctx.actor, kind } } : ctx;
}

/** Sign-ins by who somebody is in the story: the maker's people, and the clerk of the dealer that serves the machine. */
function emailsAround({ tenant, dealers }: DemoHouse, { serial }: Story): (who: Who) => string {
  const dealer = dealers.find(({ places }) =>
    places.some(({ machines }) => machines.some((machine) => machine.serial === serial)),
  );
  return (who) => {
    if (who !== 'dealer') return `${who}@${tenant.slug}.example`;
    if (!dealer) throw new Error(`No dealer serves ${serial}.`);
    return dealer.email;
  };
}

async function standingOf({ db, tenantId, now }: Stage['ctx'], ticketId: string) {
  const [found] = await db.query<{ version: number; assignedNow: boolean }>(
    `SELECT version, EXISTS (SELECT 1 FROM ticket_fact AS f
        WHERE f.tenant_id = t.tenant_id AND f.ticket_id = t.id AND f.recorded_at = $3 AND f.fact->>'kind' = 'assigned')
        AS "assignedNow"
       FROM ticket AS t WHERE t.tenant_id = $1 AND t.id = $2`,
    [tenantId, decodeId('Ticket', ticketId), now],
  );
  if (!found) throw new Error('The ticket is not to be seen.');
  return found;
}

/** Says in which story something went wrong. */
async function named(what: string, work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    throw new Error(`${what}: ${(error as Error).message}`, { cause: error });
  }
}
