// Each test file brings an AsyncLocalStorage of jest-circus, which nobody ends. Below Node 24 every promise of
// the process then passes all of them: after forty files that is a quarter of all processor time.
const { AsyncLocalStorage } = require('node:async_hooks');

const { run } = AsyncLocalStorage.prototype;
const inUse = new Set();

AsyncLocalStorage.prototype.run = function (...args) {
  inUse.add(this);
  return run.apply(this, args);
};

/** Ends all that were used since the last time; one that is used again begins anew. */
exports.endStorages = () => {
  for (const storage of inUse) storage.disable();
  inUse.clear();
};
