import { unavailable } from '../errors';

// class 08: connection exceptions; 57P: the server shuts down or crashed; 53300: no connection slot free
const lossCodes = /^(08...|57P0[123]|53300|57014|25P0[34]|ECONN(REFUSED|RESET|ABORTED)|EPIPE|ENOTFOUND|ETIMEDOUT|ENOENT)$/;
const lossWords = /Connection terminated|timeout exceeded when trying to connect|connection error and is not queryable/;

/** Whether the database, or the way to it, is gone or too slow; the statement itself may be fine. */
export function isLoss(error: unknown): boolean {
  const { code, message, driverError } = error as { code?: string; message?: string; driverError?: unknown };
  return (
    (code !== undefined && lossCodes.test(code)) ||
    lossWords.test(message ?? '') ||
    (driverError !== undefined && driverError !== error && isLoss(driverError))
  );
}

/** Answers UNAVAILABLE, which clients may try again, when the database itself is gone or too slow. */
export async function translateLoss<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (isLoss(error)) throw unavailable();
    throw error;
  }
}
