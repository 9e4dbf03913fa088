// Both answer the same: rows in the same order, with the same values, once ids and moments are written alike.
import assert from 'node:assert/strict';
import http from 'node:http';
import { post } from './post.mjs';
import { decodeAnyId } from './built.mjs';

const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/;

function alike(value, key) {
  if (Array.isArray(value)) {
    const items = value.map((each) => alike(each));
    // the product has an order of kinds of its own
    return key === 'clocks' ? items.sort((a, b) => (a.kind < b.kind ? -1 : 1)) : items;
  }
  if (value !== null && typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, alike(each, name)]));
  }
  if (typeof value !== 'string') return value;
  if (instant.test(value)) return new Date(value).getTime();
  return (
    decodeAnyId(value)?.uuid ?? (['kind', 'state', 'channel', 'audience'].includes(key) ? word(value) : value)
  );
}

const word = (text) => text.toLowerCase().replaceAll('_', '-');

const rowsOf = {
  list: ({ tickets }) => tickets.nodes.map(flat),
  detail: ({ ticket }) => flat({ ...ticket, comments: ticket.comments.nodes }),
  create: ({ ticketCreate }) => ticketCreate.ticket,
};
const flat = ({ state, ...row }) => ({ ...row, state: state.category });

/** What two creates have in common. */
const made = ({ version, clocks }) => ({ version, kinds: clocks.map(({ kind }) => kind).sort() });

export async function compare(operation, houses, product, floor) {
  const agent = new http.Agent({ keepAlive: true });
  for (const [index, house] of houses.entries()) {
    const answer = JSON.parse(await post(agent, product.url, operation.product(house, index)));
    const ours = alike(rowsOf[operation.name](answer.data));
    const theirs = alike(JSON.parse(await post(agent, floor.url, operation.floor(house, index))));
    if (operation.name === 'create') assert.deepEqual(made(ours), made(theirs));
    else assert.deepEqual(ours, theirs, `${operation.name} answers something else`);
  }
  agent.destroy();
}
