import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TariffQueries } from '../../../src/features/tariffs/index.js';
import { startTestApp, type TestApp } from '../../support/app.js';
import { aTariff, paidBy } from '../../support/tariffs.js';
import { aSmallWorld, type SmallWorld } from '../../support/world.js';

let test: TestApp;
let world: SmallWorld;
let tariffs: TariffQueries;

beforeAll(async () => {
  test = await startTestApp();
  world = await aSmallWorld(test.database);
  tariffs = test.app.get(TariffQueries, { strict: false });
});
afterAll(() => test.close());

describe('the versions of a tariff', () => {
  beforeAll(async () => {
    const { rules } = aTariff;
    await paidBy(test.database, world.interpreterId, { code: 'dated' });
    await paidBy(test.database, world.interpreterId, {
      code: 'dated',
      validFrom: '2027-01-01',
      validUntil: '2027-06-30',
      rules: { ...rules, unusedPercent: 100 },
    });
  });

  it.each([
    ['2019-12-31', undefined],
    ['2020-01-01', 50],
    ['2026-12-31', 50],
    ['2027-01-01', 100],
    ['2027-06-30', 100],
    ['2027-07-01', undefined],
  ])('on %s pay unused time by %s per cent', async (day, percent) => {
    expect((await tariffs.on('dated', day))?.rules.unusedPercent).toBe(percent);
  });

  it('come back as they were saved', async () => {
    expect(await tariffs.on('dated', '2020-05-01')).toEqual({ ...aTariff, code: 'dated' });
  });

  it('are not saved twice', async () => {
    await paidBy(test.database, world.interpreterId, { code: 'dated', name: 'Anders' });

    expect((await tariffs.on('dated', '2020-05-01'))?.name).toBe('Erste Stunde ganz');
  });

  it('are listed for the office whose interpreters they pay', async () => {
    const dates = (await tariffs.ofOffice(world.officeId)).map(({ code, validFrom }) => [code, validFrom]);

    expect(dates).toEqual([
      ['dated', '2020-01-01'],
      ['dated', '2027-01-01'],
    ]);
  });

  it('tell the search for a plan what it reckons with', async () => {
    const [row] = await test.database.query(
      `select hourly_rappen, minimum_minutes, step_minutes, travel_rappen, remote_hourly_rappen,
              remote_minimum_minutes, remote_step_minutes
         from tariffs where code = 'dated' and valid_from = '2020-01-01'`,
    );

    expect(row).toEqual({
      hourly_rappen: 105_00,
      minimum_minutes: 60,
      step_minutes: 15,
      travel_rappen: 37_50,
      remote_hourly_rappen: 120_00,
      remote_minimum_minutes: 20,
      remote_step_minutes: 1,
    });
  });
});

it('a version without rules has its prices, and calling off is free', async () => {
  expect(await tariffs.on('test', '2027-01-11')).toMatchObject({
    name: 'Testtarif',
    rules: {
      prices: {
        onsite: { kind: 'hourly', hourly: 82_50, minMinutes: 60, stepMinutes: 15 },
        phone: { kind: 'hourly', hourly: 82_50, minMinutes: 30, stepMinutes: 15 },
      },
      travel: { kind: 'flat', amount: 40_00 },
      cancellation: [],
    },
  });
});

it.each([
  ['an end before the beginning', `valid_until = '1999-01-01'`, 'tariffs_validity_ck'],
  ['half a price', 'hourly_rappen = null', 'tariffs_onsite_ck'],
  ['a step of no minutes', 'remote_step_minutes = 0', 'tariffs_remote_ck'],
  ['a journey that pays', 'travel_rappen = -1', 'tariffs_travel_ck'],
  ['rules that are none', `rules = '[]'`, 'tariffs_rules_ck'],
])('the database refuses %s', async (_, change, constraint) => {
  await expect(test.database.query(`update tariffs set ${change} where code = 'test'`)).rejects.toThrow(
    constraint,
  );
});
