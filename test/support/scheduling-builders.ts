import type {
  Appointment,
  Candidate,
  Caseworker,
  Interpreter,
  Newcomer,
  Room,
  Site,
  Snapshot,
  TalkType,
} from '../../src/scheduling/model.js';
import type { Rule, Violation } from '../../src/scheduling/rules/rule.js';
import type { PlacedTalk } from '../../src/scheduling/schedule/placed-talk.js';
import { resolveTalk } from '../../src/scheduling/schedule/resolve-talk.js';
import { buildSchedule, type Schedule } from '../../src/scheduling/schedule/schedule.js';

/** Monday, 26 October 2026, 10:00 in Zürich: the first working day after the end of summer time. */
export const MONDAY_TEN = '2026-10-26T09:00Z';

const tariff = { hourly: 9000, minMinutes: 60, stepMinutes: 15 };

function daily(from: string, to: string): { day: number; from: string; to: string }[] {
  return [1, 2, 3, 4, 5].map((day) => ({ day, from, to }));
}

export function aTalkType(overrides: Partial<TalkType> = {}): TalkType {
  return { id: 'T45', minutes: 45, buffer: 15, minInterpreterLevel: 1, ...overrides };
}

export function aSite(overrides: Partial<Site> = {}): Site {
  return {
    id: 'S1',
    office: 'K1',
    weekly: [...daily('08:00', '12:00'), ...daily('13:00', '17:00')],
    closed: [],
    ...overrides,
  };
}

export function aRoom(overrides: Partial<Room> = {}): Room {
  return { id: 'R1', site: 'S1', accessible: true, seats: 4, video: true, blocked: [], ...overrides };
}

export function aCaseworker(overrides: Partial<Caseworker> = {}): Caseworker {
  return {
    id: 'C1',
    office: 'K1',
    languages: ['de'],
    weekly: [...daily('08:00', '12:00'), ...daily('13:00', '17:00')].map((range) => ({
      ...range,
      site: 'S1',
    })),
    absent: [],
    maxPerDay: 6,
    video: true,
    ...overrides,
  };
}

export function anInterpreter(overrides: Partial<Interpreter> = {}): Interpreter {
  return {
    id: 'I1',
    gender: 'f',
    languages: [{ lang: 'ti', level: 2 }],
    weekly: daily('08:00', '18:00'),
    extra: [],
    absent: [],
    onsite: tariff,
    travel: { S1: 2500 },
    video: tariff,
    maxWait: 45,
    transfer: 60,
    maxPerDay: 4,
    maxPerWeek: 8,
    target: 0,
    tolerance: 99,
    ...overrides,
  };
}

export function aNewcomer(overrides: Partial<Newcomer> = {}): Newcomer {
  return {
    id: 'N1',
    office: 'K1',
    arrived: '2026-09-01',
    earliest: '2026-10-01',
    due: '2026-11-30',
    notice: 10,
    urgency: 1,
    languages: [{ lang: 'ti', level: 3 }],
    persons: 1,
    wheelchair: false,
    gender: null,
    genderHard: false,
    modes: ['onsite'],
    remoteInterpreter: false,
    sites: ['S1'],
    talkType: 'T45',
    unavailable: [],
    conflicts: [],
    ...overrides,
  };
}

/** A talk of N1 with everybody whom `aSnapshot` knows, on `MONDAY_TEN`. */
export function aTalk(overrides: Partial<Candidate> = {}): Candidate {
  return {
    newcomer: 'N1',
    mode: 'onsite',
    site: 'S1',
    room: 'R1',
    caseworker: 'C1',
    interpreter: 'I1',
    interpreterMode: 'onsite',
    lang: 'ti',
    start: MONDAY_TEN,
    ...overrides,
  };
}

/** The talk of another newcomer who takes nobody `aTalk` takes, unless the overrides say so. */
export function anotherTalk(overrides: Partial<Candidate> = {}): Candidate {
  return aTalk({ newcomer: 'N2', room: 'R2', caseworker: 'C2', interpreter: 'I2', ...overrides });
}

export function aVideoTalk(overrides: Partial<Candidate> = {}): Candidate {
  return aTalk({ mode: 'video', site: null, room: null, interpreterMode: 'video', ...overrides });
}

export function anAppointment(overrides: Partial<Appointment> = {}): Appointment {
  return { ...aTalk(overrides), pinned: false, weight: 1, ...overrides };
}

/** One site, two of each person and room, four weeks from 19 October 2026, asked on 1 October. */
export function aSnapshot(overrides: Partial<Snapshot> = {}): Snapshot {
  return {
    format: 'fit-matching/1',
    id: 'small',
    timezone: 'Europe/Zurich',
    slotMinutes: 15,
    now: '2026-10-01T08:00Z',
    horizon: { from: '2026-10-19', to: '2026-11-13' },
    weights: {
      unscheduled: 200000,
      late: 2000,
      langRank: 3000,
      langLevel: 1000,
      interpreterLevel: 500,
      gender: 2500,
      fairness: 1500,
      waiting: 50,
      stability: {
        dropped: 30000,
        day: 4000,
        time: 2000,
        interpreter: 1000,
        caseworker: 500,
        room: 200,
        mode: 3000,
      },
    },
    talkTypes: [aTalkType()],
    sites: [aSite()],
    rooms: [aRoom(), aRoom({ id: 'R2' })],
    caseworkers: [aCaseworker(), aCaseworker({ id: 'C2' })],
    interpreters: [anInterpreter(), anInterpreter({ id: 'I2' })],
    newcomers: [aNewcomer(), aNewcomer({ id: 'N2' })],
    appointments: [],
    ...overrides,
  };
}

/** Changes to the first of each kind in `aSnapshot`, and what is asked about it. */
export interface Question {
  readonly talk?: Candidate;
  readonly others?: readonly Candidate[];
  readonly newcomer?: Partial<Newcomer>;
  readonly caseworker?: Partial<Caseworker>;
  readonly interpreter?: Partial<Interpreter>;
  readonly room?: Partial<Room>;
  readonly site?: Partial<Site>;
  readonly type?: Partial<TalkType>;
  readonly snapshot?: Partial<Snapshot>;
}

export function scheduleFor(question: Question): Schedule {
  const snapshot = aSnapshot({
    talkTypes: [aTalkType(question.type)],
    sites: [aSite(question.site)],
    rooms: [aRoom(question.room), aRoom({ id: 'R2' })],
    caseworkers: [aCaseworker(question.caseworker), aCaseworker({ id: 'C2' })],
    interpreters: [anInterpreter(question.interpreter), anInterpreter({ id: 'I2' })],
    newcomers: [aNewcomer(question.newcomer), aNewcomer({ id: 'N2' })],
    ...question.snapshot,
  });
  return buildSchedule(snapshot, question.others ?? []);
}

export function placed(talk: Candidate, schedule: Schedule): PlacedTalk {
  const resolved = resolveTalk(talk, schedule);
  if (resolved.kind === 'unknown') throw new Error(`unknown ${resolved.subject.kind} ${resolved.subject.id}`);
  return resolved.talk;
}

/** What one rule says to the talk of the question, by default `aTalk()` beside no other. */
export function ask(rule: Rule, question: Question = {}): Violation | undefined {
  const schedule = scheduleFor(question);
  return rule.check(placed(question.talk ?? aTalk(), schedule), schedule);
}
