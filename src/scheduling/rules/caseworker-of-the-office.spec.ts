import { describe, expect, it } from '@jest/globals';
import { ask } from '../../../test/support/scheduling-builders.js';
import { caseworkerOfTheOffice } from './caseworker-of-the-office.js';

describe('the caseworker', () => {
  it("is of the newcomer's office", () => {
    expect(ask(caseworkerOfTheOffice)).toBeUndefined();
  });

  it('may not be of another office', () => {
    expect(ask(caseworkerOfTheOffice, { caseworker: { office: 'K2' } })).toEqual({
      rule: 'caseworker-of-the-office',
      subject: { kind: 'caseworker', id: 'C1' },
    });
  });
});
