import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { load } from 'cheerio';
import { startTestApp, type TestApp } from '../../support/app.js';
import { aTalkToInterpret } from '../../support/offers.js';
import { aStaffUser, signedIn, type StaffBrowser } from '../../support/office.js';
import { aTariff, paidBy } from '../../support/tariffs.js';
import { aSmallWorld, type SmallWorld } from '../../support/world.js';

describe('the tariffs of the office', () => {
  let test: TestApp;
  let world: SmallWorld;

  beforeAll(async () => {
    test = await startTestApp();
    world = await aSmallWorld(test.database);
    await aStaffUser(test, world.officeId);
    await aStaffUser(test, world.officeId, { email: 'report@example.ch', role: 'reporting' });
    await paidBy(test.database, world.interpreterId, { validUntil: '2027-12-31' });
  });
  afterAll(() => test.close());

  const page = async (): Promise<ReturnType<typeof load>> =>
    load(await (await signedIn(test)).page('/office/tariffs'));
  const plain = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

  it('are shown with their rules', async () => {
    const $ = await page();
    const facts = $('#kosten-2020-01-01 .facts > div')
      .toArray()
      .map((fact) => [$(fact).find('dt').text(), $(fact).find('dd').text()]);

    expect(plain($('#kosten-2020-01-01 h2').text())).toBe(
      'Erste Stunde ganz gültig vom 01.01.2020 bis 31.12.2027',
    );
    expect(facts).toEqual([
      ['Vor Ort', 'CHF 105.00 je Stunde, mindestens 60 Min., aufgerundet auf 15 Min.'],
      ['Telefon', 'CHF 40.00 bis 15 Min., dann CHF 2.00 je Minute'],
      ['Die Zeit zählt', 'ab dem vereinbarten Beginn'],
      ['Nicht gebrauchte Zeit', '50 %'],
      ['Warten zwischen zwei Gesprächen', 'wie Einsatzzeit'],
      ['Weg', 'CHF 37.50'],
      ['Zweiter Weg', 'ab 30 Min. Wartezeit'],
      [
        'Absage',
        'weniger als 24 Std. vorher, ohne Wochenenden, ohne Feiertage: 60 Min. ganz + 50 % der übrigen Zeit',
      ],
      ['Verschieben', 'wie eine Absage'],
    ]);
  });

  it('are shown with an example', async () => {
    const section = (await page())('#kosten-2020-01-01');

    expect(plain(section.text())).toContain('Beispiel: Di 19.1., 09:00–10:45, zwei Gespräche von 45 Minuten');
    expect(plain(section.find('.cost-table').text())).toBe(
      'WasBetragEinsatzzeit 105 Min. × CHF 105.00 je StundeCHF 183.75WegpauschaleCHF 37.50TotalCHF 221.25',
    );
    expect(plain(section.text())).toContain(
      'Absage: bis Mo 18.1., 09:00: CHF 0.00; bis zum Beginn: CHF 144.38',
    );
  });

  it('are shown by other rules too', async () => {
    const { rules } = aTariff;
    await paidBy(test.database, world.interpreterId, {
      validFrom: '2028-01-01',
      rules: {
        ...rules,
        visitFlat: 37_00,
        countsFromAgreedStart: false,
        waiting: 'unused',
        travel: { kind: 'zones', zones: [{ places: ['A', 'B'], amount: 25_00 }], elsewhere: null },
        express: { unless: { kind: 'never' }, flat: 40_00, percent: 50 },
        surcharges: [
          {
            name: 'sunday-or-holiday',
            hours: [{ days: [7, 'holiday'], from: '00:00', until: '24:00' }],
            percent: 0,
            hourly: 12_00,
          },
        ],
        cancellation: [
          {
            unless: { kind: 'working-days', days: 2, until: '12:00' },
            fullMinutes: 0,
            restPercent: 100,
            flat: true,
            travel: true,
          },
        ],
        postponement: 'free',
        totalStep: 5,
      },
    });

    const facts = plain((await page())('#kosten-2028-01-01 .facts').text());

    expect(facts).toContain('A, B: CHF 25.00sonst: ?');
    expect(facts).toContain('immer: + CHF 40.00 + 50 %');
    expect(facts).toContain('Sonn- und Feiertag (Sonntag, Feiertag 00:00–24:00): + CHF 12.00 je Stunde');
    expect(facts).toContain('später als 2 Arbeitstage vorher um 12:00: 100 % der Zeit + Pauschale + Weg');
    expect(facts).toContain('kostet nichts');
    expect(facts).toContain('auf 5 Rappen');
  });

  const CREATE = '/office/settings/tariffs/new';

  describe('entered by an administrator', () => {
    let administrator: StaffBrowser;
    beforeAll(async () => {
      await aStaffUser(test, world.officeId, { email: 'admin@example.ch', role: 'administrator' });
      administrator = await signedIn(test, 'admin@example.ch');
    });

    /** The form as a browser would send it. */
    async function filled(path: string): Promise<Record<string, string>> {
      const $ = load(await administrator.page(path));
      const fields = $('main form').first().find('input, select, textarea').toArray();
      const sent = fields.filter(
        (field) => !$(field).is('[type=checkbox]') || $(field).attr('checked') !== undefined,
      );
      const entries = sent.map((field) => [$(field).attr('name') ?? '', String($(field).val() ?? '')]);
      return Object.fromEntries(entries.filter(([name]) => name !== 'csrf')) as Record<string, string>;
    }

    /** A tariff of 100 an hour and 30 for the way. */
    const entered = async (): Promise<Record<string, string>> => ({
      ...(await filled(CREATE)),
      name: 'Vermittlung Süd',
      validFrom: '2026-01-01',
      source: 'Vertrag vom 1.12.2025',
      'onsite-hourly': '100',
      amount: '30',
    });
    const heldBy = (name: string): Promise<{ id: number; code: string; officeId: number }[]> =>
      test.database.query(
        'select id, code, office_id as "officeId" from tariffs where name = $1 order by valid_from',
        [name],
      );

    it('say in words and money what they mean, before anything is saved', async () => {
      const answer = await administrator.post(CREATE, { ...(await entered()), do: 'preview' });
      const $ = load(await answer.text());

      expect(answer.status).toBe(200);
      expect(plain($('#preview .cost-table tfoot').text())).toBe('TotalCHF 205.00');
      expect(plain($('#preview .facts').text())).toContain('CHF 100.00 je Stunde');
      expect($('#name').val()).toBe('Vermittlung Süd');
      expect(await heldBy('Vermittlung Süd')).toEqual([]);
    });

    it('say at the field what is missing', async () => {
      const answer = await administrator.post(CREATE, {
        ...(await entered()),
        'onsite-hourly': '',
        'phone-by': 'call',
      });
      const $ = load(await answer.text());
      const links = $('.error-summary a').toArray();

      expect(answer.status).toBe(422);
      expect(links.map((link) => $(link).attr('href'))).toEqual([
        '#onsite-hourly',
        '#phone-minute',
        '#phone-flat',
      ]);
    });

    it('belong to the office, and price what is booked from then on anew', async () => {
      const visitId = await aBookedVisit();
      await administrator.post(CREATE, await entered());
      const [tariff] = await heldBy('Vermittlung Süd');
      const interpreter = `/office/settings/interpreters/${world.interpreterId}`;
      const paid = { ...(await filled(interpreter)), tariffCode: tariff?.code ?? '' };
      const saved = await administrator.post(interpreter, paid);
      const [cost] = await test.database.query<{ tariff_code: string; planned_rappen: number }>(
        'select tariff_code, planned_rappen from visit_costs where visit_id = $1',
        [visitId],
      );

      const [office] = await test.database.query<{ slug: string }>('select slug from offices where id = $1', [
        world.officeId,
      ]);
      const code = `${office?.slug ?? ''}-vermittlung-sud`;
      expect(tariff).toMatchObject({ code, officeId: world.officeId });
      expect(saved.status).toBe(303);
      // an hour at 100, and 30 for the way
      expect(cost).toEqual({ tariff_code: code, planned_rappen: 130_00 });
    });

    it('are followed by the next version, which begins like the one before', async () => {
      const [first] = await heldBy('Vermittlung Süd');
      const like = `${CREATE}?like=${first?.id ?? 0}`;
      const next = { ...(await filled(like)), 'onsite-hourly': '110.50' };
      const twice = await administrator.post(CREATE, { ...next, validFrom: '2026-01-01' });
      const saved = await administrator.post(CREATE, { ...next, validFrom: '2027-01-01' });
      const list = load(await administrator.page('/office/settings/tariffs'));

      expect(twice.status).toBe(422);
      expect(load(await twice.text())('#validFrom-error').text()).toContain('schon eine Version');
      expect(saved.status).toBe(303);
      expect((await heldBy('Vermittlung Süd')).map(({ code }) => code)).toEqual([first?.code, first?.code]);
      expect(plain(list('table.list').text())).toContain('Vermittlung Südgültig ab 01.01.2027');
    });

    it('tell who changed what, and keep the rules by which money was counted', async () => {
      const [first] = await heldBy('Vermittlung Süd');
      const path = `/office/settings/tariffs/${first?.id ?? 0}`;
      await administrator.post(path, { ...(await filled(path)), amount: '31' });
      const history = load(await administrator.page(path))('.timeline').text();
      await test.database.query(
        `update visit_costs set tariff_code = $1, tariff_from = '2026-01-01', actual_rappen = 1, actual_lines = '[]'`,
        [first?.code],
      );
      const refused = await administrator.post(path, { ...(await filled(path)), amount: '32' });
      const renamed = await administrator.post(path, { ...(await filled(path)), source: 'Vertrag, Seite 3' });

      expect(plain(history)).toContain('Pauschale je Weg, CHF: 30.00 → 31.00');
      expect(refused.status).toBe(422);
      expect(renamed.status).toBe(303);
    });

    /** An hour on Wednesday, planned with the interpreter. */
    async function aBookedVisit(): Promise<string> {
      const { talkId } = await aTalkToInterpret(test, world);
      const [visit] = await test.database.query<{ id: string }>(
        'select visit_id as id from talks where id = $1',
        [talkId],
      );
      return visit?.id ?? '';
    }
  });

  it('are closed to whoever may not plan', async () => {
    expect((await (await signedIn(test, 'report@example.ch')).get('/office/tariffs')).status).toBe(403);
  });
});
