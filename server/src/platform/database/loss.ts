import { PublicError, unavailable } from '../errors';

// class 08: connection exceptions; 57P: the server shuts down or crashed; 53300: no connection slot free
const lossCodes =
  /^(08...|57P0[123]|53300|57014|25P0[34]|ECONN(REFUSED|RESET|ABORTED)|EPIPE|ENOTFOUND|ETIMEDOUT|ENOENT)$/;
const lossWords =
  /Connection terminated|timeout exceeded when trying to connect|connection error and is not queryable/;

/** Whether the database, or the way to it, is gone or too slow; the statement itself may be fine. */
export function isLoss(error: unknown): boolean {
  const { code, message, driverError } = error as { code?: string; message?: string; driverError?: unknown };
  return (
    (code !== undefined && lossCodes.test(code)) ||
    lossWords.test(message ?? '') ||
    (driverError !== undefined && driverError !== error && isLoss(driverError))
  );
}

// PostgreSQL stores every character but this one, in text (22021) and in json (22P05)
const unstorableText = /^(22021|22P05)$/;

/**
 * Answers UNAVAILABLE, which clients may try again, when the database itself is gone or too slow, and
 * BAD_USER_INPUT for a text that it cannot hold.
 */
export async function translateErrors<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (isLoss(error)) throw unavailable();
    if (unstorableText.test((error as { code?: string }).code ?? '')) {
      throw new PublicError('BAD_USER_INPUT', {
        zh: '文本中含有无法保存的字符 U+0000，请删除。',
        en: 'A text holds the character U+0000, which cannot be stored; leave it out.',
      });
    }
    throw error;
  }
}

/** For so long a start waits for a database that is slow to let it in, in milliseconds. */
const startMs = 30_000;

/**
 * Asks again while the database takes its time to let us in, as on a machine that has much else to do. Where nothing
 * answers at all, asking again would not help.
 */
export async function onceReached(connect: () => Promise<unknown>): Promise<void> {
  const until = performance.now() + startMs;
  for (;;) {
    try {
      await connect();
      return;
    } catch (error) {
      if (!/connection timeout/.test((error as Error).message) || performance.now() > until) throw error;
    }
  }
}
