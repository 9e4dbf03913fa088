// The operations that are measured: how each is sent to the product and to the floor.
import { readFileSync } from 'node:fs';
import { newId } from './built.mjs';

const clocks = 'clocks { id kind state startedAt dueAt stoppedAt }';
/** What a list shows of a ticket. */
export const ticketRow = `id number version state { category } subject channel reportedAt nextDueAt customer { id name }
    equipment { id serial model { id name { zh en } } } assignee { id name } ${clocks}`;
const listDocument = `query ($categories: [StateCategory!]) {
  tickets(first: 20, orderBy: DUE_SOONEST, filter: { categories: $categories }) { nodes { ${ticketRow} } } }`;
const detailDocument = `query ($id: ID!) { ticket(id: $id) {
    id number version state { category } subject description channel reporterName reporterPhone reportedAt createdAt
    updatedAt nextDueAt customer { id name } equipment { id serial model { id name { zh en } } } dealer { id name }
    site { id name } assignee { id name } createdBy { id name } ${clocks}
    comments(last: 20) { nodes { id body audience createdAt author { id name } } } } }`;
const createDocument = `mutation ($input: TicketCreateInput!) { ticketCreate(input: $input) {
    ticket { id number version reportedAt clocks { kind dueAt } } userErrors { code } } }`;

export const open = ['open', 'active', 'waiting'];
let sent = 0;
const report = {
  requestType: 'repair',
  subject: '停机',
  description: '主泵无压力，操作台报警。',
  reporterName: '值班员',
};
const nextKey = () => `bench ${process.pid} ${(sent += 1)}`;
const pick = (from, n) => from[n % from.length];

export const operations = [
  {
    name: 'list',
    requests: 200,
    target: 8,
    product: ({ token }) => ({
      token,
      body: { query: listDocument, variables: { categories: open.map((each) => each.toUpperCase()) } },
    }),
    floor: ({ tenantId, members }) => ({
      path: '/',
      body: { statement: 'list', tenantId, actorId: members[0], values: [open] },
    }),
  },
  {
    name: 'detail',
    requests: 400,
    target: 6,
    product: ({ token, tickets }, n) => ({
      token,
      body: { query: detailDocument, variables: { id: pick(tickets, n).publicId } },
    }),
    floor: ({ tenantId, members, tickets }, n) => ({
      path: '/',
      body: { statement: 'detail', tenantId, actorId: members[0], values: [pick(tickets, n).id] },
    }),
  },
  {
    name: 'create',
    requests: 200,
    target: 8,
    product: ({ token, machines }, n) => ({
      token,
      body: {
        query: createDocument,
        variables: { input: { ...report, serial: pick(machines, n).serial, idempotencyKey: nextKey() } },
      },
    }),
    floor: ({ tenantId, members, policyId, machines, states, clocks: stored }, n) => ({
      path: '/',
      body: {
        statement: 'create',
        tenantId,
        actorId: members[0],
        values: [
          newId(new Date()),
          new Date().toISOString(),
          members[0],
          nextKey(),
          policyId,
          report.requestType,
          states.open,
          'open',
          report.subject,
          report.description,
          report.reporterName,
          JSON.stringify(stored.map((clock) => ({ ...clock, id: newId(new Date()) }))),
          pick(machines, n).serial,
        ],
      },
    }),
  },
];

const manifest = JSON.parse(
  readFileSync(new URL('../../portal/src/gql/persisted-documents.json', import.meta.url), 'utf8'),
);
const document = (name) => Object.values(manifest).find((text) => text.includes(`query ${name}`));

/** The portal's own documents, as a page sends them; they have no floor, their CPU is told for itself. */
export const portalDocuments = {
  TicketList: ({ portalToken: token }) => ({
    token,
    body: { query: document('TicketList'), variables: { first: 20, orderBy: 'DUE_SOONEST' } },
  }),
  TicketPage: ({ portalToken: token, tickets }, n) => ({
    token,
    body: { query: document('TicketPage'), variables: { id: pick(tickets, n).publicId } },
  }),
};
