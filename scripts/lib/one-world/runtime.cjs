// The test files of one worker share what they import: the product and its libraries are loaded, and made
// quick by the engine, once per worker and not once per file. Only the test file itself is loaded anew.
const { createRequire } = require('node:module');

const { default: Runtime } = createRequire(require.resolve('jest/package.json'))('jest-runtime');

let first;

/** The runtime of the worker's first file, in which everything is loaded that a file imports. */
const shared = (runtime) => (first ??= runtime);

module.exports = class OneWorldRuntime extends Runtime {
  requireModule(from, moduleName, options, ...rest) {
    const loader = shared(this);
    // without a name it is the test file or one of the setup files
    if (loader === this || moduleName === undefined || options?.isInternalModule)
      return super.requireModule(from, moduleName, options, ...rest);
    return loader.requireModule(from, moduleName, options, ...rest);
  }

  isolateModules(work) {
    if (shared(this) === this) super.isolateModules(work);
    else shared(this).isolateModules(work);
  }

  /** What is imported late belongs to a file that still runs, whichever that is. */
  leaveTestCode() {
    if (shared(this) !== this) super.leaveTestCode();
  }

  teardown() {
    if (shared(this) === this) this.restoreAllMocks();
    else super.teardown();
  }
};
