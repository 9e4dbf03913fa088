// Which folder may import which. scripts/check-dependencies.mjs runs these rules over the product and over
// a deliberate violation of each one.

/** Rooms of the server, lowest floor first; a room may import those named before it. */
const rooms = [
  ...['tenancy', 'identity', 'audit'],
  ...['calendar', 'policy', 'party', 'equipment', 'parts'],
  ...['ticket'],
  ...['link', 'dispatch', 'visit', 'quotation', 'complaint', 'returns', 'survey', 'people'],
  ...['notification', 'webhook', 'reporting'],
];

const modules = '^server/src/modules';
const tests = '\\.test\\.tsx?$';

const roomRules = rooms.slice(0, -1).map((room, index) => ({
  name: `${room}-imports-only-rooms-below`,
  comment: 'Imports go down only: an effect upward is an event.',
  severity: 'error',
  from: { path: `${modules}/${room}/`, pathNot: tests },
  to: { path: `${modules}/(?:${rooms.slice(index + 1).join('|')})/` },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-cycle',
      comment: 'Two files that load each other see each other half loaded.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'resolvable',
      comment: 'An import that the checker cannot follow is one that it cannot judge.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'policy-engine-imports-nothing',
      comment: 'It runs in the server and in the browser, and is pure.',
      severity: 'error',
      from: { path: '^packages/policy-engine/src/', pathNot: tests },
      to: { pathNot: '^packages/policy-engine/src/' },
    },
    {
      name: 'contract-imports-nothing',
      severity: 'error',
      from: { path: '^packages/contract/src/', pathNot: tests },
      to: { pathNot: '^packages/contract/src/' },
    },
    {
      name: 'rulebooks-import-only-the-engine',
      severity: 'error',
      from: { path: '^packages/rulebooks/src/', pathNot: tests },
      to: { pathNot: '^packages/(?:rulebooks|policy-engine)/' },
    },
    {
      name: 'packages-know-neither-server-nor-portal',
      severity: 'error',
      from: { path: '^packages/' },
      to: { path: '^(?:server|portal)/' },
    },
    {
      name: 'platform-knows-no-room',
      comment: 'Machinery holds no word of the domain.',
      severity: 'error',
      from: { path: '^server/src/platform/', pathNot: tests },
      to: { path: '^server/src/(?!platform/)' },
    },
    {
      name: 'room-knows-no-composition',
      comment: 'What a room needs is handed to it by the composition root.',
      severity: 'error',
      from: { path: `${modules}/`, pathNot: tests },
      to: { path: '^server/src/(?!modules/|platform/)' },
    },
    ...roomRules,
    {
      name: 'room-has-a-floor',
      comment: 'A new room is entered into `rooms` in .dependency-cruiser.cjs.',
      severity: 'error',
      from: { path: `${modules}/`, pathNot: `${modules}/(?:${rooms.join('|')})/` },
      to: {},
    },
    {
      name: 'room-through-its-door',
      comment:
        'Import the index.ts of the other room; if it lacks something, the room decides whether to give it.',
      severity: 'error',
      from: { path: `${modules}/([^/]+)/` },
      to: { path: `${modules}/[^/]+/`, pathNot: [`${modules}/$1/`, `${modules}/[^/]+/index\\.ts$`] },
    },
    {
      name: 'room-through-its-door-from-outside',
      severity: 'error',
      from: { path: '^server/src/', pathNot: `${modules}/` },
      to: { path: `${modules}/[^/]+/`, pathNot: `${modules}/[^/]+/index\\.ts$` },
    },
    {
      name: 'test-support-only-in-tests',
      severity: 'error',
      from: { path: '^server/src/', pathNot: [tests, '^server/src/testing/'] },
      to: { path: '^server/src/testing/' },
    },
    {
      name: 'server-and-portal-meet-in-the-schema',
      severity: 'error',
      from: { path: '^(server|portal)/src/' },
      to: { path: '^(?:server|portal)/src/', pathNot: '^$1/src/' },
    },
    {
      name: 'feature-knows-no-feature',
      severity: 'error',
      from: { path: '^portal/src/features/([^/]+)/' },
      to: { path: '^portal/src/features/', pathNot: '^portal/src/features/$1/' },
    },
    {
      name: 'feature-knows-no-app',
      severity: 'error',
      from: { path: '^portal/src/features/', pathNot: tests },
      to: { path: '^portal/src/app/' },
    },
    {
      name: 'shared-knows-no-feature',
      severity: 'error',
      from: { path: '^portal/src/(?:shared|apollo|gql)/', pathNot: tests },
      to: { path: '^portal/src/(?:app|features)/' },
    },
  ],
  options: {
    doNotFollow: { path: ['node_modules', '/dist/'] },
    exclude: { path: ['/dist/', '^portal/build/'] },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types', 'typings'],
    },
  },
};
