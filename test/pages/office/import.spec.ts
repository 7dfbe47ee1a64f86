import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { type CheerioAPI, load } from 'cheerio';
import { startTestApp, type TestApp } from '../../support/app.js';
import { arrivalsFile } from '../../support/arrivals-file.js';
import { anOffice, aStaffUser, signedIn, type StaffBrowser } from '../../support/office.js';
import { workbookOf } from '../../support/workbook.js';
import { blMunicipalities } from '../../support/world.js';

const HEAD = 'Nachname;Vorname;Geburtsdatum;E-Mail;Sprache;Telefon;Gemeinde;Zuzugsdatum';
const GOOD = 'Müller;Zoë;05.03.1990;zoe@example.org;Tamil;;Liestal;04.01.2027';
const BAD = 'Muster;<b>Bo</b>;31.02.1990;;Klingonisch;;Liestal;04.01.2027';

// each import starts a thread of its own, which takes its time on a busy machine
jest.setTimeout(60_000);

describe('the import page', () => {
  let test: TestApp;
  let browser: StaffBrowser;

  beforeAll(async () => {
    test = await startTestApp();
    const officeId = await anOffice(test);
    await blMunicipalities(test.database);
    await aStaffUser(test, officeId);
    await aStaffUser(test, officeId, { email: 'report@example.ch', role: 'reporting' });
    const other = await anOffice(test, 'other');
    await aStaffUser(test, other, { email: 'other@example.ch' });
  });

  beforeEach(async () => {
    await test.database.query('delete from households');
    await test.database.query('delete from arrival_imports');
    browser = await signedIn(test);
  });

  afterAll(() => test.close());

  const csv = (...rows: readonly string[]): File => new File([[HEAD, ...rows].join('\n')], 'Zuzüge März.csv');
  const preview = async (file: File): Promise<{ path: string; $: CheerioAPI }> => {
    const answer = await browser.upload('/office/import', file);
    expect(answer.status).toBe(303);
    const path = answer.headers.get('location') ?? '';
    return { path, $: load(await browser.page(path)) };
  };
  const counts = ($: CheerioAPI): Record<string, string> =>
    Object.fromEntries(
      $('.counts > div')
        .toArray()
        .map((each) => [$(each).find('dt').text(), $(each).find('dd').text()]),
    );
  const householdCount = async (): Promise<number> => {
    const [row] = await test.database.query<{ count: number }>(
      'select count(*)::int as count from households',
    );
    return row?.count ?? 0;
  };

  it('asks for a file and says which columns it needs', async () => {
    const page = await browser.page('/office/import');
    const $ = load(page);

    expect($('nav [aria-current]').text()).toContain('Import');
    expect($('details').text()).toContain('Nachname, Vorname, Geburtsdatum, Sprache, Gemeinde, Zuzugsdatum');
    expect($('main').text()).toContain('Noch kein Import.');
  });

  it('shows what is in a file and saves nothing yet', async () => {
    const { $ } = await preview(csv(GOOD, BAD));

    expect($('h1').text()).toBe('Vorschau');
    expect($('.page-head').text()).toContain('Zuzüge März.csv');
    expect(counts($)).toMatchObject({ Zeilen: '2', Neu: '1', 'Mit Fehlern': '1' });
    expect($('.facts').text()).toContain('UTF-8');
    expect($('.facts').text()).toContain('Strichpunkt');
    expect(await householdCount()).toBe(0);
  });

  it('names every wrong cell by line and column, with what stands there', async () => {
    const { $ } = await preview(csv(GOOD, BAD));

    const rows = $('section:contains("Zeilen mit Fehlern") tbody tr')
      .toArray()
      .map((row) =>
        $(row)
          .children()
          .toArray()
          .map((cell) => $(cell).text()),
      );
    expect(rows).toEqual([
      ['3', 'Geburtsdatum', '31.02.1990', 'Dieses Datum gibt es nicht.'],
      ['3', 'Sprache', 'Klingonisch', expect.stringContaining('Diese Sprache kennt das System nicht.')],
    ]);
    expect($('button.button-primary').text()).toBe('Nur gültige übernehmen');
  });

  it('names columns that are unknown and those that must not be kept', async () => {
    const { $ } = await preview(new File([`${HEAD};AHV-Nr;Farbe\n${GOOD};756.9217.0769.85;rot`], 'x.csv'));

    expect($('.facts').text()).toMatch(/Unbekannte Spalten.*Farbe/);
    expect($('.facts').text()).toMatch(/Verworfene Spalten.*AHV-Nr/);
    expect($('main').text()).not.toContain('756');
  });

  it('shows the first households as they were read', async () => {
    const { $ } = await preview(csv(GOOD, BAD.replace('Bo', 'Bo')));

    const first = $('section:contains("Die ersten Haushalte") tbody tr').first().text();
    expect(first).toContain('Zoë Müller');
    expect(first).toContain('Tamil');
    expect(first).toContain('Liestal');
    expect(first).toContain('04.01.2027');
    expect($('b')).toHaveLength(0);
  });

  it('takes the valid rows on the second click, once, and then says what came of it', async () => {
    const { path } = await preview(csv(GOOD, BAD));

    const answer = await browser.post(path, {});
    await browser.post(path, {});
    const $ = load(await browser.page(answer.headers.get('location') ?? ''));

    expect(await householdCount()).toBe(1);
    expect($('[role=status]').text()).toContain('Der Import ist gespeichert.');
    expect($('h1').text()).toMatch(/^Import vom \d\d\.\d\d\.\d{4} \d\d:\d\d$/);
    expect(counts($)).toMatchObject({ Neu: '1', 'Mit Fehlern': '1', 'Neue Haushalte zum Einladen': '1' });
    expect($('main').text()).not.toContain('Klingonisch');
    expect(load(await browser.page('/office/import'))('tbody').text()).toContain('Zuzüge März.csv');
    expect(load(await browser.page('/office/inbox'))('tbody').text()).toContain('Zoë Müller');
  });

  it('leads to households that say in words why they are not invited', async () => {
    const HEADS = `${HEAD};Ausweis;Staatsangehörigkeit`;
    const rows = [`${GOOD};B;Deutschland`, `${GOOD.replace('Zoë', 'Abel')};N;Eritrea`];
    const { path } = await preview(new File([[HEADS, ...rows].join('\n')], 'x.csv'));
    await browser.post(path, {});

    const [german, eritrean] = await test.database.query<{ id: number }>(
      'select id from households order by id',
    );

    expect(await browser.page(`/office/households/${german?.id}`)).toContain(
      'Nur schriftlich informieren: Staatsangehörigkeit Deutschland',
    );
    expect(await browser.page(`/office/households/${eritrean?.id}`)).toContain('Nicht einladen: Ausweis N.');
  });

  it('has nothing to take from a file that came before', async () => {
    const list = new File([arrivalsFile('2027-01-11')], 'liste.csv');
    const { path } = await preview(list);
    await browser.post(path, {});

    const { $ } = await preview(list);

    expect(counts($)).toMatchObject({ Neu: '0', Geändert: '0', Unverändert: '40' });
    expect($('main').text()).toContain('In dieser Datei ist nichts Neues.');
    expect($('main form button').text()).toBe('Verwerfen');
  });

  it('forgets a preview that is discarded', async () => {
    const { path } = await preview(csv(GOOD));

    const answer = await browser.post(`${path}/discard`, {});

    expect(answer.headers.get('location')).toBe('/office/import');
    expect((await browser.get(path)).status).toBe(404);
  });

  it('gives the errors as a table that no spreadsheet takes for formulas', async () => {
    const { path } = await preview(csv(GOOD, '=1+1;Bo;=cmd;;de;;Liestal;04.01.2027'));

    const answer = await browser.get(`${path}/errors.csv`);

    expect(answer.headers.get('content-disposition')).toContain('attachment');
    expect(await answer.text()).toContain('"3";"Geburtsdatum";"\'=cmd";"Das ist kein Datum.');
  });

  it.each([
    ['no file', undefined, 'Bitte wählen Sie eine Datei.'],
    ['an empty file', new File([], 'leer.csv'), 'Die Datei ist leer.'],
    ['a picture', new File([new Uint8Array([0x89, 0x50, 0x4e, 0x47])], 'bild.csv'), 'Das ist keine Tabelle.'],
    [
      'a list without its columns',
      new File(['Nachname;Vorname\na;b'], 'x.csv'),
      'Es fehlen: Geburtsdatum, Sprache',
    ],
    ['a broken quote', new File([`${HEAD}\n"a;b`], 'x.csv'), 'Die Datei ist beschädigt'],
    [
      'a workbook that is none',
      new File([new Uint8Array(workbookOf([['a']]).subarray(0, 300))], 'x.xlsx'),
      'beschädigt',
    ],
    [
      'a file that is too large',
      new File(['a'.repeat(10_000_001)], 'x.csv'),
      'Die Datei ist grösser als 10 MB.',
    ],
  ])('says what is wrong with %s', async (_, file, words) => {
    const answer = await browser.upload('/office/import', file);
    const page = await answer.text();
    const $ = load(page);

    expect(answer.status).toBe(422);
    expect($('.error-summary a').attr('href')).toBe('#file');
    expect($('#file-error').text()).toContain(words);
    expect($('title').text()).toContain('Fehler: Import');
  });

  it('refuses a file without the token of the session, and one that is far too large', async () => {
    const without = await browser.postRaw('/office/import', {});
    const large = await browser.upload('/office/import', new File(['a'.repeat(12_500_000)], 'x.csv'));

    expect([without.status, large.status]).toEqual([403, 413]);
  });

  it('is closed to roles without planning and to other offices', async () => {
    const { path } = await preview(csv(GOOD));
    const reporting = await signedIn(test, 'report@example.ch');
    const stranger = await signedIn(test, 'other@example.ch');

    expect((await reporting.get('/office/import')).status).toBe(403);
    expect((await stranger.get(path)).status).toBe(404);
    expect((await stranger.post(path, {})).status).toBe(404);
    expect(await householdCount()).toBe(0);
  });
});
