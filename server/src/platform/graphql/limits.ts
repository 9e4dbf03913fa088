/** Limits of one request, over HTTP and WebSocket alike. */
export const limits = {
  tokens: 2_000,
  depth: 15,
  aliases: 15,
  directives: 20,
  rootFields: 20,
  mutations: 10,
  fields: 1_000,
  /** Of one field at one place of the answer; merged there, but compared pair by pair. */
  repeats: 25,
  fragments: 50,
  validationErrors: 5,
  /** Highest cost of one operation, in points, by what the token may send. */
  cost: { anonymous: 100, link: 300, api: 1_000, portal: 2_000 },
  bodyBytes: 256 * 1024,
  socketMessageBytes: 64 * 1024,
  socketsPerSession: 20,
  /** Operations that may be open on one socket at once. */
  operationsPerSocket: 20,
} as const;

/** How many rows a list without paging is assumed to hold. */
export const assumedListSize = 10;
