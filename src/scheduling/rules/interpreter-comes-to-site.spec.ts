import { describe, expect, it } from '@jest/globals';
import { aTalk, ask } from '../../../test/support/scheduling-builders.js';
import { interpreterComesToSite } from './interpreter-comes-to-site.js';

describe('an interpreter', () => {
  it('comes to the sites they travel to', () => {
    expect(ask(interpreterComesToSite)).toBeUndefined();
  });

  it('does not come to others', () => {
    expect(ask(interpreterComesToSite, { interpreter: { travel: { S2: 2000 } } })).toEqual({
      rule: 'interpreter-comes-to-site',
      subject: { kind: 'interpreter', id: 'I1' },
    });
  });

  it('does not come without a tariff for it', () => {
    expect(ask(interpreterComesToSite, { interpreter: { onsite: null } })).toEqual({
      rule: 'interpreter-comes-to-site',
      subject: { kind: 'interpreter', id: 'I1' },
    });
  });

  it('need not come to work remotely', () => {
    expect(
      ask(interpreterComesToSite, { interpreter: { travel: {} }, talk: aTalk({ interpreterMode: 'video' }) }),
    ).toBeUndefined();
  });
});
