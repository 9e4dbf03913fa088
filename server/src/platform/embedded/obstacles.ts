import { isNativeError } from 'node:util/types';
import { StartError } from '../start-error';

const database =
  'Correct DATABASE_URL and DATABASE_OWNER_URL, or leave both unset to use the PostgreSQL that comes with Aftercare.';

/** Codes with which a database server turns a connection away; 08xxx are added by class below. */
const refusedByDatabase = new Set(['28000', '28P01', '3D000', '53300', '57P03']);
const unreachable = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ETIMEDOUT',
]);

interface SystemError extends Error {
  readonly code?: string;
  readonly syscall?: string;
  readonly address?: string;
  readonly hostname?: string;
  readonly port?: number;
  readonly errors?: readonly unknown[];
}

/**
 * Puts what is known to go wrong at start into a sentence with its remedy: a port that is taken, a database
 * that does not answer or turns us away.
 * @returns undefined for anything else, which is a defect and deserves its stack
 */
export function asStartError(error: unknown): StartError | undefined {
  if (error instanceof StartError) return error;
  if (!isNativeError(error)) return undefined;
  const { code = '', syscall, port, hostname } = error as SystemError;
  if (syscall === 'listen') return new StartError(listenSentence(code, error as SystemError));
  if (hostname && hostname === process.env.HOST) return new StartError(noSuchHost(hostname));
  if (unreachable.has(code)) {
    // a name with several addresses fails once for each
    const first = ((error as SystemError).errors?.[0] ?? error) as SystemError;
    const host = first.address ?? first.hostname ?? 'its address';
    const where = (first.port ?? port) ? `${host}:${first.port ?? port}` : host;
    return new StartError(`The database at ${where} cannot be reached (${code}). ${database}`);
  }
  if (refusedByDatabase.has(code) || code.startsWith('08')) {
    return new StartError(`The database turns us away: ${error.message}. ${database}`);
  }
  if (/connection timeout|timeout expired|timeout exceeded when trying to connect/i.test(error.message)) {
    return new StartError(`The database does not answer in time (${error.message}). ${database}`);
  }
  return undefined;
}

const noSuchHost = (host = ''): string =>
  `HOST=${host} is not an address of this machine. Set HOST=127.0.0.1, or HOST=0.0.0.0 for all its addresses.`;

function listenSentence(code: string, { address, port, message }: SystemError): string {
  switch (code) {
    case 'EADDRINUSE':
      return `Port ${port} is taken by another program. Stop it, or choose another port with PORT=${(port ?? 4000) + 1}.`;
    case 'EACCES':
      return `This account may not listen on port ${port}. Choose a port above 1023 with PORT=4000.`;
    case 'EADDRNOTAVAIL':
      return noSuchHost(address);
    default:
      return `Listening failed: ${message}. Set PORT and HOST to an address that is free.`;
  }
}
