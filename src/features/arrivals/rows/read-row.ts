import { cleanLine, cleanLines } from '../fields/clean-text.js';
import { readArrivalDate, readBirthDate } from '../fields/dates.js';
import { readEmail } from '../fields/email.js';
import type { ErrorCode, Read, ReadingFacts } from '../fields/field.js';
import { readInterpreterWish } from '../fields/interpreter-wish.js';
import { readLanguage, readLanguages } from '../fields/language.js';
import { readMunicipality } from '../fields/municipality.js';
import { readName } from '../fields/name.js';
import { readNationality } from '../fields/nationality.js';
import { readPermit, readRegime } from '../fields/permit.js';
import { readPhone } from '../fields/phone.js';
import { readPostcode } from '../fields/postcode.js';
import { readRegisterNumber } from '../fields/register-number.js';
import { readYesNo } from '../fields/yes-no.js';
import type { SheetRow } from '../file/sheet.js';
import type { ArrivalRow, RowError } from './arrival-row.js';
import type { Columns, Field } from './headings.js';

const MOST_OF_NAME = 100;
const MOST_OF_LINE = 200;
const MOST_OF_NOTE = 1000;
const SHOWN_OF_VALUE = 60;

/** A row and everything that is wrong with it; without errors it is complete. */
export interface ReadRow {
  readonly row: ArrivalRow | undefined;
  readonly errors: readonly RowError[];
}

/** Understands one row by the columns of the file. */
export function readRow(sheetRow: SheetRow, columns: Columns, facts: ReadingFacts): ReadRow {
  const cells = new Cells(sheetRow, columns);
  const row = arrivalRow(sheetRow.line, cells, facts);
  cells.refuseTooMany();
  if (row.born !== null && row.born > row.arrivedOn.slice(0, row.born.length) && cells.errors.length === 0) {
    cells.refuse('arrivedOn', 'arrival-before-birth');
  }
  return { row: cells.errors.length === 0 ? row : undefined, errors: cells.errors };
}

function arrivalRow(line: number, cells: Cells, facts: ReadingFacts): ArrivalRow {
  const text = (value: string): Read<string> => ({ value });
  const permit = cells.read('permit', { permit: null, regime: null }, readPermit);
  const wish = cells.read('interpreterWish', { gender: null, words: '' }, readInterpreterWish);
  const registerNumber = cells.read('registerNumber', null, readRegisterNumber);
  return {
    line,
    lastName: cells.read('lastName', '', readName, MOST_OF_NAME),
    firstName: cells.read('firstName', '', readName, MOST_OF_NAME),
    born: cells.read('born', null, (value) => readKnownBirth(value, registerNumber, facts)),
    email: cells.read('email', null, readEmail, MOST_OF_LINE + MOST_OF_NAME),
    phone: cells.read('phone', null, readPhone),
    language: cells.read('language', null, (value) => readLanguage(value, facts)),
    otherLanguages: cells.read('otherLanguages', [], (value) => readLanguages(value, facts)),
    municipalityBfs: cells.read('municipality', 0, (value) => readMunicipality(value, facts)),
    arrivedOn: cells.read('arrivedOn', '', (value) => readArrivalDate(value, facts)),
    registerNumber,
    householdNumber: cells.read('householdNumber', null, readRegisterNumber),
    street: cells.read('street', '', text),
    postcode: cells.read('postcode', '', readPostcode),
    town: cells.read('town', '', text),
    permit: permit.permit,
    regime: cells.read('regime', null, readRegime) ?? permit.regime,
    nationality: cells.read('nationality', null, readNationality),
    origin: cells.read('origin', '', text) || null,
    interpreterGender: wish.gender,
    stepFree: cells.read('wheelchair', null, readYesNo),
    addressLock: cells.read('addressLock', null, readYesNo),
    note: [cells.note(), wish.words].filter((part) => part !== '').join('\n'),
  };
}

/** Who has no register number is recognised by name and birth date, so there it must be known. */
function readKnownBirth(
  text: string,
  registerNumber: string | null,
  facts: ReadingFacts,
): Read<string | null> {
  return text === '' && registerNumber === null ? { error: 'missing' } : readBirthDate(text, facts);
}

/** The cells of one row by their field, and what is wrong with them. */
class Cells {
  readonly errors: RowError[] = [];

  constructor(
    private readonly row: SheetRow,
    private readonly columns: Columns,
  ) {}

  /** The value of a cell, or `otherwise` after noting what is wrong. */
  read<T>(field: Field, otherwise: T, read: (text: string) => Read<T>, most = MOST_OF_LINE): T {
    const clean = cleanLine(this.textOf(field), most);
    return this.valueOf(field, 'error' in clean ? clean : read(clean.value), otherwise);
  }

  note(): string {
    return this.valueOf('note', cleanLines(this.textOf('note'), MOST_OF_NOTE), '');
  }

  refuse(field: Field | null, code: ErrorCode): void {
    const column = this.columns.mapped.find((each) => each.field === field)?.heading ?? null;
    const value = field === null || code === 'social-security-number' ? '' : shown(this.textOf(field));
    this.errors.push({ line: this.row.line, column, code, ...(value === '' ? {} : { value }) });
  }

  /** A separator inside a cell without quotes moves everything behind it. */
  refuseTooMany(): void {
    if (this.row.cells.slice(this.columns.width).some((cell) => cell.trim() !== ''))
      this.refuse(null, 'too-many-cells');
  }

  private valueOf<T>(field: Field, read: Read<T>, otherwise: T): T {
    if ('value' in read) return read.value;
    this.refuse(field, read.error);
    return otherwise;
  }

  private textOf(field: Field): string {
    const column = this.columns.mapped.find((each) => each.field === field);
    return column === undefined ? '' : (this.row.cells[column.index] ?? '');
  }
}

function shown(text: string): string {
  const visible = text.slice(0, SHOWN_OF_VALUE).replaceAll(/\p{C}/gu, '\uFFFD');
  return text.length > SHOWN_OF_VALUE ? `${visible}…` : visible;
}
