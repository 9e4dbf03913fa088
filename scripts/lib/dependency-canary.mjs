// One deliberate violation of every dependency rule: a rule that misses its own would guard nothing.

const below = /^(.*)-imports-only-rooms-below$/;

/** By rule, the files of a small imaginary product that break it. */
export function canaryFor(ruleNames) {
  const rooms = ruleNames.flatMap((name) => below.exec(name)?.[1] ?? []);
  const upward = rooms.map((room, index) => [
    `${room}-imports-only-rooms-below`,
    // as a type, which leaves no trace in what is compiled
    {
      [`server/src/modules/${room}/index.ts`]: `export type { Up } from '../${rooms[index + 1] ?? 'reporting'}';`,
    },
  ]);
  return { ...violations, ...Object.fromEntries(upward) };
}

const violations = {
  'no-cycle': {
    'server/src/platform/here.ts': `import { there } from './there'; export const here = () => there;`,
    'server/src/platform/there.ts': `import { here } from './here'; export const there = () => here;`,
  },
  resolvable: { 'server/src/platform/lost.ts': `import './nowhere';` },
  'policy-engine-imports-nothing': { 'packages/policy-engine/src/clock.ts': `import 'node:fs';` },
  'contract-imports-nothing': { 'packages/contract/src/words.ts': `import 'node:fs';` },
  'rulebooks-import-only-the-engine': { 'packages/rulebooks/src/templates.ts': `import 'node:fs';` },
  'packages-know-neither-server-nor-portal': {
    'packages/client/src/index.ts': `import '../../../server/src/app';`,
    'server/src/app.ts': '',
  },
  'platform-knows-no-room': { 'server/src/platform/curious.ts': `import '../modules/ticket';` },
  'room-knows-no-composition': { 'server/src/modules/ticket/upward.ts': `import '../../app';` },
  'room-has-a-floor': { 'server/src/modules/attic/index.ts': `import '../tenancy';` },
  'room-through-its-door': {
    'server/src/modules/reporting/window.ts': `import '../survey/survey.service';`,
    'server/src/modules/survey/survey.service.ts': '',
    'server/src/modules/reporting/index.ts': '',
  },
  'room-through-its-door-from-outside': { 'server/src/main.ts': `import './modules/survey/survey.service';` },
  'test-support-only-in-tests': {
    'server/src/worker.ts': `import './testing/database';`,
    'server/src/testing/database.ts': '',
  },
  'server-and-portal-meet-in-the-schema': { 'portal/src/main.ts': `import '../../server/src/app';` },
  'feature-knows-no-feature': {
    'portal/src/features/tickets/index.ts': `import '../parts';`,
    'portal/src/features/parts/index.ts': '',
  },
  'feature-knows-no-app': {
    'portal/src/features/parts/page.ts': `import '../../app/shell';`,
    'portal/src/app/shell.ts': '',
  },
  'shared-knows-no-feature': { 'portal/src/shared/table.ts': `import '../features/parts';` },
};
