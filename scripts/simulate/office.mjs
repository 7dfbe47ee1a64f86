import { sealedContact } from '../../dist/features/contacts/index.js';
import { tariffFor } from '../../dist/features/example-office/tariffs.js';
import { publicHolidays } from '../../dist/features/offices/holidays.js';
import { shippedMunicipalities } from '../../dist/features/municipalities/shipped-municipalities.js';
import { INTERPRETED, nameOf, OFFICE_LANGUAGES, shareOf } from './people.mjs';

/** The larger first; how many households each has is invented: the largest about a sixth of all. */
const CANTONS = 'ZH BE VD AG GE SG LU TI VS FR BL TG SO BS GR NE SZ ZG SH JU AR NW GL UR OW AI'.split(' ');
const WEEKDAYS = [1, 2, 3, 4, 5];
/** Talks of one room and one caseworker on one day. */
export const STARTS = [480, 540, 615, 780, 855, 930];
const WORKDAYS_PER_YEAR = 245;
/** An interpreter's talks in a year, so that there is always somebody. */
const TALKS_PER_INTERPRETER = 180;

/** How the households of a year spread over so many offices: whole numbers. */
export function householdsByOffice(households, offices) {
  const weights = Array.from({ length: offices }, (_, index) => 1 / (index + 2));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => Math.max(1, Math.round((households * weight) / total)));
}

/** Adds an office with everything that talks need, sized for its households. */
export function addOffice(world, index, { perYear, from, until }) {
  const { rows, ids, choices } = world;
  const id = ids.next('offices');
  const canton = CANTONS[index % CANTONS.length];
  const slug = `${canton.toLowerCase()}-${id}`;
  const email = `amt@${slug}.example`;
  rows.add('offices', id, slug, canton, `${from}T00:00:00Z`);
  rows.add(
    'office_profiles',
    id,
    '2000-01-01',
    `Amt ${canton}`,
    '{Bahnhofplatz 1,4999 Ort}',
    '061 555 01 00',
    '8–12',
    email,
  );
  for (const role of ['administrator', 'coordinator']) {
    rows.add(
      'staff_users',
      ids.next('staff_users'),
      id,
      `${role}@${slug}.example`,
      role,
      world.passwordHash,
      role,
    );
  }
  const office = {
    id,
    slug,
    canton,
    perYear,
    seats: [],
    interpreters: new Map(),
    busy: new Set(),
    filled: new Map(),
  };
  office.municipalities = shippedMunicipalities(canton).map(({ bfsNumber }) => bfsNumber);
  addSeats(world, office, { from, until });
  for (const language of INTERPRETED) addInterpreters(world, office, language, from);
  return office;
}

/** A seat: one room with the caseworker who leads the talks there. */
function addSeats({ rows, ids, choices }, office, { from, until }) {
  const wanted = Math.ceil((office.perYear / WORKDAYS_PER_YEAR / STARTS.length) * 1.5) + 1;
  const sites = Array.from({ length: wanted > 3 ? 2 : 1 }, () => ids.next('sites'));
  for (const site of sites) {
    rows.add('sites', site, office.id, `Ort ${site}`, 'Bahnhofplatz 1', '4999', `Ort ${site}`);
    for (const day of WEEKDAYS) rows.add('site_hours', site, day, '07:30', '18:00');
    for (let year = Number(from.slice(0, 4)); year <= Number(until.slice(0, 4)) + 1; year += 1) {
      for (const { day, name } of distinctDays(office.canton, year))
        rows.add('site_closings', site, day, name, 'holiday');
    }
  }
  for (let number = 0; number < wanted; number += 1) {
    const site = sites[number % sites.length];
    const seat = { site, room: ids.next('rooms'), caseworker: ids.next('caseworkers') };
    const { first, last } = nameOf('de', choices);
    rows.add('rooms', seat.room, site, `Zimmer ${number + 1}`, '1. Stock', 6, number % 2 === 0, true);
    rows.add(
      'caseworkers',
      seat.caseworker,
      office.id,
      `${first} ${last}`,
      `cw${seat.caseworker}@${office.slug}.example`,
    );
    for (const language of OFFICE_LANGUAGES) rows.add('caseworker_languages', seat.caseworker, language, 3);
    for (const day of WEEKDAYS) rows.add('caseworker_hours', seat.caseworker, site, day, '08:00', '17:30');
    office.seats.push(seat);
  }
}

function distinctDays(canton, year) {
  return [...new Map(publicHolidays(canton, year).map((holiday) => [holiday.day, holiday])).values()];
}

function addInterpreters({ rows, ids, choices }, office, language, from) {
  const wanted = Math.ceil((office.perYear * shareOf(language)) / TALKS_PER_INTERPRETER) + 1;
  const own = [];
  for (let number = 0; number < wanted; number += 1) {
    const id = ids.next('interpreters');
    const { first, last } = nameOf(language, choices);
    const contact = { email: `i${id}@dolmetschen.example`, phone: `079 555 ${id}` };
    const gender = number % 2 === 0 ? 'f' : 'm';
    const tariff = tariffFor(language);
    rows.add(
      ...['interpreters', id, first, last, gender, true, true, from, tariff, 0],
      ...Object.values(sealedContact('interpreters', id, contact)),
    );
    rows.add('office_interpreters', office.id, id, number === 0 ? 1 : 2);
    rows.add('interpreter_languages', id, language, 3);
    for (const day of WEEKDAYS) rows.add('interpreter_hours', id, day, '08:00', '18:00');
    own.push({ id, tariff });
  }
  office.interpreters.set(language, own);
}
