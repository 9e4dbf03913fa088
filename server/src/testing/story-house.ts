import { mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';
import pino from 'pino';
import type { App, AppConfig } from '../app';
import { createApp } from '../app';
import type { TestDatabase } from './database';
import { freshDatabase } from './database';
import { furnishedDatabase } from './furnished';
import { runFolder } from './run-folder';
import type { StoryClient } from './story-client';
import { answersToForm } from './story-answers';
import { anonymous, clientOf } from './story-client';
import { local, StoryClock } from './story-clock';
import type { StorySlug, StoryTenant, UsualMakers } from './story-people';
import { furnish, storyPassword, usualMakers } from './story-people';

export interface StoryHouse<Maker extends StorySlug = UsualMakers> {
  app: App;
  clock: StoryClock;
  database: Pick<TestDatabase, 'ownerUrl' | 'serverUrl' | 'adminUrl'>;
  houses: Record<Maker, StoryTenant>;
  /** Where this house keeps what people upload. */
  filesDir: string;
  /** Everything that was logged, one JSON text per line. */
  logged: string[];
  /** Signs in by the API: `dealer1@ironmole`, `dispatcher@purefount`; `dealer@shared` needs the house named. */
  as(who: string, house?: Maker): Promise<StoryClient>;
  /** A new client of somebody who has not signed in. */
  anybody(): StoryClient;
  /** Files a request for the machine of a dealer (or `direct`) and answers the ticket's public id. */
  file(by: StoryClient, serial: string, more?: Record<string, unknown>): Promise<FiledTicket>;
  close(): Promise<void>;
}

export interface FiledTicket {
  id: string;
  number: string;
  version: number;
}

export interface StoryOptions<Maker extends StorySlug = UsualMakers> {
  /** The makers in the house; left out: the two of `usualMakers`. */
  makers?: readonly Maker[];
  /** Replaces parts of the configuration: portal documents, public address, … */
  config?: Partial<AppConfig>;
  /** The database to use instead of a fresh one; it is not dropped. */
  database?: Pick<TestDatabase, 'ownerUrl' | 'serverUrl' | 'adminUrl'>;
}

/** Opens a small furnished house on a free port, at a fixed date of 2026. Close it in `afterAll`. */
export async function openHouse<Maker extends StorySlug = UsualMakers>({
  config,
  database: given,
  makers = usualMakers as readonly Maker[],
}: StoryOptions<Maker> = {}): Promise<StoryHouse<Maker>> {
  const furnished = given || makers !== usualMakers ? undefined : await furnishedDatabase();
  const fresh = given ? undefined : (furnished?.database ?? (await freshDatabase()));
  const database = given ?? (fresh as TestDatabase);
  const clock = new StoryClock();
  const logged: string[] = [];
  const filesDir = await mkdtemp(path.join(runFolder(), 'files-'));
  const app = await createApp({
    clock,
    config: {
      host: '127.0.0.1',
      port: 0,
      databaseUrl: database.serverUrl,
      secret: 'a secret of stories, long enough for one',
      filesDir,
      log: pino({ level: 'debug' }, { write: (line: string) => void logged.push(line) }),
      ...config,
    },
  });
  const houses = (furnished?.houses ?? (await furnish(app, makers))) as StoryHouse<Maker>['houses'];
  const clients: StoryClient[] = [];
  const kept = (client: StoryClient): StoryClient => {
    clients.push(client);
    return client;
  };
  const anybody = () => kept(anonymous(app.url));
  let filed = 0;
  return {
    app,
    clock,
    database,
    houses,
    filesDir,
    logged,
    anybody,
    async as(who, house) {
      const tenant = house ?? who.split('@')[1];
      const email = `${who}.example`;
      const { signIn } = await anybody().ask<{
        signIn: { accessToken: string | null; userErrors: unknown[] };
      }>(
        `mutation ($input: SignInInput!) { signIn(input: $input) { accessToken userErrors { code message } } }`,
        { input: { email, password: storyPassword, tenant } },
      );
      if (!signIn.accessToken)
        throw new Error(`${email} may not enter ${tenant}: ${JSON.stringify(signIn.userErrors)}`);
      return kept(clientOf(app.url, signIn.accessToken));
    },
    async file(by, serial, more) {
      filed += 1;
      const { requestType } = { requestType: 'repair', ...more };
      const today = local(clock.now().toISOString()).slice(0, 10);
      const input = {
        requestType,
        details: await answersToForm(by, requestType, today),
        serial,
        subject: `第 ${filed} 个请求`,
        description: '开机后无压力。',
        reporterName: '值班员',
        reporterPhone: '10000001234',
        idempotencyKey: `filed ${filed}`,
        ...more,
      };
      const { ticketCreate } = await by.ask<{
        ticketCreate: { ticket: FiledTicket | null; userErrors: unknown[] };
      }>(
        `mutation ($input: TicketCreateInput!) {
          ticketCreate(input: $input) { ticket { id number version } userErrors { code field message } } }`,
        { input },
      );
      if (!ticketCreate.ticket)
        throw new Error(`Nothing was filed: ${JSON.stringify(ticketCreate.userErrors)}`);
      return ticketCreate.ticket;
    },
    async close() {
      await Promise.all(clients.map((client) => client.close()));
      await app.stop();
      await rm(filesDir, { recursive: true, force: true });
      await fresh?.drop();
    },
  };
}
