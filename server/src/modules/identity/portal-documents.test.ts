import { sha256 } from '../../platform/auth';
import type { PortalSession, StoryHouse } from '../../testing/story';
import { clientOf, openHouse, openPortal } from '../../testing/story';

const registered = 'query Me { viewer { name tenant { slug } } }';
const registeredId = `sha256:${sha256(registered)}`;

let house: StoryHouse;
let portal: PortalSession;
beforeAll(async () => {
  house = await openHouse({ config: { documents: { [registeredId]: registered } } });
  portal = openPortal(house);
});
afterAll(() => house.close());

describe('a token of the portal', () => {
  const post = async (token: string, body: object) => {
    const response = await fetch(`${house.app.url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/graphql-response+json',
        authorization: `Bearer ${token}`,
      },
      body: JSON.stringify(body),
    });
    return {
      status: response.status,
      body: (await response.json()) as { data?: unknown; errors?: Array<{ extensions: { code: string } }> },
    };
  };

  it('sends the portal’s documents, by their id or to the letter', async () => {
    const token = await portal.signIn('admin@ironmole');
    for (const body of [
      { documentId: registeredId },
      { query: registered },
      { documentId: registeredId, query: '{ serverTime }' },
    ]) {
      expect(await post(token, body)).toMatchObject({
        status: 200,
        body: { data: { viewer: { tenant: { slug: 'ironmole' } } } },
      });
    }
  });

  it.each([
    ['a document of one’s own', { query: '{ serverTime }' }],
    ['a registered one with a blank more', { query: `${registered} ` }],
    ['an id that nobody registered', { documentId: `sha256:${'0'.repeat(64)}` }],
    [
      'a mutation of one’s own',
      {
        query:
          'mutation { ticketAssign(input: { ticketId: "x", assigneeId: "y", expectedVersion: 1 }) { userErrors { code } } }',
      },
    ],
  ])('is refused %s', async (_case, body) => {
    const token = await portal.signIn('admin@ironmole');
    await post(token, { documentId: registeredId });
    const before = { ...house.app.meter };
    expect(await post(token, body)).toMatchObject({
      status: 400,
      body: { errors: [{ extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }] },
    });
    expect(house.app.meter).toEqual(before);
  });

  it('is refused the same over a socket, where registered documents run', async () => {
    const client = clientOf(house.app.url, await portal.signIn('admin@ironmole'));
    expect((await (await client.subscribe(registered)).next()).data).toMatchObject({
      viewer: { tenant: { slug: 'ironmole' } },
    });
    const { errors } = await (await client.subscribe('{ serverTime }')).ended;
    expect(errors).toMatchObject([{ extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }]);
    await client.close();
  });

  it('is the only kind so bound: a program’s token sends what it likes', async () => {
    expect((await (await house.as('admin@ironmole')).query('{ serverTime }')).status).toBe(200);
  });
});
