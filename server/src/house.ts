import type { GraphQLSchema } from 'graphql';
import path from 'node:path';
import type { Logger } from 'pino';
import type { Pool } from 'pg';
import type { DataSource } from 'typeorm';
import { entities } from './entities';
import { AuditResolver, AuditService, registerAuditReads } from './modules/audit';
import { CalendarResolver, CalendarService, registerCalendarReads } from './modules/calendar';
import {
  EquipmentModelResolver,
  EquipmentResolver,
  EquipmentService,
  registerEquipmentReads,
} from './modules/equipment';
import {
  IdentityResolver,
  IdentityService,
  registerIdentityReads,
  Sessions,
  SignIn,
} from './modules/identity';
import {
  EquipmentLinkResolver,
  FollowedRequestLiveResolver,
  FollowedRequestResolver,
  FollowedRequests,
  LinkResolver,
  Links,
  LinkSecrets,
  NameplateReports,
  NameplateResolver,
  registerLinkReads,
} from './modules/link';
import {
  NotificationLiveResolver,
  NotificationResolver,
  NotificationService,
  registerNotificationReads,
  tellPeople,
} from './modules/notification';
import { PartResolver, PartService, registerPartReads } from './modules/parts';
import {
  ContactResolver,
  CustomerResolver,
  DealerResolver,
  MemberPartyResolver,
  PartyService,
  registerPartyReads,
  ServicePointResolver,
  SiteResolver,
  ViewerPartyResolver,
} from './modules/party';
import { PolicyResolver, PolicyService, registerPolicyReads } from './modules/policy';
import { registerTenancyReads, TenancyResolver, TenancyService } from './modules/tenancy';
import {
  ChargeResolver,
  ChargeService,
  registerChargeReads,
  AttachmentService,
  registerAttachmentReads,
  followCalendar,
  ExportFiles,
  ExportLinks,
  registerCourseReads,
  registerTicketListReads,
  registerTicketReads,
  TicketAttachmentsResolver,
  TicketEvents,
  SavedViewResolver,
  SavedViews,
  TicketExportResolver,
  TicketExports,
  TicketLists,
  TicketListsResolver,
  TicketLiveResolver,
  TicketResolver,
  TicketService,
  TicketTimers,
  TicketWork,
  TicketWorkResolver,
} from './modules/ticket';
import { AccessTokens, Authenticator } from './platform/auth';
import { ChangeReader } from './platform/changes';
import type { Clock } from './platform/clock';
import { Contexts } from './platform/contexts';
import { createDataSource, createMachinePool, MachineDb } from './platform/database';
import { FileLinks, Files, FilesResolver, FileStore, registerFileReads } from './platform/files';
import {
  AheadReader,
  buildProductSchema,
  CoreResolver,
  Cursors,
  type FieldReader,
  LevelReader,
  Reads,
  nobody,
} from './platform/graphql';
import { Jobs } from './platform/jobs';
import type { Following } from './platform/live';
import { LiveChanges } from './platform/live';

export interface HouseConfig {
  databaseUrl: string;
  secret: string;
  /** Folder of what people upload, and of what is made for them. */
  filesDir: string;
  /** Where browsers reach the product, if not at its own address. */
  publicUrl?: string | undefined;
  log: Logger;
  /** How fields are read: `ahead`, all that is selected at once, or `naive`, level by level, which tests compare it with. */
  reader?: 'ahead' | 'naive';
  /** How long a connection is waited for, in milliseconds; left out, as long as somebody at a screen does. */
  connectMs?: number;
}

export interface Services {
  tenancy: TenancyService;
  audit: AuditService;
  identity: IdentityService;
  signing: SignIn;
  sessions: Sessions;
  parties: PartyService;
  equipment: EquipmentService;
  parts: PartService;
  calendars: CalendarService;
  policies: PolicyService;
  tickets: TicketService;
  ticketWork: TicketWork;
  charges: ChargeService;
  notifications: NotificationService;
  attachments: AttachmentService;
  files: Files;
  ticketLists: TicketLists;
  savedViews: SavedViews;
  ticketExports: TicketExports;
  links: Links;
}

