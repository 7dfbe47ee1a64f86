import { describe, expect, it } from '@jest/globals';
import { changeDeadline, refuseTooLate } from './change-deadline.js';

const startsAt = new Date('2027-02-01T09:00Z');

describe('the deadline for changes', () => {
  it('lies so many hours before the talk', () => {
    expect(changeDeadline(startsAt, 24)).toEqual(new Date('2027-01-31T09:00Z'));
  });

  it('lets the household act until the last instant and not after it', () => {
    const at = (now: string) => () => {
      refuseTooLate({ startsAt }, { actor: 'household:7', now: new Date(now) }, 24);
    };

    expect(at('2027-01-31T09:00Z')).not.toThrow();
    expect(at('2027-01-31T09:00:01Z')).toThrow('talk-too-late');
  });

  it('does not bind the office', () => {
    expect(() => {
      refuseTooLate({ startsAt }, { actor: 'staff:1', now: new Date('2027-02-01T08:59Z') }, 24);
    }).not.toThrow();
  });
});
