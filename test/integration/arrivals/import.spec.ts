import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import iconv from 'iconv-lite';
import {
  type ArrivalImport,
  ArrivalImports,
  describeImport,
  ImportArrivals,
} from '../../../src/features/arrivals/index.js';
import { Audit } from '../../../src/features/audit/index.js';
import { HouseholdQueries, Households, UpdateHousehold } from '../../../src/features/households/index.js';
import { I18n } from '../../../src/platform/i18n/i18n.js';
import { startTestApp, type TestApp } from '../../support/app.js';
import { arrivalsFile } from '../../support/arrivals-file.js';
import { workbookOf } from '../../support/workbook.js';
import { anOffice, blMunicipalities } from '../../support/world.js';

const HEAD =
  'Nachname;Vorname;Geburtsdatum;E-Mail;Sprache;Telefon;Gemeinde;Zuzugsdatum;Register-Nr;Haushalt-Nr;Strasse;PLZ;Ort;Weitere Sprachen;Ausweis;Regime;Staatsangehörigkeit;Rollstuhl;Adresssperre;Anrede-Bedürfnis;Bemerkung';

/** A row of the file: what matters to the test, the rest is right. */
function row(cells: Readonly<Record<string, string>> = {}): string {
  const usual: Record<string, string> = {
    Nachname: 'Muster',
    Vorname: 'Anna',
    Geburtsdatum: '05.03.1990',
    'E-Mail': 'anna@example.org',
    Sprache: 'Arabisch',
    Telefon: '079 123 45 67',
    Gemeinde: 'Liestal',
    Zuzugsdatum: '04.01.2027',
  };
  return HEAD.split(';')
    .map((heading) => cells[heading] ?? usual[heading] ?? '')
    .join(';');
}

const file = (...rows: readonly string[]): string => [HEAD, ...rows].join('\n');

// each import starts a thread of its own, which takes its time on a busy machine
jest.setTimeout(60_000);

