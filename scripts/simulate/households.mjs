import { sealedContact } from '../../dist/features/contacts/index.js';
import { createHash } from 'node:crypto';
import { addDays, at, daysBetween } from './days.mjs';
import { uuidAt } from './ids.mjs';
import { firstLanguage, householdSize, nameOf } from './people.mjs';
import { addTalks } from './talks.mjs';

const TARGET_DAYS = 90;
/** Lists of arrivals come once a week. */
const IMPORT_EVERY = 7;
/** Of those who arrived in the last weeks some have no talk yet; of the others nobody. */
const OPEN_DAYS = 110;
const OPEN_SHARE = 0.12;
const TEXT_LANGUAGES = new Set(['de', 'en', 'fr', 'it', 'es', 'pt', 'tr', 'sq', 'sr', 'ar', 'ru', 'ta']);
const EU = { de: 'DE', it: 'IT', pt: 'PT', es: 'ES', fr: 'FR', pl: 'PL' };

/** Adds the households that arrive in an office in these local days (the second excluded), with all that follows. */
export function addArrivals(world, office, { from, until, now }) {
  const days = daysBetween(from, until);
  const count = Math.round((office.perYear * days) / 365.25);
  let importDay = -1;
  for (let number = 0; number < count; number += 1) {
    const passed = Math.floor((number * days) / count);
    if (passed >= importDay + IMPORT_EVERY || importDay < 0) {
      importDay = passed;
      addImport(world, office, addDays(from, passed), Math.round((office.perYear * IMPORT_EVERY) / 365));
    }
    addHousehold(world, office, { arrivedOn: addDays(from, passed), now });
  }
}

function addImport({ rows, choices }, office, day, count) {
  const result = {
    ...{
      rows: count,
      created: count,
      updated: 0,
      unchanged: 0,
      rejected: 0,
      warnings: [],
      errors: [],
      leftOut: 0,
    },
    ...{ households: { created: count, updated: 0 }, decided: { open: count, written: 0, 'not-invited': 0 } },
    ...{ encoding: 'utf-8', separator: ';', columns: { mapped: [], unknown: [], dropped: [] } },
  };
  const when = at(day, 430);
  const id = uuidAt(when, choices);
  const name = `zuzug-${day}.csv`;
  rows.add(
    'arrival_imports',
    id,
    office.id,
    name,
    createHash('sha256').update(`${name} ${office.id}`).digest('hex'),
    'saved',
    result,
    'system',
    new Date(when),
  );
}

function addHousehold(world, office, { arrivedOn, now }) {
  const { rows, ids, choices } = world;
  const household = {
    ...{ id: ids.next('households'), arrivedOn, language: firstLanguage(choices) },
    channel: choices.share() < 0.78 ? 'email' : 'letter',
    state: fateOf(arrivedOn, now, choices),
  };
  household.letterLanguage = TEXT_LANGUAGES.has(household.language) ? household.language : 'en';
  if (household.language === 'de') household.state = 'written';
  if (household.state === 'talk') household.state = addTalksLater(world, office, household, now);
  const { id, state } = household;
  const home = { street: `Musterweg ${choices.between(1, 120)}`, postcode: '4999', town: 'Musterstadt' };
  const municipality = office.municipalities.length > 0 ? choices.pick(office.municipalities) : null;
  rows.add(
    ...['households', id, office.id, `${arrivedOn.slice(0, 4)}-${String(id).padStart(7, '0')}`, `HH-${id}`],
    ...[municipality, arrivedOn, addDays(arrivedOn, TARGET_DAYS), state],
    ...[state === 'written' ? 'nationality:DE' : null, household.channel, household.letterLanguage],
    ...[choices.share() < 0.03, ...Object.values(sealedContact('households', id, home))],
    new Date(at(arrivedOn, 435)),
  );
  addPersons(world, office, household);
  rows.add('household_languages', id, 1, household.language, 3);
  if (household.language !== 'en' && choices.share() < 0.3) rows.add('household_languages', id, 2, 'en', 2);
  world.audit.add(office.id, at(arrivedOn, 435), 'system', 'household-imported', 'household', id, {});
}

function fateOf(arrivedOn, now, choices) {
  const share = choices.share();
  if (share < 0.02) return 'not-invited';
  if (share < 0.05) return 'moved-away';
  const isRecent = daysBetween(arrivedOn, new Date(now).toISOString().slice(0, 10)) < OPEN_DAYS;
  return isRecent && choices.share() < OPEN_SHARE ? 'open' : 'talk';
}

/** The state of a household whose talk was arranged, or that still waits for one. */
function addTalksLater(world, office, household, now) {
  const arrangedAt = at(
    addDays(household.arrivedOn, world.choices.between(3, 12)),
    500 + world.choices.between(0, 400),
  );
  if (arrangedAt >= now) return 'open';
  return addTalks(world, office, household, { arrangedAt, now }) ? 'done' : 'planned';
}

function addPersons({ rows, ids, choices }, office, { id, arrivedOn, language, channel }) {
  const size = householdSize(choices);
  const { last } = nameOf(language, choices);
  for (let index = 0; index < size; index += 1) {
    const person = ids.next('persons');
    const { first } = nameOf(language, choices);
    const born = `${index < 2 ? choices.between(1962, 2004) : choices.between(2008, 2012)}-0${choices.between(1, 9)}-1${choices.between(0, 9)}`;
    const contact =
      index === 0
        ? { email: channel === 'email' ? `p${person}@post.example` : null, phone: `078 555 ${person}` }
        : { email: null, phone: null };
    rows.add(
      ...['persons', person, id, office.id, index === 0, first, last, born],
      ...[EU[language] ?? null, '02', EU[language] ? '01' : '02', `R-${person}`, `R-${person}`, arrivedOn],
      ...Object.values(sealedContact('persons', person, contact)),
    );
  }
}
