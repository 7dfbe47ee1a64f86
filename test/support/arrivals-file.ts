/** One invented person: name, birth date, language, municipality, and what is special. */
type Arrival = readonly [
  lastName: string,
  firstName: string,
  born: string,
  language: string,
  municipality: string,
  nationality: string,
  special?: Readonly<Partial<Record<(typeof HEADINGS)[number], string>>>,
];

const HEADINGS = [
  'Nachname',
  'Vorname',
  'Geburtsdatum',
  'E-Mail',
  'Sprache',
  'Telefon',
  'Gemeinde',
  'Zuzugsdatum',
  'Register-Nr',
  'Haushalt-Nr',
  'Strasse',
  'PLZ',
  'Ort',
  'Weitere Sprachen',
  'Ausweis',
  'Staatsangehörigkeit',
  'Rollstuhl',
  'Bemerkung',
] as const;

/** Forty invented people in twelve languages, as a municipality would list them. */
const ARRIVALS: readonly Arrival[] = [
  ['Al-Khatib', 'Layla', '14.03.1991', 'Arabisch', 'Liestal', 'Syrien', { 'Haushalt-Nr': 'H-1' }],
  [
    'Al-Khatib',
    'Omar',
    '02.11.1988',
    'Arabisch',
    'Liestal',
    'Syrien',
    { 'Haushalt-Nr': 'H-1', 'E-Mail': '' },
  ],
  [
    'Al-Khatib',
    'Nour',
    '21.06.2019',
    'Arabisch',
    'Liestal',
    'Syrien',
    { 'Haushalt-Nr': 'H-1', 'E-Mail': '' },
  ],
  ['Haddad', 'Yusuf', '09.09.1979', 'العربية', 'Pratteln', 'Irak', { 'Weitere Sprachen': 'Englisch' }],
  ['Mansour', 'Amina', '30.01.1996', 'ar', 'Allschwil', 'Marokko', { 'Weitere Sprachen': 'Französisch' }],
  ['Sivakumar', 'Kavitha', '12.12.1985', 'Tamil', 'Muttenz', 'Sri Lanka', { 'Haushalt-Nr': 'H-2' }],
  [
    'Sivakumar',
    'Ravi',
    '05.05.1982',
    'Tamil',
    'Muttenz',
    'Sri Lanka',
    { 'Haushalt-Nr': 'H-2', 'E-Mail': '' },
  ],
  ['Nadarajah', 'Selvi', '17.08.1958', 'தமிழ்', 'Reinach', 'Sri Lanka', { Rollstuhl: 'ja' }],
  ['Smith', 'Olivia', '23.02.1990', 'Englisch', 'Binningen', 'Vereinigtes Königreich'],
  ['Johnson', 'Marcus', '11.07.1984', 'English', 'Arlesheim', 'Vereinigte Staaten', { 'Haushalt-Nr': 'H-3' }],
  ['Johnson', 'Grace', '19.10.1986', 'English', 'Arlesheim', 'Vereinigte Staaten', { 'Haushalt-Nr': 'H-3' }],
  [
    'Patel',
    'Anika',
    '03.04.1993',
    'Englisch',
    'Therwil',
    'Indien',
    { Bemerkung: 'Arbeitet im Schichtbetrieb' },
  ],
  ['Okafor', 'Chidi', '28.02.1992', 'Englisch', 'Birsfelden', 'Nigeria'],
  ['Hoxha', 'Arben', '15.06.1987', 'Albanisch', 'Pratteln', 'Albanien'],
  ['Krasniqi', 'Vjosa', '08.08.1994', 'shqip', 'Frenkendorf', 'Kosovo', { 'Haushalt-Nr': 'H-4' }],
  ['Krasniqi', 'Driton', '01.12.1990', 'Albanisch', 'Frenkendorf', 'Kosovo', { 'Haushalt-Nr': 'H-4' }],
  ['García', 'Lucía', '26.05.1995', 'Spanisch', 'Münchenstein', 'Spanien'],
  ['Fernández', 'Mateo', '07.01.1989', 'español', 'Sissach', 'Kolumbien'],
  ['Quispe', 'Rosa', '13.09.1973', 'Spanisch', 'Gelterkinden', 'Peru', { 'E-Mail': '' }],
  ['Yılmaz', 'Elif', '20.03.1997', 'Türkisch', 'Pratteln', 'Türkei'],
  ['Demir', 'Kemal', '31.10.1981', 'Türkçe', 'Liestal', 'Türkei', { 'Weitere Sprachen': 'Kurdisch' }],
  ['Silva', 'João', '04.06.1983', 'Portugiesisch', 'Allschwil', 'Portugal', { 'Haushalt-Nr': 'H-5' }],
  ['Silva', 'Beatriz', '22.11.1985', 'Portugiesisch', 'Allschwil', 'Portugal', { 'Haushalt-Nr': 'H-5' }],
  ['Souza', 'Thiago', '16.02.1991', 'pt-BR', 'Oberwil', 'Brasilien'],
  ['Petrović', 'Milan', '27.07.1980', 'Serbisch', 'Birsfelden', 'Serbien'],
  ['Horvat', 'Ivana', '10.04.1992', 'Kroatisch', 'Reinach', 'Kroatien'],
  ['Hadžić', 'Emina', '06.03.1988', 'bosanski', 'Pratteln', 'Bosnien und Herzegowina'],
  ['Dubois', 'Camille', '18.09.1990', 'Französisch', 'Laufen', 'Frankreich'],
  ['Diallo', 'Mamadou', '24.12.1986', 'français', 'Muttenz', 'Senegal'],
  ['Nguema', 'Béatrice', '02.02.1977', 'Französisch', 'Liestal', 'Kamerun', { 'E-Mail': '' }],
  ['Ivanova', 'Olga', '29.08.1984', 'Russisch', 'Binningen', 'Kasachstan'],
  ['Sokolov', 'Dmitri', '12.05.1979', 'русский', 'Bottmingen', 'Georgien'],
  ['Rossi', 'Giulia', '09.11.1993', 'Italienisch', 'Allschwil', 'Italien'],
  ['Bianchi', 'Marco', '25.01.1987', 'italiano', 'Aesch', 'Italien', { 'Haushalt-Nr': 'H-6' }],
  [
    'Bianchi',
    'Sofia',
    '14.07.2011',
    'Italienisch',
    'Aesch',
    'Italien',
    { 'Haushalt-Nr': 'H-6', 'E-Mail': '' },
  ],
  ['Esposito', 'Anna', '03.03.1969', 'it', 'Pratteln', 'Italien'],
  ['Schmidt', 'Jonas', '19.06.1991', 'Deutsch', 'Binningen', 'Deutschland'],
  ['Huber', 'Magdalena', '05.10.1988', 'Deutsch', 'Oberwil', 'Österreich'],
  ['Conti', 'Luca', '21.04.1996', 'Deutsch', 'Reinach', 'Italien', { 'Weitere Sprachen': 'Italienisch' }],
  ['Ebrahimi', 'Parisa', '1990', 'Englisch', 'Ettingen', 'Iran', { Ausweis: 'L' }],
];

