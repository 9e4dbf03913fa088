import { clearwater } from './clearwater/house';
import type { DemoHouse } from './demo-house';
import { ironmole } from './ironmole/house';
import { purefount } from './purefount/house';
import { voltworks } from './voltworks/house';

export const houses: readonly DemoHouse[] = [clearwater, purefount, ironmole, voltworks];

/** The sign-ins of a house, as the README and the sign-in page of a demo list them. */
export function signInsOf({ tenant, people, dealers }: DemoHouse): string[] {
  return [
    ...Object.keys(people).map((role) => `${role}@${tenant.slug}.example`),
    ...dealers.map(({ email }) => email),
  ];
}
