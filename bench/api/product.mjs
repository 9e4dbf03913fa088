// The product in a process of its own: authentication, gate and row-level security as they are.
import { readFile } from 'node:fs/promises';
import { app, require, systemClock } from './built.mjs';

const { databaseUrl, filesDir } = JSON.parse(process.argv[2]);
const pino = require('pino');
const documents = JSON.parse(
  await readFile(new URL('../../portal/src/gql/persisted-documents.json', import.meta.url), 'utf8'),
);
const { templates } = await import(
  new URL('../../packages/rulebooks/dist/index.js', import.meta.url).pathname
);
let started;

const answers = {
  async start() {
    started = await app.createApp({
      clock: systemClock,
      config: {
        host: '127.0.0.1',
        port: 0,
        databaseUrl,
        filesDir,
        secret: 'a secret of measurements, long enough for one',
        log: pino({ level: 'error' }),
        documents,
      },
    });
    return { url: started.url };
  },
  cpu() {
    const { user, system } = process.cpuUsage();
    return { cpu: user + system };
  },
  /** Founds a house with people, dealers, customers and machines, by the services that the demo uses, too. */
  async found({ tenantId, slug, prefix, password, parties }) {
    const { contexts, services } = started;
    const { tenancy, calendars, policies, identity, parties: party, equipment } = services;
    const ctx = contexts.system(tenantId, tenantId);
    await tenancy.found(ctx, {
      slug,
      nameZh: slug,
      nameEn: slug,
      timeZone: 'Asia/Shanghai',
      accentColor: '#1a5fb4',
      ticketPrefix: prefix,
    });
    await calendars.found(ctx, templates.R4.calendars);
    const policyId = await policies.publish(ctx, templates.R4, new Date('2026-01-01T00:00:00+08:00'));
    const join = (name, roles) =>
      identity.addMember(ctx, { email: `${name}@${slug}.example`, password, name, roles, dealerId: null });
    const members = [await join('dispatcher', ['dispatcher']), await join('engineer', ['engineer'])];
    const modelId = await equipment.addModel(ctx, {
      code: `${prefix}-1`,
      nameZh: '一号机',
      nameEn: 'Model one',
    });
    const machines = [];
    for (let n = 0; n < parties; n += 1) {
      const dealerId = n % 2 ? await party.addDealer(ctx, { name: `经销商 ${n}` }) : null;
      const customerId = await party.addCustomer(ctx, { name: `客户 ${n}`, dealerId });
      const siteId = await party.addSite(ctx, { customerId, dealerId, name: `现场 ${n}`, province: '32' });
      const serial = `${prefix}-${1000 + n}`;
      const id = await equipment.addUnit(ctx, { serial, modelId, customerId, dealerId, siteId });
      machines.push({ id, serial, customerId, dealerId, siteId });
    }
    const states = Object.fromEntries(
      templates.R4.policy.workflow.states.map(({ key, category }) => [category, key]).reverse(),
    );
    return { policyId, members, machines, states };
  },
};

process.on('message', async (message) => {
  const [question, given] = typeof message === 'string' ? [message] : [message.question, message.given];
  process.send(await answers[question](given));
});
process.on('SIGTERM', () => process.exit());