describe('importing arrivals', () => {
  let test: TestApp;
  let officeId: number;

  beforeAll(async () => {
    test = await startTestApp();
    await blMunicipalities(test.database);
  });

  beforeEach(async () => {
    officeId = await anOffice(test.database);
  });

  afterAll(() => test.close());

  const importFile = (content: string | Uint8Array, dryRun = false): Promise<ArrivalImport> =>
    test.app.get(ImportArrivals).run({
      officeId,
      actor: 'staff:1',
      fileName: 'zuzug.csv',
      bytes: typeof content === 'string' ? Buffer.from(content) : content,
      dryRun,
    });
  const households = async (): Promise<Awaited<ReturnType<Households['get']>>[]> => {
    const { rows } = await test.app.get(HouseholdQueries).inbox(officeId, {}, { limit: 100 });
    return Promise.all(rows.map(({ id }) => test.app.get(Households).get(officeId, id)));
  };
  const onlyHousehold = async (): Promise<Awaited<ReturnType<Households['get']>>> => {
    const [household, ...others] = await households();
    expect(others).toEqual([]);
    return household!;
  };

  it('notes that an address from the register is a consent, which no register gives again', async () => {
    const tellBy = async (channel: 'email' | 'letter', email?: string): Promise<void> => {
      const { id, version } = await onlyHousehold();
      const change = { channel, ...(email === undefined ? {} : { email }) };
      await test.app
        .get(UpdateHousehold)
        .run({ officeId, householdId: id, version, change, actor: 'staff:2' });
    };
    await importFile(file(row()));
    expect((await onlyHousehold()).emailConsent).toMatchObject({
      source: 'register',
      wording: 'register-1',
      language: 'de',
      notedBy: 'staff:1',
      withdrawnAt: null,
    });

    await tellBy('letter');
    await importFile(file(row({ 'E-Mail': '' })));
    await importFile(file(row({ 'E-Mail': 'anna.neu@example.org' })));
    expect(await onlyHousehold()).toMatchObject({
      channel: 'letter',
      emailConsent: { withdrawalNotedBy: 'staff:2' },
    });
  });

  it('notes no consent for whom it knows no address', async () => {
    await importFile(file(row({ 'E-Mail': '' })));

    expect(await onlyHousehold()).toMatchObject({ channel: 'letter', emailConsent: null });
  });

  describe('of the example list', () => {
    it('creates everybody in twelve languages, and the second time changes nothing', async () => {
      const content = arrivalsFile('2027-01-11');

      const first = await importFile(content);
      const before = await households();
      const second = await importFile(content);

      expect(first.result).toMatchObject({ rows: 40, created: 40, rejected: 0, errors: [], warnings: [] });
      expect(first.result.households).toEqual({ created: 33, updated: 0 });
      expect(first.result.decided).toEqual({ open: 31, written: 2, 'not-invited': 0 });
      expect(second.result).toMatchObject({ created: 0, updated: 0, unchanged: 40, rejected: 0 });
      expect(await households()).toEqual(before);
      const languages = new Set(before.map((household) => household.languages[0]?.language));
      expect([...languages].sort()).toEqual('ar,de,en,es,fr,it,pt,ru,sq,sr,ta,tr'.split(','));
      expect(before.filter((household) => household.stepFree)).toHaveLength(1);
      expect(before.filter((household) => household.channel === 'letter')).toHaveLength(2);
    });

    it('is the file that people find beside the program', () => {
      expect(readFileSync('data/arrivals-example.csv', 'utf8')).toBe(`\uFEFF${arrivalsFile('2026-11-20')}`);
    });

    it('shows the same numbers before and after saving', async () => {
      const preview = await importFile(arrivalsFile('2027-01-11'), true);
      expect(await households()).toEqual([]);

      const saved = await test.app.get(ImportArrivals).save(officeId, preview.id, 'staff:1');

      expect(saved.state).toBe('saved');
      expect(saved.result).toEqual(preview.result);
    });
  });

  describe('forms households', () => {
    it('from the rows of one number, with the adult who has an address as contact', async () => {
      await importFile(
        file(
          row({ Vorname: 'Kind', Geburtsdatum: '01.01.2020', 'Haushalt-Nr': '7', Telefon: '' }),
          row({ Vorname: 'Vater', 'E-Mail': '', 'Haushalt-Nr': '7', Sprache: 'Türkisch', Rollstuhl: 'x' }),
          row({
            Vorname: 'Mutter',
            'Haushalt-Nr': '7',
            'Weitere Sprachen': 'Englisch, Deutsch',
            Bemerkung: 'Hinweis',
          }),
          row({ Vorname: 'Fremd', 'Haushalt-Nr': '8' }),
        ),
      );

      const [family] = (await households()).filter((household) => household.persons.length > 1);
      expect(family?.persons.map((person) => [person.firstName, person.isContact])).toEqual([
        ['Mutter', true],
        ['Kind', false],
        ['Vater', false],
      ]);
      expect(family).toMatchObject({
        stepFree: true,
        channel: 'email',
        note: 'Hinweis',
        arrivedOn: '2027-01-04',
      });
      expect(family?.languages).toEqual([
        { language: 'ar', level: 3 },
        { language: 'en', level: 2 },
        { language: 'de', level: 2 },
        { language: 'tr', level: 2 },
      ]);
    });

    it('with target date, letter language and case number', async () => {
      await importFile(file(row({ Sprache: 'Tigrinya' }), row({ Vorname: 'Zoë', Sprache: 'Tamil' })));

      const [tigrinya, tamil] = await households();
      expect(tigrinya).toMatchObject({
        reference: '2027-000001',
        targetOn: '2027-04-04',
        letterLanguage: 'en',
      });
      expect(tamil).toMatchObject({ reference: '2027-000002', letterLanguage: 'ta' });
    });

    it('and a later row of the same number joins the household', async () => {
      await importFile(file(row({ 'Haushalt-Nr': '7' })));

      const second = await importFile(
        file(row({ 'Haushalt-Nr': '7' }), row({ Vorname: 'Baby', 'Haushalt-Nr': '7' })),
      );

      expect(second.result).toMatchObject({ created: 1, unchanged: 1, updated: 0 });
      expect((await onlyHousehold()).persons.map((person) => person.firstName)).toEqual(['Anna', 'Baby']);
    });

    it('and a person stays where they are when a file puts them elsewhere', async () => {
      await importFile(file(row({ 'Haushalt-Nr': '7', 'Register-Nr': 'R1' })));

      const second = await importFile(file(row({ 'Haushalt-Nr': '8', 'Register-Nr': 'R1' })));

      expect(second.result).toMatchObject({ created: 0, unchanged: 1 });
      expect(second.result.warnings).toEqual([{ line: 2, column: null, code: 'person-in-other-household' }]);
    });
  });

  describe('recognises people', () => {
    it('by register number, although the name has changed', async () => {
      await importFile(file(row({ 'Register-Nr': 'R1' })));

      const second = await importFile(
        file(row({ 'Register-Nr': 'R1', Nachname: 'Neu', Gemeinde: 'Pratteln' })),
      );

      expect(second.result).toMatchObject({ created: 0, updated: 1 });
      expect(await onlyHousehold()).toMatchObject({
        municipality: 'Pratteln',
        persons: [{ lastName: 'Neu' }],
        version: 2,
      });
    });

    it('by name and birth date whatever the accents, and keeps a register number that comes later', async () => {
      await importFile(file(row({ Nachname: 'Müller-Çelik' })));

      const second = await importFile(file(row({ Nachname: 'MULLER-CELIK', 'Register-Nr': 'R9' })));
      const third = await importFile(file(row({ Nachname: 'Ganz Anders', 'Register-Nr': 'R9' })));

      expect(second.result).toMatchObject({ created: 0, updated: 1 });
      expect(third.result).toMatchObject({ created: 0, updated: 1 });
      expect((await onlyHousehold()).persons).toMatchObject([
        { lastName: 'Ganz Anders', registerNumber: 'R9' },
      ]);
    });

    it('and warns of a namesake with the same birth date', async () => {
      await importFile(file(row({ 'Register-Nr': 'R1' })));

      const preview = await importFile(file(row({ 'Register-Nr': 'R2' })), true);
      const second = await importFile(file(row({ 'Register-Nr': 'R2' }), row({ 'Register-Nr': 'R3' })));

      expect(preview.result.warnings).toEqual([{ line: 2, column: null, code: 'possible-duplicate' }]);
      expect(second.result.warnings.map(({ line, code }) => [line, code])).toEqual([
        [2, 'possible-duplicate'],
        [3, 'possible-duplicate'],
      ]);
      expect(await households()).toHaveLength(3);
    });

    it('only within the office', async () => {
      await importFile(file(row({ 'Register-Nr': 'R1' })));
      officeId = await anOffice(test.database);

      expect((await importFile(file(row({ 'Register-Nr': 'R1' })))).result).toMatchObject({ created: 1 });
    });
  });

  describe('after staff have changed something', () => {
    const staffChange = async (change: Parameters<UpdateHousehold['run']>[0]['change']): Promise<void> => {
      const { id, version } = await onlyHousehold();
      await test.app
        .get(UpdateHousehold)
        .run({ officeId, householdId: id, version, change, actor: 'staff:1' });
    };

    it('leaves it when the same file comes again', async () => {
      const content = file(
        row({ Rollstuhl: 'nein', Bemerkung: 'aus dem Register', Staatsangehörigkeit: 'DE' }),
      );
      await importFile(content);
      await staffChange({
        languages: [{ language: 'tr', level: 3 }],
        letterLanguage: 'de',
        stepFree: true,
        note: 'am Telefon besprochen',
        channel: 'letter',
        state: { state: 'open', reason: '' },
      });
      const before = await onlyHousehold();

      const again = await importFile(content);

      expect(again.result).toMatchObject({ unchanged: 1, updated: 0 });
      expect(await onlyHousehold()).toEqual(before);
    });

    it('takes only what the register newly says', async () => {
      await importFile(file(row({ Bemerkung: 'erste' })));
      await staffChange({ languages: [{ language: 'tr', level: 3 }], note: 'besprochen' });

      await importFile(file(row({ Bemerkung: 'zweite', Strasse: 'Neuweg 1', Telefon: '079 999 99 99' })));

      const household = await onlyHousehold();
      expect(household).toMatchObject({ street: 'Neuweg 1', note: 'besprochen\nzweite' });
      expect(household.languages).toEqual([{ language: 'tr', level: 3 }]);
      expect(household.persons[0]?.phone).toBe('+41799999999');
    });

    it('an empty cell takes nothing away', async () => {
      await importFile(file(row({ Ausweis: 'B', Strasse: 'Weg 1', PLZ: '4410', Ort: 'Liestal' })));
      const before = await onlyHousehold();

      const again = await importFile(file(row({ 'E-Mail': '', Telefon: '', Sprache: '' })));

      expect(again.result).toMatchObject({ unchanged: 1 });
      expect(await onlyHousehold()).toEqual(before);
    });

    it('the first e-mail address opens that way', async () => {
      await importFile(file(row({ 'E-Mail': '' })));
      expect((await onlyHousehold()).channel).toBe('letter');

      await importFile(file(row()));

      expect((await onlyHousehold()).channel).toBe('email');
    });
  });

  describe('lets the policy of the office decide', () => {
    it('by nationality and permit', async () => {
      const cases = [
        ['Deutschland', 'B', 'written', 'nationality:DE'],
        ['Österreich', '', 'written', 'nationality:AT'],
        ['Eritrea', 'N', 'not-invited', 'permit:08'],
        ['Ukraine', 'S', 'not-invited', 'permit:09'],
        ['Deutschland', 'F', 'not-invited', 'permit:05'],
        ['Eritrea', 'B', 'open', null],
        ['', '', 'open', null],
      ] as const;
      const rows = cases.map(([nationality, permit], index) =>
        row({ Vorname: `Nummer ${index}`, Staatsangehörigkeit: nationality, Ausweis: permit }),
      );

      await importFile(file(...rows));

      const decided = (await households()).map(({ state, stateReason }) => [state, stateReason]);
      expect(decided).toEqual(cases.map(([, , state, reason]) => [state, reason]));
    });

    it('and one person to invite is enough', async () => {
      await importFile(
        file(
          row({ 'Haushalt-Nr': '1', Staatsangehörigkeit: 'Deutschland' }),
          row({ 'Haushalt-Nr': '1', Vorname: 'Rosa', Staatsangehörigkeit: 'Peru' }),
        ),
      );

      expect(await onlyHousehold()).toMatchObject({ state: 'open' });
    });

    it('again when the permit changes', async () => {
      await importFile(file(row({ Staatsangehörigkeit: 'Eritrea', Ausweis: 'N' })));

      await importFile(file(row({ Staatsangehörigkeit: 'Eritrea', Ausweis: 'B' })));

      expect(await onlyHousehold()).toMatchObject({ state: 'open', stateReason: null });
    });
  });

  describe('names each mistake with line, column and plain words', () => {
    it('for every kind of mistake in one list, and takes the only right row', async () => {
      const cases: readonly (readonly [string, string, string, Readonly<Record<string, string>>?])[] = [
        ['missing', 'Nachname', ''],
        ['missing', 'Vorname', ''],
        ['missing', 'Geburtsdatum', ''],
        ['missing', 'Gemeinde', ''],
        ['missing', 'Zuzugsdatum', ''],
        ['too-long', 'Nachname', 'x'.repeat(101)],
        ['control-characters', 'Vorname', 'An\u0007na'],
        ['hidden-characters', 'Nachname', 'Muster\u202Egnp'],
        ['too-many-marks', 'Nachname', `A${'\u0316'.repeat(12)}`],
        ['social-security-number', 'Bemerkung', 'AHV 756.9217.0769.85'],
        ['date-unreadable', 'Geburtsdatum', '5.3.90'],
        ['date-impossible', 'Geburtsdatum', '31.02.1990'],
        ['date-in-future', 'Zuzugsdatum', '12.01.2027'],
        ['date-too-old', 'Geburtsdatum', '01.01.1890'],
        ['arrival-before-birth', 'Zuzugsdatum', '04.01.2018', { Geburtsdatum: '05.01.2018' }],
        ['email-invalid', 'E-Mail', 'anna(at)example.ch'],
        ['email-several', 'E-Mail', 'a@example.ch,b@example.ch'],
        ['phone-invalid', 'Telefon', 'ruft an'],
        ['language-unknown', 'Sprache', 'Klingonisch'],
        ['language-unknown', 'Weitere Sprachen', 'Englisch, Elbisch'],
        ['municipality-unknown', 'Gemeinde', 'Atlantis'],
        ['postcode-invalid', 'PLZ', '79539'],
        ['number-invalid', 'Register-Nr', '<1>'],
        ['permit-unknown', 'Ausweis', 'X'],
        ['regime-unknown', 'Regime', 'vielleicht'],
        ['country-unknown', 'Staatsangehörigkeit', 'Atlantis'],
        ['yes-no-unknown', 'Rollstuhl', 'vielleicht'],
        ['control-characters', 'E-Mail', '"a@example.ch\r\nBcc: b@example.ch"'],
      ];
      const rows = cases.map(([, column, value, others = {}], index) =>
        row({ Vorname: `Nummer ${index}`, ...others, [column]: value }),
      );

      const imported = await importFile(file(row({ Vorname: 'Gut' }), ...rows));
      const { errors } = describeImport(imported, test.app.get(I18n).translator('de'));

      const message = expect.stringMatching(/^\p{Lu}.*\.$/u);
      expect(errors).toEqual(
        cases.map(([code, column], index) => ({ line: index + 3, column, code, message })),
      );
      expect(imported.result).toMatchObject({ rows: cases.length + 1, created: 1, rejected: cases.length });
      expect((await onlyHousehold()).persons).toMatchObject([{ firstName: 'Gut' }]);
    });

    it('municipality-ambiguous', async () => {
      await test.database.query(
        `insert into municipalities (bfs_number, name, canton) values (9001, 'Doppelt', 'BE'), (9002, 'Doppelt', 'ZH')`,
      );

      const { result } = await importFile(file(row({ Gemeinde: 'Doppelt' }), row({ Gemeinde: '9001' })));

      expect(result).toMatchObject({ created: 1, errors: [{ line: 2, code: 'municipality-ambiguous' }] });
    });

    it('the same person twice, and too many cells', async () => {
      const { result } = await importFile(
        file(
          row(),
          row({ Nachname: 'MUSTER' }),
          row({ Vorname: 'A', 'Register-Nr': 'R1' }),
          row({ Vorname: 'B', 'Register-Nr': 'R1' }),
          `${row({ Vorname: 'C' })};zu viel`,
        ),
      );

      expect(result.errors.map(({ line, code }) => [line, code])).toEqual([
        [3, 'person-twice'],
        [5, 'register-number-twice'],
        [6, 'too-many-cells'],
      ]);
      expect(result).toMatchObject({ rows: 5, created: 2, rejected: 3 });
    });

    it('warnings too: nothing to speak, nowhere to write, two municipalities', async () => {
      const { result } = await importFile(
        file(
          row({ Sprache: '' }),
          row({ Vorname: 'Ohne', 'E-Mail': '' }),
          row({ Vorname: 'Eins', 'Haushalt-Nr': '1' }),
          row({ Vorname: 'Zwei', 'Haushalt-Nr': '1', Gemeinde: 'Pratteln' }),
        ),
      );

      expect(result).toMatchObject({ created: 4, rejected: 0 });
      expect(result.warnings.map(({ line, code }) => [line, code])).toEqual([
        [2, 'language-missing'],
        [3, 'cannot-be-reached'],
        [5, 'household-differs'],
      ]);
    });
  });

  describe('keeps nothing that it must not keep', () => {
    it('drops forbidden and unknown columns before anything is stored', async () => {
      const content = [
        `${HEAD};AHV-Nr;Konfession;Schuhgrösse`,
        `${row()};756.9217.0769.85;reformiert;GEHEIM-42`,
      ].join('\n');

      const preview = await importFile(content, true);

      expect(preview.result.columns).toMatchObject({
        dropped: ['AHV-Nr', 'Konfession'],
        unknown: ['Schuhgrösse'],
      });
      const rows = await test.app.get(ArrivalImports).sample(officeId, preview.id, 10);
      const stored = JSON.stringify([preview.result, rows]);
      expect(stored).toContain('anna@example.org');
      expect(stored).not.toMatch(/756|reformiert|GEHEIM/);
    });

    it('forgets the rows and the wrong values once they are saved', async () => {
      const preview = await importFile(
        file(row(), row({ Vorname: 'Geheim', 'E-Mail': 'falsch(at)geheim.ch' })),
        true,
      );
      expect(preview.result.errors[0]?.value).toBe('falsch(at)geheim.ch');

      const saved = await test.app.get(ImportArrivals).save(officeId, preview.id, 'staff:1');

      const [kept] = await test.database.query<{ content: unknown; result: string }>(
        'select content, result::text as result from arrival_imports where id = $1',
        [saved.id],
      );
      expect(kept?.content).toBeNull();
      expect(kept?.result).not.toContain('geheim');
    });

    it('removes previews that nobody saved within a day', async () => {
      const preview = await importFile(file(row()), true);

      test.clock.moveTo(new Date('2027-01-12T09:00:00Z'));
      await importFile(file(row()), true);
      test.clock.moveTo(new Date('2027-01-11T08:00:00Z'));

      await expect(test.app.get(ArrivalImports).get(officeId, preview.id)).rejects.toMatchObject({
        code: 'arrivals-import-not-found',
      });
    });

    it('stores what looks like a formula as the text that it is', async () => {
      await importFile(file(row({ Nachname: '=HYPERLINK("x")', Strasse: '+1+1', Bemerkung: '@SUM(A1)' })));

      expect(await onlyHousehold()).toMatchObject({
        street: '+1+1',
        note: '@SUM(A1)',
        persons: [{ lastName: '=HYPERLINK("x")' }],
      });
    });
  });

  describe('reads', () => {
    it('a workbook with the same headings', async () => {
      const { result } = await importFile(
        workbookOf([
          [
            'Vorname',
            'NACHNAME',
            'Geburts datum',
            'e-mail',
            'Sprache',
            'Telefon',
            'Gemeinde',
            'Zuzugsdatum',
            'Rollstuhl',
          ],
          [
            'Zoë',
            'Müller',
            { day: 32937 },
            'zoe@example.org',
            'Tamil',
            { number: '791234567' },
            { number: '2829' },
            { day: 46391 },
            'ja',
          ],
        ]),
      );

      expect(result).toMatchObject({ encoding: 'xlsx', separator: null, created: 1 });
      expect(await onlyHousehold()).toMatchObject({
        municipality: 'Liestal',
        arrivedOn: '2027-01-04',
        stepFree: true,
        persons: [{ firstName: 'Zoë', lastName: 'Müller', born: '1990-03-05', phone: '+41791234567' }],
      });
    });

    it.each([
      ['windows-1252', iconv.encode(file(row({ Nachname: 'Müller', Vorname: 'Zoë' })), 'windows-1252')],
      [
        'utf-16le',
        iconv.encode(file(row({ Nachname: 'Müller', Vorname: 'Zoë' })), 'utf-16le', { addBOM: true }),
      ],
      ['utf-8-bom', Buffer.from(`\uFEFF${file(row({ Nachname: 'Müller', Vorname: 'Zoë' }))}`)],
    ])('%s', async (encoding, bytes) => {
      const { result } = await importFile(bytes);

      expect(result).toMatchObject({ encoding, separator: ';', created: 1 });
      expect((await onlyHousehold()).persons).toMatchObject([{ firstName: 'Zoë', lastName: 'Müller' }]);
    });

    it('nothing of a file that is no list of arrivals', async () => {
      await expect(importFile('a;b;c\n1;2;3')).rejects.toMatchObject({
        code: 'arrivals-columns-missing',
        kind: 'invalid',
        data: { columns: 'Nachname, Vorname, Geburtsdatum, Sprache, Gemeinde, Zuzugsdatum' },
      });
      await expect(importFile(Buffer.alloc(10_000_001, 'a'))).rejects.toMatchObject({
        code: 'arrivals-file-too-large',
      });
    });

    it('a workbook that would fill the memory only until its thread ends', async () => {
      const corner = '<row r="99999"><c r="ZZ99999"><v>1</v></c></row>';

      await expect(importFile(workbookOf([['Nachname']], corner))).rejects.toMatchObject({
        code: 'arrivals-file-too-demanding',
      });
      expect((await importFile(file(row()))).result.created).toBe(1);
    });
  });

  describe('of two at once', () => {
    it('lets one wait for the other, so that everybody is there once', async () => {
      const content = arrivalsFile('2027-01-11');

      const results = await Promise.all([importFile(content), importFile(content), importFile(content)]);

      expect(results.map(({ result }) => result.created).sort((a, b) => a - b)).toEqual([0, 0, 40]);
      expect(await households()).toHaveLength(33);
    });

    it('of one preview saves it once', async () => {
      const preview = await importFile(arrivalsFile('2027-01-11'), true);
      const save = (): Promise<ArrivalImport> =>
        test.app.get(ImportArrivals).save(officeId, preview.id, 'staff:1');

      const saved = await Promise.all([save(), save(), save()]);

      expect(saved.map(({ result }) => result.created)).toEqual([40, 40, 40]);
      expect(await households()).toHaveLength(33);
      const entries = await test.app.get(Audit).list(officeId, { subjectKind: 'arrival-import', limit: 10 });
      expect(entries).toHaveLength(1);
      expect(entries[0]).toMatchObject({
        action: 'arrivals-imported',
        subjectId: preview.id,
        detail: { created: 40 },
      });
    });
  });
});
