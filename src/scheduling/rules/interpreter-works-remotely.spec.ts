import { describe, expect, it } from '@jest/globals';
import { aTalk, ask } from '../../../test/support/scheduling-builders.js';
import { interpreterWorksRemotely } from './interpreter-works-remotely.js';

describe('an interpreter without a tariff for remote work', () => {
  it('comes on site', () => {
    expect(ask(interpreterWorksRemotely, { interpreter: { video: null } })).toBeUndefined();
  });

  it('does not work remotely', () => {
    expect(
      ask(interpreterWorksRemotely, {
        interpreter: { video: null },
        talk: aTalk({ interpreterMode: 'video' }),
      }),
    ).toEqual({ rule: 'interpreter-works-remotely', subject: { kind: 'interpreter', id: 'I1' } });
  });
});
