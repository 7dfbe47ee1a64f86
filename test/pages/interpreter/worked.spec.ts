import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MONDAY, startTestApp, type TestApp } from '../../support/app.js';
import { htmlFaults } from '../../support/html-faults.js';
import { aSignedInInterpreter } from '../../support/interpreter.js';
import { accept, anAskingWorld, aTalkToInterpret, offers } from '../../support/offers.js';
import { aStaffUser, signedIn } from '../../support/office.js';
import { aTalkCalledOffLate } from '../../support/visit-costs.js';
import { paidBy } from '../../support/tariffs.js';
import type { SmallWorld } from '../../support/world.js';

let test: TestApp;
let world: SmallWorld;

beforeAll(async () => {
  test = await startTestApp();
  world = await anAskingWorld(test);
  await paidBy(test.database, world.interpreterId, { name: '=Tarif' });
});

afterAll(() => test.close());

describe('the time that was really worked', () => {
  it('is said by the interpreter, corrected by the office, and handed out for billing', async () => {
    await aTalkToInterpret(test, world);
    const [offer] = await offers(test);
    await accept(test, offer!.id);
    const device = await aSignedInInterpreter(test, world.interpreterId);
    expect((await device.get('/interpreter/worked')).html).toContain('noch keine Einsätze vorbei');
    const [visit] = await test.database.query<{ id: string }>('select id from visits');
    const path = `/interpreter/worked/${visit!.id}`;
    expect((await device.post(path, { from: '10:00', until: '10:45' })).status).toBe(409);

    test.clock.moveTo(new Date('2027-01-25T12:00:00Z'));
    const page = await device.get('/interpreter/worked');
    expect(page.html).toContain('Abgemacht: 10:00–10:45');
    expect(await htmlFaults(page.html)).toEqual([]);
    expect((await device.post(path, { from: '10:45', until: '10:00' })).status).toBe(422);
    const said = { from: '09:55', until: '11:10', note: '=1+1' };
    expect((await device.post(path, said)).location).toBe(
      '/interpreter/worked?month=2027-01&done=time-reported',
    );

    await aStaffUser(test, world.officeId);
    const staff = await signedIn(test);
    const list = await (await staff.get('/office/worked?month=2027-01')).text();
    expect(list).toContain('09:55–11:10');
    expect(list).toContain('weicht ab');
    expect(await htmlFaults(list)).toEqual([]);
    await staff.post(`/office/worked/${visit!.id}`, { month: '2027-01', from: '10:00', until: '11:20' });

    expect((await device.get('/interpreter/worked')).html).toContain('Bestätigt: 10:00–11:20');
    expect((await device.post(path, said)).status).toBe(409);
    const csv = await (await staff.get('/office/worked/list.csv?month=2027-01')).text();
    expect(csv.split('\r\n')[1]).toMatch(
      /^"Einsatz";"Vorname\d+ Nachname\d+";"25\.01\.2027";"Standort \d+, Musterstadt";"H-\d+";"Tigrinya";"10:00–10:45";"45";"09:55–11:10";"75";"10:00–11:20";"80";"'=Tarif";"142\.50";"195\.00";"'=1\+1"$/,
    );
    expect(csv).toBe((await device.get('/interpreter/worked/list.csv?month=2027-01')).html);
  });

  it('is not all that is paid: what was called off too late stands beside it', async () => {
    test.clock.moveTo(MONDAY);
    const talkId = await aTalkCalledOffLate(test, world);
    const staff = await signedIn(test);

    const list = await (
      await staff.get(`/office/worked?month=2027-02&interpreter=${world.interpreterId}`)
    ).text();
    expect(list).toContain('Zu spät abgesagt oder verschoben');
    expect(list).toContain('Absagen: CHF 105.00');
    expect(await htmlFaults(list)).toEqual([]);
    expect(await staff.page('/office/worked?month=2027-02&interpreter=999')).not.toContain('CHF 105.00');
    const csv = await (
      await staff.get(`/office/worked/list.csv?month=2027-02&interpreter=${world.interpreterId}`)
    ).text();
    expect(csv.split('\r\n')[1]).toMatch(
      /^"Absage";.*;"01\.02\.2027";.*"105\.00";"aufgegeben am 01\.02\.2027 09:00"$/,
    );
    expect(await staff.page(`/office/talks/${talkId}`)).toContain(
      'Absage von Mo 1.2. am Mo 1.2. 09:00: CHF 105.00',
    );
    const device = await aSignedInInterpreter(test, world.interpreterId);
    expect((await device.get('/interpreter/worked?month=2027-02')).html).toContain(
      'Mo 1.2., 10:00–10:45: CHF 105.00',
    );
  });
});
