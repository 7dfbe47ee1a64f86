import { z } from 'zod';

const DATE = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
const INSTANT = /^\d{4}-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d(:00(\.000)?)?Z$/;
const WALL_TIME = /^(([01]\d|2[0-3]):[0-5]\d|24:00)$/;

const id = z.string().min(1);
const date = z.string().regex(DATE, 'write a date as 2026-10-26');
const instant = z.string().regex(INSTANT, 'write a time in UTC as 2026-10-26T07:00Z');
const wallTime = z.string().regex(WALL_TIME, 'write a time of day as 08:00');
const rappen = z.int().min(0);
const count = z.int().min(0);
const minutes = z.int().min(1);

const range = z.object({ from: instant, to: instant });
const weekly = z.object({ day: z.int().min(1).max(7), from: wallTime, to: wallTime });
const known = z.object({ lang: id, level: z.int().min(1).max(3) });
const tariff = z.object({ hourly: rappen, minMinutes: count, stepMinutes: minutes });
const mode = z.enum(['onsite', 'video']);
const gender = z.enum(['f', 'm']);

const stability = z.object({
  dropped: rappen,
  day: rappen,
  time: rappen,
  interpreter: rappen,
  caseworker: rappen,
  room: rappen,
  mode: rappen,
});

const weights = z.object({
  unscheduled: rappen,
  late: rappen,
  langRank: rappen,
  langLevel: rappen,
  interpreterLevel: rappen,
  gender: rappen,
  fairness: rappen,
  waiting: rappen,
  stability,
});

const caseworker = z.object({
  id,
  office: id,
  languages: z.array(id),
  weekly: z.array(weekly.extend({ site: id })),
  absent: z.array(range),
  maxPerDay: count,
  video: z.boolean(),
});

const interpreter = z.object({
  id,
  gender,
  languages: z.array(known),
  weekly: z.array(weekly),
  extra: z.array(range).default([]),
  absent: z.array(range),
  onsite: tariff.nullable(),
  travel: z.record(z.string(), rappen),
  video: tariff.nullable(),
  maxWait: count,
  transfer: count,
  maxPerDay: count,
  maxPerWeek: count,
  target: count,
  tolerance: count,
  secrecyFrom: date.nullable().optional(),
  secrecyUntil: date.nullable().optional(),
  remoteMode: z.enum(['phone', 'video']).optional(),
});

const newcomer = z.object({
  id,
  office: id,
  arrived: date,
  earliest: date,
  due: date,
  notice: count,
  urgency: count,
  languages: z.array(known).min(1),
  persons: z.int().min(1),
  wheelchair: z.boolean(),
  gender: gender.nullable(),
  genderHard: z.boolean(),
  modes: z.array(mode),
  remoteInterpreter: z.boolean(),
  sites: z.array(id),
  talkType: id,
  unavailable: z.array(range),
  conflicts: z.array(id),
});

const appointment = z.object({
  newcomer: id,
  mode,
  site: id.nullable(),
  room: id.nullable(),
  caseworker: id,
  interpreter: id.nullable(),
  interpreterMode: mode.nullable(),
  lang: id,
  start: instant,
  pinned: z.boolean(),
  weight: z.int().min(0),
});

/** The format `fit-matching/1`, see `scheduling/model.ts`; fields it does not know are left out. */
export const instanceSchema = z.object({
  format: z.literal(
    'fit-matching/1',
    'this is not an instance of fit-matching/1; give the instance, not a plan',
  ),
  id,
  timezone: id,
  slotMinutes: z.int().min(1).max(720),
  now: instant,
  horizon: z.object({ from: date, to: date }),
  weights,
  talkTypes: z.array(z.object({ id, minutes, buffer: count, minInterpreterLevel: z.int().min(0).max(3) })),
  sites: z.array(z.object({ id, office: id, weekly: z.array(weekly), closed: z.array(date) })),
  rooms: z.array(
    z.object({
      id,
      site: id,
      accessible: z.boolean(),
      seats: count,
      video: z.boolean(),
      blocked: z.array(range),
    }),
  ),
  caseworkers: z.array(caseworker),
  interpreters: z.array(interpreter),
  newcomers: z.array(newcomer),
  appointments: z.array(appointment),
});
