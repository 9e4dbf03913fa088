import type { StoryClient, StoryHouse } from '../../testing/story';
import { done, mutate, openHouse } from '../../testing/story';

let house: StoryHouse;
let manager: StoryClient;
beforeAll(async () => {
  house = await openHouse();
  manager = await house.as('manager@ironmole');
});
afterAll(() => house.close());

const seat = (by: StoryClient) => by.ask('{ viewer { tenant { homeProvince version } } }');

describe("R1-C2 the registered seat, from which in-province counts, is the house's own", () => {
  it('is set by its management, and told to everybody in the house', async () => {
    const set = await done(
      manager,
      'tenantUpdate',
      { homeProvince: '32', expectedVersion: 1 },
      'tenant { homeProvince version }',
    );
    expect(set).toEqual({ tenant: { homeProvince: '32', version: 2 } });
    const dealer = await house.as('dealer1@ironmole');
    expect(await seat(dealer)).toEqual({ viewer: { tenant: { homeProvince: '32', version: 2 } } });
    const foreign = await house.as('manager@purefount');
    expect(await seat(foreign)).toEqual({ viewer: { tenant: { homeProvince: null, version: 1 } } });
  });

  it('is a province that exists, set on the newest version', async () => {
    expect(
      (await mutate(manager, 'tenantUpdate', { homeProvince: '99', expectedVersion: 2 })).userErrors,
    ).toMatchObject([{ code: 'INVALID', field: ['homeProvince'] }]);
    expect(
      (await mutate(manager, 'tenantUpdate', { homeProvince: '33', expectedVersion: 1 })).userErrors,
    ).toMatchObject([{ code: 'CONFLICT', conflict: { currentVersion: 2, changed: ['homeProvince'] } }]);
  });

  it('is not for the desk to set, nor for dealers', async () => {
    const document =
      'mutation ($input: TenantUpdateInput!) { tenantUpdate(input: $input) { userErrors { code } } }';
    for (const who of ['dispatcher@ironmole', 'dealer1@ironmole']) {
      const by = await house.as(who);
      const { errors } = await by.query(document, { input: { homeProvince: '33', expectedVersion: 2 } });
      expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    }
  });
});
