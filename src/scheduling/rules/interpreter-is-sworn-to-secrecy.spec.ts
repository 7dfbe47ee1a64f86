import { describe, expect, it } from '@jest/globals';
import { ask } from '../../../test/support/scheduling-builders.js';
import { interpreterIsSwornToSecrecy } from './interpreter-is-sworn-to-secrecy.js';

describe('the secrecy declaration', () => {
  it('holds from its first to its last day', () => {
    expect(
      ask(interpreterIsSwornToSecrecy, {
        interpreter: { secrecyFrom: '2026-10-26', secrecyUntil: '2026-10-26' },
      }),
    ).toBeUndefined();
  });

  it('must have been signed', () => {
    expect(ask(interpreterIsSwornToSecrecy, { interpreter: { secrecyFrom: null } })).toEqual({
      rule: 'interpreter-is-sworn-to-secrecy',
      subject: { kind: 'interpreter', id: 'I1' },
    });
  });

  it('does not hold before', () => {
    expect(ask(interpreterIsSwornToSecrecy, { interpreter: { secrecyFrom: '2026-10-27' } })).toEqual({
      rule: 'interpreter-is-sworn-to-secrecy',
      subject: { kind: 'interpreter', id: 'I1' },
      date: '2026-10-27',
    });
  });

  it('does not hold after', () => {
    expect(
      ask(interpreterIsSwornToSecrecy, {
        interpreter: { secrecyFrom: '2020-01-01', secrecyUntil: '2026-10-25' },
      }),
    ).toEqual({
      rule: 'interpreter-is-sworn-to-secrecy',
      subject: { kind: 'interpreter', id: 'I1' },
      date: '2026-10-25',
    });
  });

  it('is not asked for where it is unknown', () => {
    expect(ask(interpreterIsSwornToSecrecy)).toBeUndefined();
  });
});
