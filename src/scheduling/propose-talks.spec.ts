import { describe, expect, it } from '@jest/globals';
import { best, obstacles, proposals, proposalsIn } from '../../test/support/proposals.js';
import {
  anAppointment,
  anInterpreter,
  anotherTalk,
  aRoom,
  aTalk,
  scheduleFor,
} from '../../test/support/scheduling-builders.js';
import { withoutTalkOf } from './schedule/schedule.js';

describe('who makes a talk understood', () => {
  it('is a caseworker who speaks the language rather than a paid interpreter', () => {
    const { candidate, provision, reasons } = best({ caseworker: { languages: ['de', 'ti'] } });

    expect(candidate).toMatchObject({ caseworker: 'C1', interpreter: null, interpreterMode: null });
    expect(provision).toBe('caseworker');
    expect(reasons).toContain('caseworker-speaks-language');
  });

  it('is an interpreter when no caseworker speaks it', () => {
    const { candidate, provision, cost } = best({});

    expect(candidate).toMatchObject({ interpreter: 'I1', interpreterMode: 'onsite', lang: 'ti' });
    expect(provision).toBe('interpreter');
    expect(cost.money).toBe(9000 + 2500);
  });

  it('is the cheaper interpreter', () => {
    const dear = { hourly: 20000, minMinutes: 60, stepMinutes: 15 };

    expect(best({ interpreter: { onsite: dear } }).candidate.interpreter).toBe('I2');
  });

  it('is the interpreter who is there anyway', () => {
    const first = best({ others: [anotherTalk({ interpreter: 'I2' })] });

    expect(first.candidate).toMatchObject({ interpreter: 'I2', start: '2026-10-26T08:15Z' });
    expect(first.reasons).toContain('interpreter-is-there-anyway');
  });

  it('is another language of the newcomer when nobody interprets the first', () => {
    const languages = [
      { lang: 'ti', level: 3 },
      { lang: 'en', level: 2 },
    ];
    const found = best({
      newcomer: { languages },
      caseworker: { languages: ['de', 'en'] },
      snapshot: { interpreters: [] },
    });

    expect(found.candidate).toMatchObject({ lang: 'en', interpreter: null });
    expect(found).toMatchObject({ provision: 'relay' });
    expect(found.reasons[0]).toBe('relay-language');
  });

  it('is German where the newcomer knows it well enough', () => {
    const languages = [
      { lang: 'ti', level: 3 },
      { lang: 'de', level: 2 },
    ];

    expect(best({ newcomer: { languages } })).toMatchObject({
      provision: 'german',
      candidate: { lang: 'de', interpreter: null },
    });
  });

  it('is an interpreter on a screen only in a room with one', () => {
    const found = best({
      newcomer: { remoteInterpreter: true },
      interpreter: { onsite: null },
      snapshot: {
        interpreters: [anInterpreter({ onsite: null })],
        rooms: [aRoom({ video: false }), aRoom({ id: 'R2' })],
      },
    });

    expect(found.candidate).toMatchObject({ room: 'R2', interpreterMode: 'video' });
  });
});

describe('where a talk takes place', () => {
  it('is a step-free room for those who need one', () => {
    const found = best({ newcomer: { wheelchair: true }, room: { accessible: false } });

    expect(found.candidate.room).toBe('R2');
    expect(found.reasons[0]).toBe('step-free-room');
  });

  it('is the smallest room that holds everyone', () => {
    const rooms = [aRoom({ seats: 9 }), aRoom({ id: 'R2', seats: 3 }), aRoom({ id: 'R3', seats: 2 })];

    expect(best({ newcomer: { persons: 3 }, snapshot: { rooms } }).candidate.room).toBe('R2');
  });

  it('is the screen for those who accept it and cannot come', () => {
    const { candidate } = best({ newcomer: { modes: ['video'], sites: [] } });

    expect(candidate).toMatchObject({ mode: 'video', site: null, room: null, interpreterMode: 'video' });
  });
});

describe('a question about one start', () => {
  it('is answered with each caseworker and each way of understanding', () => {
    const found = proposals({ caseworker: { languages: ['ti'] } }, { start: '2026-10-26T09:00Z' });

    expect(found.map(({ candidate }) => [candidate.caseworker, candidate.interpreter])).toEqual([
      ['C1', null],
      ['C1', 'I1'],
      ['C1', 'I2'],
      ['C2', 'I1'],
      ['C2', 'I2'],
    ]);
  });
});

