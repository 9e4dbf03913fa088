import { mkdtempSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { readConfig, secretOf } from './config';

const both = { DATABASE_URL: 'postgres://s@db/x', DATABASE_OWNER_URL: 'postgresql://o@db/x' };

describe('the environment', () => {
  it('may be empty: port 4000, the embedded database under .data, no demo', () => {
    expect(readConfig({})).toEqual({
      port: 4000,
      host: '0.0.0.0',
      database: undefined,
      dataDir: path.resolve('.data'),
      demoPassword: undefined,
      secretKey: undefined,
      publicUrl: undefined,
    });
  });

  it('keeps a demo with the well-known password off the network', () => {
    expect(readConfig({ DEMO: '1' })).toMatchObject({ demoPassword: 'aftercare-demo', host: '127.0.0.1' });
    expect(readConfig({ DEMO: '1', DEMO_PASSWORD: 'our own' })).toMatchObject({
      demoPassword: 'our own',
      host: '0.0.0.0',
    });
    expect(readConfig({ DEMO_PASSWORD: 'our own' }).demoPassword).toBeUndefined();
  });

  it('takes a database of one’s own by two addresses', () => {
    expect(readConfig(both).database).toEqual({
      serverUrl: both.DATABASE_URL,
      ownerUrl: both.DATABASE_OWNER_URL,
    });
  });

  const good = { ...both, PORT: '0', SECRET_KEY: 'x'.repeat(32), PUBLIC_URL: 'https://service.example.com' };
  it('with every variable well written is accepted', () => {
    expect(readConfig(good)).toMatchObject({
      port: 0,
      publicUrl: good.PUBLIC_URL,
      secretKey: good.SECRET_KEY,
    });
  });

  it.each([
    ['PORT', 'http', /PORT is "http"\. Set it to a number/],
    ['PORT', '70000', /PORT is "70000"/],
    ['PORT', '-1', /PORT is "-1"/],
    ['PORT', '80.5', /PORT is "80.5"/],
    ['DATABASE_OWNER_URL', '', /DATABASE_URL .* and DATABASE_OWNER_URL .* belong together/],
    ['DATABASE_URL', '', /belong together/],
    ['DATABASE_URL', 'mysql://db/x', /DATABASE_URL is not a PostgreSQL address\. Write it as/],
    ['DATABASE_OWNER_URL', 'db', /DATABASE_OWNER_URL is not a PostgreSQL address/],
    ['PUBLIC_URL', 'service.example.com', /PUBLIC_URL is not a web address\. Write it as/],
    ['SECRET_KEY', 'short', /SECRET_KEY is too short.*at least 32/],
  ])('with %s=%j is refused by a sentence with the remedy', (name, value, sentence) => {
    expect(() => readConfig({ ...good, [name]: value })).toThrow(sentence);
  });
});

describe('the secret of the installation', () => {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'aftercare-config-'));
  afterAll(() => rmSync(dataDir, { recursive: true }));

  it('is made once, kept, and readable by its owner only', () => {
    const config = { ...readConfig({}), dataDir: path.join(dataDir, 'fresh') };
    const secret = secretOf(config);
    expect(secret.length).toBeGreaterThanOrEqual(64);
    expect(secretOf(config)).toBe(secret);
    expect(statSync(path.join(config.dataDir, 'secret-key')).mode & 0o777).toBe(0o600);
  });

  it('is the given one if one is given', () => {
    expect(secretOf({ ...readConfig({}), dataDir, secretKey: 'given' })).toBe('given');
  });
});
