import { describe, expect, it } from '@jest/globals';
import { RunningClock } from './clock.js';

describe('the running clock', () => {
  it('starts at the given instant and runs on', () => {
    const clock = new RunningClock(new Date('2027-01-02T03:04:05Z'));

    const ahead = clock.now().getTime() - Date.parse('2027-01-02T03:04:05Z');

    expect(ahead).toBeGreaterThanOrEqual(0);
    expect(ahead).toBeLessThan(5000);
  });

  it('is not ahead of the real time by itself', () => {
    expect(new RunningClock().offsetMs()).toBe(0);
  });
});
