import type { ReadingFacts } from '../../src/features/arrivals/fields/field.js';
import type { ArrivingHousehold } from '../../src/features/arrivals/rows/arriving-household.js';
import { readFile } from '../../src/features/arrivals/rows/read-file.js';

const facts: ReadingFacts = {
  today: '2027-01-11',
  canton: 'BL',
  languages: new Map([['deutsch', 'de']]),
  letterLanguages: ['de'],
  municipalities: [{ bfsNumber: 2829, name: 'Liestal', canton: 'BL' }],
};
/** The columns of these files. */
export const HEAD = 'Nachname;Vorname;Geburtsdatum;E-Mail;Sprache;Telefon;Gemeinde;Zuzugsdatum';
const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

interface Cells {
  readonly name?: string;
  readonly email?: string;
  readonly phone?: string;
}

/** A file with one row. */
export const textOf = ({ name = 'Muster', email = '', phone = '' }: Cells): string =>
  `${HEAD}\n${[name, 'Ana', '01.02.1990', email, 'Deutsch', phone, 'Liestal', '01.12.2026'].map(quoted).join(';')}\n`;

/** What a file with one row leads to: the household as it is saved, or why the row or the file is refused. */
export async function outcomeOf(
  bytes: Uint8Array,
): Promise<{ household?: ArrivingHousehold; refused?: string }> {
  try {
    const { households, errors } = await readFile(bytes, facts);
    const [line] = new TextDecoder().decode(households).split('\n');
    return errors[0]
      ? { refused: errors[0].code }
      : { household: JSON.parse(line ?? '') as ArrivingHousehold };
  } catch (error) {
    return { refused: (error as { code: string }).code };
  }
}

/** What one row with these cells leads to. */
export const cell = async (cells: Cells): ReturnType<typeof outcomeOf> =>
  outcomeOf(Buffer.from(textOf(cells)));
