import { z } from 'zod';
import type { Household, HouseholdChange, HouseholdLanguage } from '../../../features/households/index.js';
import { entriesOf, type HouseholdEntries, LANGUAGE_PLACES } from './household.fields.js';

const Ticked = z
  .enum(['', '1'])
  .default('')
  .transform((value) => value === '1');
const LanguageCode = z.string().regex(/^[a-z]{2,3}$/, 'validation:language');
const LanguageOrNone = LanguageCode.or(z.literal('')).default('');
const Level = z.enum(['1', '2', '3']).default('3');
const EmailOrNone = z.literal('').or(z.email('validation:email-form').max(200, 'validation:email-form'));

/** What the form sends; messages are translation keys. */
export const HouseholdForm = z.object({
  version: z.coerce.number().int().positive(),
  'language-1': LanguageCode,
  'level-1': Level,
  'language-2': LanguageOrNone,
  'level-2': Level,
  'language-3': LanguageOrNone,
  'level-3': Level,
  letterLanguage: LanguageCode,
  channel: z.enum(['email', 'letter'], 'validation:channel'),
  email: z.string().trim().pipe(EmailOrNone),
  phone: z
    .string()
    .trim()
    .regex(/^$|^\+?[\d\s()/.-]{6,25}$/, 'validation:phone'),
  stepFree: Ticked,
  interpreterGender: z.enum(['', 'f', 'm']),
  interpreterGenderRequired: Ticked,
  acceptsRemoteInterpreter: Ticked,
  addressLock: Ticked,
  note: z.string().trim().max(2000, 'validation:note-too-long'),
  state: z.enum(['', 'open', 'written', 'not-invited', 'moved-away']).default(''),
  reason: z.string().trim().max(500, 'validation:reason-too-long').default(''),
});

type Filled = z.infer<typeof HouseholdForm>;

/** What was typed, field by field, to show it again. */
export function typedEntries(
  body: Readonly<Record<string, unknown>>,
  household: Household,
): HouseholdEntries {
  const names = Object.keys(entriesOf(household));
  return Object.fromEntries(
    names.map((name) => {
      const value = body[name];
      return [name, typeof value === 'string' ? value : ''];
    }),
  );
}

/** Only what differs from the household as it is. */
export function changeOf(form: Filled, household: Household): HouseholdChange {
  const contact = household.persons.find((person) => person.isContact);
  const wanted = {
    languages: languagesOf(form),
    letterLanguage: form.letterLanguage,
    channel: form.channel,
    email: form.email === '' ? null : form.email,
    phone: form.phone === '' ? null : form.phone,
    stepFree: form.stepFree,
    interpreterGender: form.interpreterGender === '' ? null : form.interpreterGender,
    interpreterGenderRequired: form.interpreterGenderRequired,
    acceptsRemoteInterpreter: form.acceptsRemoteInterpreter,
    addressLock: form.addressLock,
    note: form.note,
  };
  const present: Readonly<Record<string, unknown>> = {
    ...household,
    email: contact?.email ?? null,
    phone: contact?.phone ?? null,
  };
  const changed = Object.entries(wanted).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(present[name]),
  );
  const state = form.state === '' ? {} : { state: { state: form.state, reason: form.reason } };
  return { ...Object.fromEntries(changed), ...state };
}

/** The chosen languages in order; one that was chosen twice counts once. */
function languagesOf(form: Filled): HouseholdLanguage[] {
  const chosen = LANGUAGE_PLACES.map((place) => ({
    language: form[`language-${place}`],
    level: Number(form[`level-${place}`]) as 1 | 2 | 3,
  }));
  return chosen.filter(
    ({ language }, index) =>
      language !== '' && chosen.findIndex((other) => other.language === language) === index,
  );
}
