/** The demo: four makers with their rules, people, dealers, machines and tickets. */
import type { Config } from '../config';
import { houses, signInsOf } from './houses';

export { loadDemo } from './load-demo';

/** What the sign-in page shows of the demo; the password only where it can only be reached from this machine. */
export function demoHints({ demoPassword, host }: Config): object | undefined {
  if (demoPassword === undefined) return undefined;
  return {
    ...(['127.0.0.1', '::1', 'localhost'].includes(host) && { password: demoPassword }),
    tenants: houses.map((house) => ({
      slug: house.tenant.slug,
      name: { zh: house.tenant.nameZh, en: house.tenant.nameEn },
      people: signInsOf(house),
    })),
  };
}
