// support modules outlive a spec file: what they hold of Jest always means the file that runs now
const live = (name) =>
  new Proxy(() => undefined, {
    apply: (_target, _self, words) => globalThis.jestGlobals[name](...words),
    get: (_target, key) => globalThis.jestGlobals[name][key],
  });

export const afterAll = live('afterAll');
export const afterEach = live('afterEach');
export const beforeAll = live('beforeAll');
export const beforeEach = live('beforeEach');
export const describe = live('describe');
export const expect = live('expect');
export const it = live('it');
export const jest = live('jest');
export const test = live('test');
