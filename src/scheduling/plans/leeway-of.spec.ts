import { describe, expect, it } from '@jest/globals';
import {
  aCaseworker,
  anAppointment,
  anInterpreter,
  aRoom,
  aSnapshot,
} from '../../../test/support/scheduling-builders.js';
import type { Snapshot } from '../model.js';
import { buildSchedule } from '../schedule/schedule.js';
import { leewayOf, type Leeway } from './leeway-of.js';

function leeway(change: Partial<Snapshot> = {}, setAside: readonly string[] = []): Leeway {
  const snapshot = aSnapshot({ appointments: [anAppointment({ pinned: true })], ...change });
  return leewayOf('N1', buildSchedule(snapshot), (rule) => setAside.includes(rule));
}

const all = [{ from: '2026-10-25T00:00Z', to: '2026-10-28T00:00Z' }];

describe('an announced talk', () => {
  it('may move when it breaks no rule', () => {
    expect(leeway()).toEqual({ kind: 'may-move' });
  });

  it('must move when its interpreter, caseworker or room has fallen out, and says who', () => {
    const interpreters = [anInterpreter({ absent: all }), anInterpreter({ id: 'I2' })];
    const caseworkers = [aCaseworker({ absent: all }), aCaseworker({ id: 'C2' })];
    const rooms = [aRoom({ blocked: all }), aRoom({ id: 'R2' })];

    expect(leeway({ interpreters })).toMatchObject({
      kind: 'must-move',
      obstacle: { rule: 'interpreter-is-not-absent', subject: { kind: 'interpreter', id: 'I1' } },
    });
    expect(leeway({ caseworkers })).toMatchObject({ obstacle: { rule: 'caseworker-is-not-absent' } });
    expect(leeway({ rooms })).toMatchObject({ obstacle: { rule: 'room-is-not-blocked' } });
    expect(leeway({ rooms: [aRoom({ id: 'R2' })] })).toMatchObject({
      obstacle: { rule: 'room-is-at-the-site' },
    });
    expect(leeway({ caseworkers: [aCaseworker({ weekly: [] })] })).toMatchObject({ kind: 'must-move' });
  });

  it('stays when the rule it breaks was set aside for it, or when it is too near', () => {
    const [site] = aSnapshot().sites;
    const sites = [{ ...site!, closed: ['2026-10-26'] }];

    expect(leeway({ sites }, ['site-is-not-closed'])).toEqual({ kind: 'stays' });
    expect(leeway({ now: '2026-10-20T08:00Z' })).toEqual({ kind: 'stays' });
  });

  it('is not there for somebody who was told of none', () => {
    expect(leeway({ appointments: [] })).toEqual({ kind: 'stays' });
  });
});
