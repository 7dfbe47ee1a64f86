import type { Tx } from '../../platform/database/database.js';
import { publicHolidays } from '../offices/index.js';

/** What later steps of the example need to know of the office. */
export interface ExamplePlaces {
  readonly officeId: number;
  readonly sites: readonly { readonly id: number; readonly rooms: readonly number[] }[];
}

const SLUG = 'musterland';

const PROFILE = {
  name: 'Amt für Migration Musterland',
  addressLines: ['Bahnhofplatz 1', '4999 Musterstadt'],
  phone: '061 555 01 00',
  phoneHours: 'Mo, Di, Do, Fr 09:00–12:30, Mi 13:00–16:00',
  email: 'willkommen@musterland.example',
};

const SITES = [
  {
    name: 'Musterstadt',
    street: 'Bahnhofplatz 1',
    postcode: '4999',
    town: 'Musterstadt',
    access: {
      de: 'Vom Bahnhof Musterstadt zu Fuss 3 Minuten. Eingang beim grossen Baum.',
      en: '3 minutes on foot from Musterstadt station. Entrance by the big tree.',
      ar: 'ثلاث دقائق سيراً على الأقدام من محطة Musterstadt. المدخل بجانب الشجرة الكبيرة.',
      ta: 'Musterstadt ரயில் நிலையத்திலிருந்து 3 நிமிட நடை. பெரிய மரத்தின் அருகே நுழைவாயில்.',
    },
    lift: true,
    rooms: [
      { name: 'Zimmer 1', floor: '1. Stock', seats: 6, stepFree: true, video: true },
      { name: 'Zimmer 2', floor: '1. Stock', seats: 4, stepFree: true, video: true },
      { name: 'Zimmer 3', floor: '2. Stock', seats: 8, stepFree: true, video: false },
    ],
  },
  {
    name: 'Neudorf',
    street: 'Dorfstrasse 12',
    postcode: '4998',
    town: 'Neudorf',
    access: {
      de: 'Bus 70 bis Neudorf Post. Das Haus ist gegenüber. Es gibt 6 Stufen.',
      en: 'Bus 70 to Neudorf Post. The house is opposite. There are 6 steps.',
      ar: 'الحافلة 70 حتى Neudorf Post. المبنى في الجهة المقابلة. توجد 6 درجات.',
      ta: 'பேருந்து 70 இல் Neudorf Post வரை. கட்டிடம் எதிரே உள்ளது. 6 படிகள் உள்ளன.',
    },
    lift: false,
    rooms: [{ name: 'Zimmer A', floor: 'Erdgeschoss', seats: 5, stepFree: false, video: true }],
  },
];

/** Half days of the example office, as a canton's calendar knows them and no library does. */
const HALF_DAYS = [
  { monthDay: '12-24', from: '12:00', until: '24:00', name: 'Heiligabend, Nachmittag' },
  { monthDay: '12-31', from: '12:00', until: '24:00', name: 'Silvester, Nachmittag' },
];

/** Creates the office with profile, sites, hours, rooms, holidays of this and the next year, and half days. */
export async function createPlaces(tx: Tx, today: string): Promise<ExamplePlaces> {
  const [office] = await tx.query<{ id: number }[]>(
    `insert into offices (slug, canton) values ($1, 'BL') returning id`,
    [SLUG],
  );
  if (!office) throw new Error('The example office was not created.');
  await tx.query(
    `insert into office_profiles (office_id, valid_from, name, address_lines, phone, phone_hours, email)
     values ($1, '2020-01-01', $2, $3, $4, $5, $6)`,
    [office.id, PROFILE.name, PROFILE.addressLines, PROFILE.phone, PROFILE.phoneHours, PROFILE.email],
  );
  const sites = [];
  for (const site of SITES) sites.push(await createSite(tx, office.id, site, today));
  return { officeId: office.id, sites };
}

async function createSite(
  tx: Tx,
  officeId: number,
  site: (typeof SITES)[number],
  today: string,
): Promise<ExamplePlaces['sites'][number]> {
  const [created] = await tx.query<{ id: number }[]>(
    `insert into sites (office_id, name, street, postcode, town, access_text, lift)
     values ($1, $2, $3, $4, $5, $6, $7) returning id`,
    [officeId, site.name, site.street, site.postcode, site.town, site.access, site.lift],
  );
  if (!created) throw new Error(`The site ${site.name} was not created.`);
  await tx.query(
    `insert into site_hours (site_id, weekday, opens, closes)
     select $1, weekday, hours.opens::time, hours.closes::time
       from generate_series(1, 5) weekday, (values ('08:00', '12:00'), ('13:00', '18:00')) hours (opens, closes)`,
    [created.id],
  );
  await closeOnHolidays(tx, created.id, today);
  const rooms: number[] = [];
  for (const room of site.rooms) {
    const [row] = await tx.query<{ id: number }[]>(
      `insert into rooms (site_id, name, floor, seats, step_free, video) values ($1, $2, $3, $4, $5, $6) returning id`,
      [created.id, room.name, room.floor, room.seats, room.stepFree, room.video],
    );
    if (row) rooms.push(row.id);
  }
  return { id: created.id, rooms };
}

async function closeOnHolidays(tx: Tx, siteId: number, today: string): Promise<void> {
  const thisYear = Number(today.slice(0, 4));
  for (const year of [thisYear - 1, thisYear, thisYear + 1]) {
    for (const { day, name } of publicHolidays('BL', year)) {
      await tx.query(
        `insert into site_closings (site_id, day, name, source) values ($1, $2, $3, 'holiday')`,
        [siteId, day, name],
      );
    }
    for (const half of HALF_DAYS) {
      await tx.query(
        `insert into site_closings (site_id, day, closes_from, closes_until, name) values ($1, $2, $3, $4, $5)`,
        [siteId, `${year}-${half.monthDay}`, half.from, half.until, half.name],
      );
    }
  }
}
