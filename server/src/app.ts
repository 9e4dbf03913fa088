import type { IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { House, HouseConfig } from './house';
import { buildHouse } from './house';
import { sweep } from './housekeeping';
import { servePortalSession } from './modules/identity';
import { exportsKeptForMs, serveTicketExports } from './modules/ticket';
import { preparePasswords } from './platform/auth';
import type { Clock } from './platform/clock';
import { onceReached } from './platform/database';
import type { ReportInternal } from './platform/graphql';
import { createApollo, newId, serveSockets, TrustedDocuments } from './platform/graphql';
import {
  answerNothingHere,
  createHttpServer,
  localeOf,
  serveFiles,
  serveGraphql,
  serveHealth,
  servePortal,
} from './platform/http';

export interface AppConfig extends HouseConfig {
  host: string;
  port: number;
  /** Folder of the built portal; left out, only the API is served. */
  portalFolder?: string | undefined;
  /** The documents that the portal was built with: hash to text. */
  documents?: Record<string, string>;
  /** What the sign-in page of a demo shows; left out, there is no demo. */
  demo?: object | undefined;
}

export interface App extends House {
  url: string;
  /** Ends sockets and requests, then the connections to the database. */
  stop(): Promise<void>;
}

const sweepEveryMs = 3_600_000;

/** Builds the house and opens its doors: GraphQL over HTTP and WebSocket, the portal and its session, health. */
export async function createApp({ config, clock }: { config: AppConfig; clock: Clock }): Promise<App> {
  const house = buildHouse(config, clock);
  const { schema, services, contexts, authenticator, changes, jobs, source, machine, machinePool } = house;
  const { exportFiles, exportLinks } = house;
  const report: ReportInternal = (err, requestId) => config.log.error({ err, requestId }, 'operation failed');
  const trusted = new TrustedDocuments(config.documents ?? {});
  const apollo = createApollo({
    schema,
    trusted,
    report,
    contextFor: async (token, { locale }) => {
      const principal = await authenticator.authenticate(token);
      return principal && contexts.of(principal, locale);
    },
  });
  await onceReached(() => source.initialize());
  await onceReached(() => machinePool.query('SELECT 1'));
  await Promise.all([apollo.start(), changes.start(), jobs.start(), preparePasswords()]);

  const http = createHttpServer(config.log);
  serveGraphql(http, apollo, trusted);
  servePortalSession(http, {
    signing: services.signing,
    sessions: services.sessions,
    housesOfMember: services.identity.housesOfMember,
    secure: config.publicUrl?.startsWith('https:') ?? false,
  });
  serveFiles(http, services.files);
  serveTicketExports(http, {
    ...{ links: exportLinks, files: exportFiles, clock },
    dayIn: (tenantId, moment) => services.tenancy.dayOf(contexts.system(tenantId, newId(moment)), moment),
  });
  serveHealth(http, { ping: () => machine.query('SELECT 1') });
  if (config.demo) http.get('/auth/demo', async () => config.demo);
  if (config.portalFolder) servePortal(http, config.portalFolder);
  else http.setNotFoundHandler(answerNothingHere);
  await http.listen({ host: config.host, port: config.port });
  const { port } = http.server.address() as AddressInfo;
  house.address.url ||= `http://${config.host === '0.0.0.0' ? 'localhost' : config.host}:${port}`;

  const sockets = serveSockets(http.server, {
    schema,
    trusted,
    authenticator,
    contextOf: (principal, locale) => contexts.of(principal, locale),
    localeOf,
    allowsOrigin: sameOrigin(config.publicUrl),
    now: () => clock.now(),
    report,
  });
  house.timers.start();
  const sweeping = setInterval(() => {
    const now = clock.now();
    const expired = new Date(now.getTime() - exportsKeptForMs);
    const sweeps = [sweep(machine, now), services.files.sweep(now), exportFiles.sweep(expired)];
    Promise.all(sweeps).catch((err: unknown) =>
      config.log.warn({ err }, 'what has served its time cannot be deleted'),
    );
  }, sweepEveryMs);
  return {
    ...house,
    url: house.address.url,
    async stop() {
      clearInterval(sweeping);
      await house.timers.stop();
      await sockets.close();
      await http.close();
      await apollo.stop();
      await jobs.stop();
      await changes.stop();
      await source.destroy();
      await machinePool.end();
    },
  };
}

/** Pages of other origins may not open a socket; programs, which send no origin, may. */
function sameOrigin(publicUrl: string | undefined) {
  return ({ headers: { origin, host } }: IncomingMessage): boolean => {
    if (origin === undefined) return true;
    try {
      const asked = new URL(origin).host;
      return asked === host || (publicUrl !== undefined && asked === new URL(publicUrl).host);
    } catch {
      return false;
    }
  };
}
