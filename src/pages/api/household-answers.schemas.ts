import { z } from 'zod';
import { pageSchema } from './list.js';

const Day = z.iso.date();
const State = z.enum(['open', 'planned', 'done', 'written', 'not-invited', 'moved-away']);
const Channel = z.enum(['email', 'letter']);
const Level = z.int().describe('1 some, 2 good, 3 fluent');

export const HouseholdsAnswer = pageSchema(
  z.looseObject({
    id: z.int(),
    reference: z.string(),
    version: z.int(),
    name: z.string(),
    personCount: z.int(),
    language: z.string().nullable(),
    letterLanguage: z.string(),
    municipality: z.string().nullable(),
    arrivedOn: Day,
    targetOn: Day,
    daysSinceArrival: z.int(),
    isOverdue: z.boolean(),
    channel: Channel,
    state: State,
    stateReason: z.string().nullable(),
    stepFree: z.boolean(),
    addressLock: z.boolean(),
  }),
);

const Person = z.looseObject({
  id: z.int(),
  isContact: z.boolean(),
  firstName: z.string(),
  lastName: z.string(),
  born: z.string().nullable().describe('YYYY, YYYY-MM or YYYY-MM-DD'),
  email: z.string().nullable(),
  phone: z.string().nullable(),
});

export const HouseholdAnswer = z.looseObject({
  id: z.int(),
  reference: z.string(),
  arrivedOn: Day,
  targetOn: Day,
  state: State,
  channel: Channel,
  letterLanguage: z.string(),
  stepFree: z.boolean(),
  interpreterGender: z.enum(['f', 'm']).nullable(),
  interpreterGenderRequired: z.boolean(),
  acceptsRemoteInterpreter: z.boolean(),
  addressLock: z.boolean(),
  version: z.int(),
  persons: z.array(Person),
  languages: z.array(z.strictObject({ language: z.string(), level: Level })).describe('best first'),
  excludedInterpreterIds: z.array(z.int()),
  openTalkId: z.uuid().nullable(),
  emailConsent: z
    .strictObject({
      source: z.enum(['register', 'staff']),
      wording: z.string(),
      language: z.string(),
      givenAt: z.string(),
      notedBy: z.string(),
      withdrawnAt: z.string().nullable(),
      withdrawalNotedBy: z.string().nullable(),
    })
    .nullable()
    .describe('that it may be told by e-mail; the newest, withdrawn or not'),
});