const DAY_MS = 86_400_000;

/**
 * A list of arrivals as a municipality sends it: `;`, Swiss dates, arrivals in the weeks before a day.
 * @param day local date `YYYY-MM-DD`; nobody arrives after it
 */
export function arrivalsFile(day: string): string {
  const lines = ARRIVALS.map((arrival, index) => {
    const row = rowOf(arrival, index, day);
    return HEADINGS.map((heading) => row[heading] ?? '').join(';');
  });
  return [HEADINGS.join(';'), ...lines, ''].join('\r\n');
}

function rowOf(arrival: Arrival, index: number, day: string): Readonly<Record<string, string>> {
  const [lastName, firstName, born, language, municipality, nationality, special] = arrival;
  return {
    Nachname: lastName,
    Vorname: firstName,
    Geburtsdatum: born,
    'E-Mail': `${plainLetters(firstName)}.${plainLetters(lastName)}@post.example`,
    Sprache: language,
    Telefon: `078 555 ${String(10 + index)} ${String(99 - index)}`,
    Gemeinde: municipality,
    Zuzugsdatum: swissDate(daysBefore(day, daysAgo(special?.['Haushalt-Nr'], index))),
    'Register-Nr': `Z-${String(index + 1).padStart(4, '0')}`,
    Strasse: `Beispielweg ${index + 1}`,
    PLZ: '4999',
    Ort: municipality,
    Ausweis: 'B',
    Staatsangehörigkeit: nationality,
    ...special,
  };
}

/** One household arrives on one day. */
function daysAgo(household: string | undefined, index: number): number {
  return household === undefined ? 3 + (index % 25) : 5 + Number(household.slice(2));
}

function daysBefore(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - days * DAY_MS).toISOString().slice(0, 10);
}

function swissDate(day: string): string {
  return day.split('-').reverse().join('.');
}

function plainLetters(name: string): string {
  return name
    .normalize('NFKD')
    .replaceAll('ı', 'i')
    .replaceAll(/[^A-Za-z]/g, '')
    .toLowerCase();
}
