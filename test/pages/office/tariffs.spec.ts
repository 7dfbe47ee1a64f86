import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { load } from 'cheerio';
import { startTestApp, type TestApp } from '../../support/app.js';
import { aStaffUser, signedIn } from '../../support/office.js';
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

  it('are closed to whoever may not plan', async () => {
    expect((await (await signedIn(test, 'report@example.ch')).get('/office/tariffs')).status).toBe(403);
  });
});
