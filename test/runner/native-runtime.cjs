const { register } = require('node:module');
const path = require('node:path');
const { pathToFileURL } = require('node:url');
const { default: Runtime } = require('jest-runtime');

process.setSourceMapsEnabled(true);
register(pathToFileURL(path.join(__dirname, 'module-hooks.mjs')));

/** Classes that matchers compare with: Jest's own world gets those of the world in which the specs run. */
const classes = {
  Array,
  BigInt,
  Boolean,
  Date,
  Error,
  Function,
  Map,
  Number,
  Object,
  Promise,
  RegExp,
  Set,
  String,
  Symbol,
};

let loaded = 0;

/**
 * Jest with Node's own module loader: the application is loaded once per worker instead of once per spec file,
 * and what runs is the built product in `dist`.
 */
module.exports = class NativeRuntime extends Runtime {
  constructor(config, environment, ...more) {
    Object.assign(environment.global, classes);
    super(config, environment, ...more);
  }

  async unstable_importModule(file) {
    globalThis.jestGlobals = this.requireModuleOrMock(file, '@jest/globals');
    loaded += 1;
    await import(`${pathToFileURL(file).href}?loaded=${loaded}`);
  }
};