describe('a talk that is being moved', () => {
  it('keeps caseworker, interpreter and room where that costs nothing', () => {
    const talk = anAppointment({ caseworker: 'C2', room: 'R2', interpreter: 'I2', pinned: true });
    const question = { snapshot: { appointments: [talk] }, others: [talk] };
    const [first] = proposalsIn(withoutTalkOf('N1', scheduleFor(question)), { from: '2026-10-27' });

    expect(first?.candidate).toMatchObject({ caseworker: 'C2', room: 'R2', interpreter: 'I2' });
    expect(first?.reasons).toEqual(expect.arrayContaining(['same-caseworker', 'same-interpreter']));
  });

  it('may keep its start inside the notice period with other people', () => {
    const talk = anAppointment({ pinned: true });
    const question = {
      newcomer: { notice: 60 },
      snapshot: { appointments: [talk] },
      interpreter: { absent: [{ from: '2026-10-26T00:00Z', to: '2026-10-27T00:00Z' }] },
    };
    const found = proposalsIn(withoutTalkOf('N1', scheduleFor(question)));

    expect(found.map(({ candidate }) => [candidate.start, candidate.interpreter])).toEqual([
      [talk.start, 'I2'],
    ]);
  });

  it('is in its own way as long as it stands', () => {
    expect(obstacles({ others: [aTalk()] })).toEqual([
      { rule: 'newcomer-has-one-talk', count: 1, subject: { kind: 'newcomer', id: 'N1' } },
    ]);
  });
});

describe('when nothing is possible, the answer', () => {
  it('names the language that nobody speaks', () => {
    const [first] = obstacles({ newcomer: { languages: [{ lang: 'ta', level: 3 }] } });

    expect(first).toMatchObject({ rule: 'interpreter-speaks-language', lang: 'ta' });
  });

  it('names every room that is too small, and nothing that would have been free', () => {
    expect(obstacles({ newcomer: { persons: 12 } }).map(({ rule, subject }) => [rule, subject?.id])).toEqual([
      ['room-holds-everyone', 'R1'],
      ['room-holds-everyone', 'R2'],
    ]);
  });

  it('names the only interpreter who is away, not those of other languages', () => {
    const absent = [{ from: '2026-10-01T00:00Z', to: '2027-01-01T00:00Z' }];
    const interpreters = [anInterpreter({ absent }), anInterpreter({ id: 'I2', languages: [] })];
    const [first, ...rest] = obstacles({ snapshot: { interpreters } });

    expect(first).toMatchObject({
      rule: 'interpreter-is-not-absent',
      subject: { kind: 'interpreter', id: 'I1' },
    });
    expect(rest.map(({ subject }) => subject?.id)).not.toContain('I2');
  });

  it('puts what blocks most starts first', () => {
    const closed = Array.from({ length: 21 }, (_, day) => `2026-10-${String(day + 11)}`);
    const horizon = { from: '2026-10-19', to: '2026-11-06' };
    const found = obstacles({ site: { closed }, newcomer: { notice: 45 }, snapshot: { horizon } });

    expect(found.map(({ rule }) => rule)).toEqual(['site-is-not-closed', 'notice-is-kept']);
    expect(found[0]!.count).toBeGreaterThan(found[1]!.count);
  });

  it('names the missing declaration of secrecy', () => {
    const interpreters = [anInterpreter({ secrecyFrom: null })];

    expect(obstacles({ snapshot: { interpreters } })[0]).toMatchObject({
      rule: 'interpreter-is-sworn-to-secrecy',
    });
  });

  it('says that the newcomer reaches no site', () => {
    expect(obstacles({ newcomer: { sites: [] } })).toEqual([
      { rule: 'newcomer-can-reach-site', count: 1, subject: { kind: 'newcomer', id: 'N1' } },
    ]);
  });

  it('says that a site never opens, that a day is not planned, that the newcomer is unknown', () => {
    expect(obstacles({ site: { weekly: [] } })[0]).toMatchObject({ rule: 'site-is-open' });
    expect(obstacles({}, { from: '2027-01-01' })[0]).toMatchObject({ rule: 'inside-the-horizon' });
    expect(obstacles({}, { newcomer: 'N9' })[0]).toMatchObject({ rule: 'everything-is-known' });
  });
});
