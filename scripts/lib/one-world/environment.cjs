// One global world for all test files of a worker: what they share (see runtime.cjs) belongs to it.
const { createRequire } = require('node:module');
const { endStorages } = require('./storages.cjs');

const { TestEnvironment } = createRequire(require.resolve('jest/package.json'))('jest-environment-node');

let world;

module.exports = function OneWorld(...args) {
  world ??= Object.assign(new TestEnvironment(...args), { teardown: async () => endStorages() });
  return world;
};
