import { DomainError } from '../../../platform/errors/domain-error.js';

/** What the product keeps of a row. */
export const fields = [
  'lastName',
  'firstName',
  'born',
  'email',
  'language',
  'phone',
  'municipality',
  'arrivedOn',
  'registerNumber',
  'householdNumber',
  'street',
  'postcode',
  'town',
  'otherLanguages',
  'permit',
  'regime',
  'nationality',
  'origin',
  'interpreterWish',
  'wheelchair',
  'addressLock',
  'note',
] as const;

export type Field = (typeof fields)[number];

/** Spellings of each heading in the form of {@link letters}; the first is the one of the format. */
const SPELLINGS: Readonly<Record<Field, readonly string[]>> = {
  lastName: ['nachname', 'name', 'familienname', 'amtlichername'],
  firstName: ['vorname', 'vornamen'],
  born: ['geburtsdatum', 'gebdatum', 'geboren', 'geborenam', 'geburtstag'],
  email: ['email', 'emailadresse', 'mail', 'mailadresse'],
  language: ['sprache', 'muttersprache', 'korrespondenzsprache', 'hauptsprache'],
  phone: ['telefon', 'telefonnummer', 'telefonnr', 'tel', 'mobile', 'mobil', 'handy', 'natel'],
  municipality: ['gemeinde', 'wohngemeinde', 'wohnsitzgemeinde', 'bfsnr', 'bfsnummer', 'gemeindenummer'],
  arrivedOn: ['zuzugsdatum', 'zuzug', 'zuzugam', 'einreisedatum'],
  registerNumber: ['registernr', 'registernummer', 'personennummer', 'personennr'],
  householdNumber: ['haushaltnr', 'haushaltsnr', 'haushaltnummer', 'haushaltsnummer'],
  street: ['strasse', 'adresse', 'strassenr', 'strasseundnummer'],
  postcode: ['plz', 'postleitzahl'],
  town: ['ort', 'ortschaft', 'wohnort'],
  otherLanguages: ['weiteresprachen', 'anderesprachen', 'fremdsprachen'],
  permit: ['ausweis', 'bewilligung', 'aufenthaltsbewilligung', 'auslanderausweis'],
  regime: ['regime', 'rechtsgrundlage'],
  nationality: ['staatsangehorigkeit', 'nationalitat', 'heimatstaat'],
  origin: ['herkunft', 'herkunftsland', 'zuzugaus', 'zugezogenvon'],
  interpreterWish: ['anredebedurfnis', 'anrede'],
  wheelchair: ['rollstuhl', 'rollstuhlgangig', 'barrierefrei'],
  addressLock: ['adresssperre', 'adressperre', 'datensperre'],
  note: ['bemerkung', 'bemerkungen', 'notiz'],
};

/** Without them nobody can be recognised or invited. */
export const requiredFields: readonly Field[] = [
  'lastName',
  'firstName',
  'born',
  'language',
  'municipality',
  'arrivedOn',
];

/** What the product must not keep: religion and the social security number. */
const FORBIDDEN = /religion|konfession|glaube|kirche|ahv|sozialversicherung|navs|^svnr|^svnummer/;

/** The columns of a file: what is read, what nobody knows, and what is dropped because it must not be kept. */
export interface Columns {
  readonly mapped: readonly { readonly field: Field; readonly heading: string; readonly index: number }[];
  readonly unknown: readonly string[];
  readonly dropped: readonly string[];
  /** How many cells the first row has. */
  readonly width: number;
}

/** How many cells are headings of the format. */
export function knownHeadings(cells: readonly string[]): number {
  return cells.filter((cell) => fieldOf(cell) !== undefined).length;
}

/** Reads the first row. Throws `arrivals-columns-missing` and `arrivals-column-twice` with the headings. */
export function readHeadings(cells: readonly string[]): Columns {
  const headings = cells.map((cell, index) => ({ heading: shown(cell), index, field: fieldOf(cell) }));
  const mapped = headings.flatMap(({ field, heading, index }) => (field ? [{ field, heading, index }] : []));
  const missing = requiredFields.filter((field) => !mapped.some((column) => column.field === field));
  if (missing.length > 0) throw refusal('columns-missing', missing.map(headingOf));
  const twice = mapped.filter((column) =>
    mapped.some((o) => o.field === column.field && o.index < column.index),
  );
  if (twice.length > 0)
    throw refusal(
      'column-twice',
      twice.map((column) => column.heading),
    );
  const others = headings.filter(({ field, heading }) => field === undefined && heading !== '');
  const isForbidden = (heading: string): boolean => FORBIDDEN.test(letters(heading));
  return {
    mapped,
    unknown: others.map(({ heading }) => heading).filter((heading) => !isForbidden(heading)),
    dropped: others.map(({ heading }) => heading).filter(isForbidden),
    width: cells.length,
  };
}

/** The heading of the format, such as `Haushalt-Nr`. */
export function headingOf(field: Field): string {
  return HEADINGS[field];
}

const HEADINGS: Readonly<Record<Field, string>> = {
  lastName: 'Nachname',
  firstName: 'Vorname',
  born: 'Geburtsdatum',
  email: 'E-Mail',
  language: 'Sprache',
  phone: 'Telefon',
  municipality: 'Gemeinde',
  arrivedOn: 'Zuzugsdatum',
  registerNumber: 'Register-Nr',
  householdNumber: 'Haushalt-Nr',
  street: 'Strasse',
  postcode: 'PLZ',
  town: 'Ort',
  otherLanguages: 'Weitere Sprachen',
  permit: 'Ausweis',
  regime: 'Regime',
  nationality: 'Staatsangehörigkeit',
  origin: 'Herkunft',
  interpreterWish: 'Anrede-Bedürfnis',
  wheelchair: 'Rollstuhl',
  addressLock: 'Adresssperre',
  note: 'Bemerkung',
};

function fieldOf(heading: string): Field | undefined {
  const wanted = letters(heading);
  return fields.find((field) => SPELLINGS[field].includes(wanted));
}

/** Letters and digits only, without accents: `E-Mail ` → `email`, `Strasse/Nr.` → `strassenr`. */
function letters(heading: string): string {
  return heading
    .slice(0, 100)
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll(/[^a-z\d]/g, '');
}

/** A heading as it is shown back: short and without anything invisible. */
function shown(heading: string): string {
  return heading
    .replaceAll(/[\p{C}\s]+/gu, ' ')
    .trim()
    .slice(0, 60);
}

function refusal(code: string, columns: readonly string[]): DomainError {
  return new DomainError(`arrivals-${code}`, 'invalid', { columns: columns.join(', ') });
}
