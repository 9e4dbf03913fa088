import { mkdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { copyFolder } from './copy-folder';
import { runFolder } from './run-folder';
import { startProduct } from './started-product';

/**
 * A data folder of one's own with the demo in it, as a first start leaves it behind. It is loaded once in a test run,
 * by the first who asks.
 * @param name of the folder within the run
 */
export async function stockedFolder(name: string): Promise<string> {
  const [stock, own] = [path.join(runFolder(), 'stock'), path.join(runFolder(), name)];
  while (!(await stat(stock).catch(() => undefined))) {
    if (!(await load(stock))) await pause(100);
  }
  await copyFolder(stock, own);
  return own;
}

/** False if somebody else is at it; of who fails, the next takes over. */
async function load(stock: string): Promise<boolean> {
  const making = `${stock}.making`;
  try {
    await mkdir(making, { mode: 0o711 });
  } catch {
    return false;
  }
  try {
    const product = await startProduct(making);
    await product.stop();
    await rename(making, stock);
  } catch (error) {
    await rm(making, { recursive: true, force: true });
    throw error;
  }
  return true;
}
