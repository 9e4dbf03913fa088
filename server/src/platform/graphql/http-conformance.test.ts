import { serverAudits } from 'graphql-http';
import type { StoryClient, StoryHouse } from '../../testing/story';
import { openHouse } from '../../testing/story';

let house: StoryHouse;
let partner: StoryClient;
beforeAll(async () => {
  house = await openHouse();
  partner = await house.as('dispatcher@ironmole');
});
afterAll(() => house.close());

// what every page that may call the API across origins has to send; without it CSRF prevention refuses a GET
const preflight = 'apollo-require-preflight';

const audits = serverAudits({
  url: () => `${house.app.url}/graphql`,
  fetchFn: (url: string, init: RequestInit = {}) => {
    const headers = new Headers(init.headers);
    headers.set(preflight, '1');
    // some audits ask for the schema, which is not open to strangers
    headers.set('authorization', `Bearer ${partner.token}`);
    return fetch(url, { ...init, headers });
  },
});

describe('GraphQL over HTTP', () => {
  it('is judged by all 61 audits of the working group', () => {
    expect(audits).toHaveLength(61);
  });

  it.each(audits.map((audit) => [audit.id, audit.name, audit] as const))(
    '%s %s',
    async (_id, _name, audit) => {
      const result = await audit.fn();
      expect(result).toMatchObject({ status: 'ok' });
    },
  );

  it('keeps CSRF prevention on: the same GET without the header is refused', async () => {
    const url = `${house.app.url}/graphql?query=${encodeURIComponent('{ __typename }')}`;
    expect((await fetch(url, { headers: { [preflight]: '1' } })).status).toBe(200);
    expect((await fetch(url)).status).toBe(400);
  });
});
