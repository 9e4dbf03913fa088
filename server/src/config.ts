import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { StartError } from './platform/start-error';

export interface Config {
  port: number;
  host: string;
  /** Undefined: the embedded PostgreSQL under `dataDir`. */
  database: { serverUrl: string; ownerUrl: string } | undefined;
  dataDir: string;
  /** Password of the demo people; undefined: no demo. */
  demoPassword: string | undefined;
  /** The secret of the installation; undefined: kept in `dataDir`, made on first use. */
  secretKey: string | undefined;
  /** Where browsers reach the product, if not at its own address: behind a proxy, with https. */
  publicUrl: string | undefined;
}

const defaultDemoPassword = 'aftercare-demo';

/**
 * Reads the environment once.
 * @throws StartError naming the variable and what to set it to
 */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const demo = env['DEMO'] === '1';
  const demoPassword = demo ? env['DEMO_PASSWORD'] || defaultDemoPassword : undefined;
  const { DATABASE_URL: serverUrl, DATABASE_OWNER_URL: ownerUrl, PUBLIC_URL: publicUrl } = env;
  if (Boolean(serverUrl) !== Boolean(ownerUrl)) {
    throw new StartError(
      'DATABASE_URL (for requests) and DATABASE_OWNER_URL (for migrations) belong together. Set both, or neither for the embedded database.',
    );
  }
  for (const [name, url] of Object.entries({ DATABASE_URL: serverUrl, DATABASE_OWNER_URL: ownerUrl })) {
    if (url && !/^postgres(ql)?:$/.test(protocolOf(url))) {
      throw new StartError(
        `${name} is not a PostgreSQL address. Write it as postgres://user:password@host:5432/database.`,
      );
    }
  }
  if (publicUrl && !/^https?:$/.test(protocolOf(publicUrl))) {
    throw new StartError('PUBLIC_URL is not a web address. Write it as https://service.example.com.');
  }
  const secretKey = env['SECRET_KEY'] || undefined;
  if (secretKey && secretKey.length < 32) {
    throw new StartError('SECRET_KEY is too short to protect anything. Use at least 32 random characters.');
  }
  return {
    port: portOf(env['PORT']),
    // whoever knows the default password would be an administrator, so it is not offered to the network
    host: env['HOST'] || (demoPassword === undefined || env['DEMO_PASSWORD'] ? '0.0.0.0' : '127.0.0.1'),
    database: serverUrl && ownerUrl ? { serverUrl, ownerUrl } : undefined,
    dataDir: path.resolve(env['DATA_DIR'] || '.data'),
    demoPassword,
    secretKey,
    publicUrl,
  };
}

/** The installation's secret: given, or kept in the data folder where only its owner can read it. */
export function secretOf({ secretKey, dataDir }: Config): string {
  if (secretKey) return secretKey;
  const file = path.join(dataDir, 'secret-key');
  try {
    return readFileSync(file, 'utf8');
  } catch {
    mkdirSync(dataDir, { recursive: true });
    writeFileSync(file, randomBytes(48).toString('base64url'), { mode: 0o600, flag: 'wx' });
    return readFileSync(file, 'utf8');
  }
}

function portOf(value: string | undefined): number {
  const port = value === undefined || value === '' ? 4000 : Number(value);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new StartError(`PORT is "${value}". Set it to a number from 0 (any free port) to 65535.`);
  }
  return port;
}

function protocolOf(url: string): string {
  try {
    return new URL(url).protocol;
  } catch {
    return '';
  }
}