export interface House {
  schema: GraphQLSchema;
  /** How every field of a row is read. */
  reads: Reads;
  /** Answers those reads. */
  reader: FieldReader;
  services: Services;
  jobs: Jobs;
  exportFiles: ExportFiles;
  exportLinks: ExportLinks;
  contexts: Contexts;
  authenticator: Authenticator;
  changes: ChangeReader;
  timers: TicketTimers;
  source: DataSource;
  machine: MachineDb;
  machinePool: Pool;
  /** Where browsers reach the product; known at last when its doors are open. */
  address: { url: string };
  /** What requests began since the start: root fields and database statements. */
  meter: { rootFields: number; statements: number };
}

/** Constructs every room once, from the lowest floor up. Nothing connects anywhere yet. */
export function buildHouse(
  { databaseUrl, secret, filesDir, publicUrl = '', log, reader: kind = 'ahead', connectMs }: HouseConfig,
  clock: Clock,
): House {
  const meter = { rootFields: 0, statements: 0 };
  const source = createDataSource(databaseUrl, entities, 10, connectMs);
  const machinePool = createMachinePool(databaseUrl, connectMs);
  const machine = new MachineDb(machinePool, meter);
  // their polling is nobody's request, so the meter leaves it out
  const poller = new MachineDb(machinePool, { statements: 0 });
  const changes = new ChangeReader(poller, (err) => log.warn({ err }, 'the change log cannot be read'));
  const jobs = new Jobs({ machine: poller, onFailure: (err) => log.error({ err }, 'a job failed') });
  const afterCommit = () => changes.wake();
  const cursors = new Cursors(secret);
  const live = new LiveChanges(changes, cursors);
  const contexts = new Contexts({ source, live, clock, meter, afterCommit });
  const reads = new Reads();
  const reader = kind === 'naive' ? new LevelReader(reads, cursors) : new AheadReader({ reads, cursors });

  const tokens = new AccessTokens(secret, clock);
  // at once in this process; others learn it from the change log
  const onRevoked = (subjectId: string) => {
    authenticator.revoke(subjectId);
    changes.wake();
  };
  const sessions = new Sessions(machine, tokens, clock, onRevoked);
  const address = { url: publicUrl };
  const links = new Links({
    machine,
    clock,
    secrets: new LinkSecrets(secret),
    publicUrl: () => address.url.replace(/\/+$/, ''),
    onRevoked,
  });
  const authenticator = new Authenticator(tokens, sessions.resolve, links.resolve, clock);
  changes.listen((batch) => {
    for (const { topic, kind, subjectId } of batch) {
      if (['session', 'link'].includes(topic) && kind === 'revoked') authenticator.revoke(subjectId);
    }
  });

  const reading = { reader };
  const fileLinks = new FileLinks(secret);
  const files = new Files({
    store: new FileStore(filesDir),
    links: fileLinks,
    reader,
    machine,
    clock,
    contextOf: (tenantId, actorId = nobody) => contexts.system(tenantId, actorId),
  });
  const calendars = new CalendarService(reader);
  const policies = new PolicyService(calendars, reader);
  calendars.onPublishing(policies.problemsWith);
  calendars.onPublished(followCalendar);
  changes.listen((batch) => {
    for (const { topic, tenantId } of batch) {
      if (topic === 'calendar') calendars.forget(tenantId);
      if (topic === 'policy') policies.forget(tenantId);
    }
  });
  const tenancy = new TenancyService();
  const parties = new PartyService(reading);
  const equipment = new EquipmentService(reading, (ctx, moment) => policies.inForceAt(ctx, moment));
  const parts = new PartService(
    reading,
    async (ctx, moment) => (await policies.inForceAt(ctx, moment))?.policy.warranty ?? null,
  );
  const events = new TicketEvents();
  events.listen(tellPeople);
  events.listen(links.endWithParty);
  const ticketRooms = { policies, equipment, parts, events };
  const identity = new IdentityService(machine);
  const exportFiles = new ExportFiles(path.join(filesDir, 'exports'));
  const exportLinks = new ExportLinks(secret);
  const services: Services = {
    tenancy,
    audit: new AuditService(reader, cursors),
    identity,
    signing: new SignIn(machine, clock),
    sessions,
    parties,
    equipment,
    parts,
    calendars,
    policies,
    tickets: new TicketService(ticketRooms, reader),
    ticketWork: new TicketWork(ticketRooms),
    charges: new ChargeService(ticketRooms, reader),
    notifications: new NotificationService(reader),
    attachments: new AttachmentService(ticketRooms, reader),
    files,
    ticketLists: new TicketLists(reader),
    savedViews: new SavedViews(reader),
    ticketExports: new TicketExports({
      policies,
      identity,
      reads,
      reader,
      jobs,
      files: exportFiles,
      contextOf: (actor, locale) => contexts.of(actor, locale),
      systemContext: (tenantId, memberId) => contexts.system(tenantId, memberId),
    }),
    links,
  };
  const requests = new FollowedRequests({ ...services, cursors });
  const reports = new NameplateReports({
    ...services,
    requests,
    contextOf: (holder, locale) => contexts.of(holder, locale),
  });

  const timers = new TicketTimers({
    machine: new MachineDb(machinePool, { statements: 0 }),
    policies,
    events,
    clock,
    system: (tenantId) => contexts.system(tenantId, nobody),
    onFailure: (err) => log.error({ err }, 'a timer could not be fired'),
  });

  registerTenancyReads(reads);
  registerIdentityReads(reads);
  registerAuditReads(reads);
  registerPartyReads(reads);
  registerEquipmentReads(reads);
  registerPartReads(reads, parts);
  registerCalendarReads(reads);
  registerPolicyReads(reads, policies);
  registerFileReads(reads, fileLinks);
  registerTicketReads(reads, policies);
  registerCourseReads(reads, policies, reader);
  registerChargeReads(reads, services.charges);
  registerNotificationReads(reads);
  registerAttachmentReads(reads);
  registerTicketListReads(reads, exportLinks);
  registerLinkReads(reads, links);
  const schema = buildProductSchema({
    resolvers: [
      new CoreResolver(reads, reader),
      new IdentityResolver(services.identity, services.signing, sessions, reader),
      new TenancyResolver(tenancy, reader),
      new AuditResolver(services.audit),
      new MemberPartyResolver(),
      new ViewerPartyResolver(reader),
      new DealerResolver(parties.dealers, reader),
      new ServicePointResolver(parties.servicePoints, reader),
      new CustomerResolver(parties.customers, reader),
      new SiteResolver(parties.sites, reader),
      new ContactResolver(parties.contacts, reader),
      new EquipmentModelResolver(equipment.models, reader),
      new EquipmentResolver(equipment, reader),
      new PartResolver(parts, reader),
      new CalendarResolver(calendars),
      new PolicyResolver(policies, reader),
      new TicketResolver(services.tickets, reader),
      new TicketWorkResolver(services.ticketWork, reader),
      new FilesResolver(files),
      new TicketAttachmentsResolver(services.attachments),
      new TicketListsResolver(services.ticketLists),
      new SavedViewResolver(services.savedViews),
      new TicketExportResolver(services.ticketExports),
      new TicketLiveResolver(live, reader, contexts.renew),
      new ChargeResolver(services.charges, reader),
      new NotificationResolver(services.notifications),
      new NotificationLiveResolver(live, contexts.renew),
      new EquipmentLinkResolver(),
      new LinkResolver(links),
      new NameplateResolver(reports),
      new FollowedRequestResolver(requests),
      new FollowedRequestLiveResolver(live, requests, contexts.renew),
    ],
    reads,
    reader,
    follow: (topic, following) => live.follow(topic, following as unknown as Following),
    meter,
  });
  return {
    schema,
    reads,
    reader,
    services,
    jobs,
    timers,
    exportFiles,
    exportLinks,
    contexts,
    authenticator,
    changes,
    source,
    machine,
    machinePool,
    address,
    meter,
  };
}
