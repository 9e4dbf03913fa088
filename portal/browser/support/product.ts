import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { startProduct as start } from '../../../server/src/testing/started-product';
import { stockedFolder } from '../../../server/src/testing/stocked-folder';

const password = 'aftercare-demo';

export interface Product {
  readonly url: string;
  stop(): Promise<void>;
}

/** The product as `start` runs it once built: its own database in a throw-away folder, with the demo. */
export async function startProduct(): Promise<Product> {
  const folder = await stockedFolder(`browser-${randomBytes(6).toString('hex')}`);
  const { url, stop } = await start(folder);
  return {
    url,
    async stop() {
      await stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Signs a browser context in as a person of the demo, as the sign-in page does. */
export async function signIn(
  request: { post(url: string, options: object): Promise<{ ok(): boolean; status(): number }> },
  url: string,
  email: string,
  tenant: string,
): Promise<void> {
  const answer = await request.post(`${url}/auth/sign-in`, {
    headers: { 'x-aftercare': 'portal' },
    data: { email, password, tenant },
  });
  if (!answer.ok()) throw new Error(`${email} could not sign in: ${answer.status()}`);
}
