import type { Tx } from '../../platform/database/database.js';
import { saveContact } from '../contacts/index.js';
import { namesFor } from './names.js';
import { plain } from './people.js';
import type { Choices } from './random.js';

const COUNT = 300;
const FIRST_ARRIVAL_DAYS_AGO = 130;
const TARGET_DAYS = 90;

/** Share of households per first language in percent (facts.md 4: synthetic, invented), with a long tail. */
const LANGUAGE_SHARES: Readonly<Record<string, number>> = {
  en: 24,
  it: 10,
  pt: 9,
  es: 8,
  fr: 8,
  tr: 8,
  sq: 8,
  sr: 8,
  ar: 5,
  ru: 3,
  ta: 2,
  de: 3,
  uk: 1,
  ti: 1,
  fa: 0.5,
  ku: 0.5,
  so: 0.3,
  pl: 0.4,
  th: 0.3,
};

/** ISO 3166-1 nationality that goes with a first language in the example; nationality never decides the language. */
const NATIONALITY: Readonly<Record<string, string>> = {
  de: 'DE',
  it: 'IT',
  pt: 'PT',
  es: 'ES',
  fr: 'FR',
  pl: 'PL',
};

export interface ExampleHousehold {
  readonly id: number;
  readonly language: string;
  readonly arrivedOn: string;
  readonly stepFree: boolean;
  readonly state: string;
}

/** A municipality with the weight of its foreign residents. */
export interface WeightedMunicipality {
  readonly bfsNumber: number;
  readonly foreigners: number;
}

interface HouseholdPlan {
  readonly number: number;
  readonly language: string;
  readonly arrivedOn: string;
  readonly bfsNumber: number;
}

/** Creates 300 invented households, oldest arrival first. */
export async function createHouseholds(
  tx: Tx,
  officeId: number,
  today: string,
  municipalities: readonly WeightedMunicipality[],
  choices: Choices,
): Promise<ExampleHousehold[]> {
  const households: ExampleHousehold[] = [];
  for (let number = 1; number <= COUNT; number += 1) {
    const daysAgo = FIRST_ARRIVAL_DAYS_AGO - Math.floor((number * (FIRST_ARRIVAL_DAYS_AGO - 2)) / COUNT);
    const plan = {
      number,
      language: byShare(Object.entries(LANGUAGE_SHARES), choices),
      arrivedOn: addDays(today, -daysAgo),
      bfsNumber: byShare(
        municipalities.map((each) => [each.bfsNumber, each.foreigners] as const),
        choices,
      ),
    };
    households.push(await createHousehold(tx, officeId, plan, choices));
  }
  return households;
}

async function createHousehold(
  tx: Tx,
  officeId: number,
  plan: HouseholdPlan,
  choices: Choices,
): Promise<ExampleHousehold> {
  const state = plan.language === 'de' ? 'written' : 'open';
  const stepFree = choices.share() < 0.03;
  const withEmail = choices.share() < 0.78;
  const address = { street: `Musterweg ${choices.between(1, 90)}`, postcode: '4999', town: 'Musterstadt' };
  const [row] = await tx.query<{ id: number }[]>(
    `insert into households (office_id, reference, register_key, municipality_bfs, arrived_on, target_on, state,
       state_reason, channel, letter_language, step_free, interpreter_gender)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9,
       (select case when for_texts then code else 'en' end from languages where code = $10), $11, $12)
     returning id`,
    [
      officeId,
      `${plan.arrivedOn.slice(0, 4)}-${String(plan.number).padStart(5, '0')}`,
      `HH-${plan.number}`,
      plan.bfsNumber,
      plan.arrivedOn,
      addDays(plan.arrivedOn, TARGET_DAYS),
      state,
      state === 'written' ? 'nationality:DE' : null,
      withEmail ? 'email' : 'letter',
      plan.language,
      stepFree,
      choices.share() < 0.04 ? 'f' : null,
    ],
  );
  if (!row) throw new Error('A household was not created.');
  await saveContact(tx, 'households', row.id, address);
  await createPersons(tx, { ...plan, officeId, householdId: row.id, withEmail }, choices);
  await createLanguages(tx, row.id, plan.language, choices);
  return { id: row.id, language: plan.language, arrivedOn: plan.arrivedOn, stepFree, state };
}

interface PersonsPlan extends HouseholdPlan {
  readonly officeId: number;
  readonly householdId: number;
  readonly withEmail: boolean;
}

/** 70 % one adult, 22 % a couple, 8 % with youths (facts.md 4). */
async function createPersons(tx: Tx, plan: PersonsPlan, choices: Choices): Promise<void> {
  const share = choices.share();
  const size = share < 0.7 ? 1 : share < 0.92 ? 2 : choices.between(3, 4);
  const names = namesFor(plan.language);
  const last = choices.pick(names.last);
  for (let index = 0; index < size; index += 1) {
    const first = choices.pick(names.first);
    const year = index < 2 ? choices.between(1962, 2004) : choices.between(2010, 2012);
    const [row] = await tx.query<{ id: number }[]>(
      `insert into persons (household_id, office_id, is_contact, first_name, last_name, born,
         nationality, permit, regime, register_number, person_key, arrived_on)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $10, $11) returning id`,
      [
        plan.householdId,
        plan.officeId,
        index === 0,
        first,
        last,
        `${year}-0${choices.between(1, 9)}-1${choices.between(0, 9)}`,
        NATIONALITY[plan.language] ?? null,
        '02',
        NATIONALITY[plan.language] ? '01' : '02',
        `R-${plan.number}-${index + 1}`,
        plan.arrivedOn,
      ],
    );
    if (!row || index > 0) continue;
    await saveContact(tx, 'persons', row.id, {
      email: plan.withEmail ? `${plain(`${first} ${last}`)}.${plan.number}@post.example` : null,
      phone: `078 555 ${choices.between(10, 99)} ${choices.between(10, 99)}`,
    });
  }
}

/** The first language as native; sometimes English or some German besides. */
async function createLanguages(tx: Tx, householdId: number, first: string, choices: Choices): Promise<void> {
  const languages: [string, number][] = [[first, 3]];
  if (first !== 'en' && choices.share() < 0.3) languages.push(['en', 2]);
  if (first !== 'de' && choices.share() < 0.15) languages.push(['de', 1]);
  for (const [index, [language, level]] of languages.entries()) {
    await tx.query(
      `insert into household_languages (household_id, rank, language, level) values ($1, $2, $3, $4)`,
      [householdId, index + 1, language, level],
    );
  }
}

/** Chooses by weight. */
function byShare<T>(weighted: readonly (readonly [T, number])[], choices: Choices): T {
  const total = weighted.reduce((sum, [, weight]) => sum + weight, 0);
  let rest = choices.share() * total;
  for (const [value, weight] of weighted) {
    rest -= weight;
    if (rest < 0) return value;
  }
  return choices.pick(weighted)[0];
}

/** A local date some days later; dates only, so no zone is involved. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
