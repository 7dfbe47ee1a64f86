import { describe, expect, it } from '@jest/globals';
import {
  anAppointment,
  aNewcomer,
  anInterpreter,
  aSnapshot,
  aTalk,
  MONDAY_TEN,
} from '../../../test/support/scheduling-builders.js';
import type { Candidate, Snapshot } from '../model.js';
import { settleMoves, type SettledPlan } from './settle-moves.js';

const base = aSnapshot({
  newcomers: [aNewcomer(), aNewcomer({ id: 'N2' })],
  appointments: [anAppointment()],
});

function settled(talks: readonly Candidate[], change: Partial<Snapshot> = {}): SettledPlan {
  return settleMoves(talks, { ...base, ...change }, new Set(['N1']));
}

const startOf = ({ talks }: SettledPlan, newcomer: string): string | undefined =>
  talks.find((talk) => talk.newcomer === newcomer)?.start;

describe('moves of announced talks', () => {
  it('are taken back when nothing is gained', () => {
    const plan = settled([aTalk({ start: '2026-10-27T09:00Z' })]);

    expect(plan.moves.size).toBe(0);
    expect(startOf(plan, 'N1')).toBe(MONDAY_TEN);
  });

  it('stand with what they save: one journey and the waiting of another visit', () => {
    const other = aTalk({ newcomer: 'N2', start: '2026-10-28T09:45Z' });
    const plan = settled([aTalk({ start: '2026-10-28T09:00Z' }), other]);

    expect(plan.moves.get('N1')?.kind).toBe('saves');
    expect(startOf(plan, 'N1')).toBe('2026-10-28T09:00Z');
  });

  it('stand when somebody else has the place, and name them', () => {
    const plan = settled([aTalk({ start: '2026-10-27T09:00Z' }), aTalk({ newcomer: 'N2' })]);

    expect(plan.moves.get('N1')).toEqual({ kind: 'makes-room', newcomers: ['N2'] });
  });

  it('stand when the talk cannot be held where it was announced', () => {
    const absent = [{ from: '2026-10-26T00:00Z', to: '2026-10-27T00:00Z' }];
    const plan = settled([aTalk({ start: '2026-10-27T09:00Z' })], {
      interpreters: [anInterpreter({ absent })],
    });

    expect(plan.moves.get('N1')).toEqual({ kind: 'impossible' });
  });

  it('are not looked for where nothing moved', () => {
    expect(settled([aTalk()]).moves.size).toBe(0);
  });
});
