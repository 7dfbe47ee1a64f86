import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { CancelTalk, MoveTalk } from '../../../src/features/talks/index.js';
import { AnswerOfferAgain, DropOut, OfferQueries, VisitQueries } from '../../../src/features/visits/index.js';
import { MONDAY, startTestApp, type TestApp } from '../../support/app.js';
import {
  accept,
  aColleague,
  anAskingWorld,
  aTalkToInterpret,
  decline,
  lookLater,
  offers,
  talkStates,
} from '../../support/offers.js';
import { after, aChoice, allocationsOf, householdState, noticesOf } from '../../support/talks.js';
import type { SmallWorld } from '../../support/world.js';

describe('asking interpreters', () => {
  let test: TestApp;
  let world: SmallWorld;

  beforeAll(async () => {
    test = await startTestApp();
  });
  afterAll(() => test.close());
  beforeEach(async () => {
    test.clock.moveTo(MONDAY);
    await test.database.transaction((tx) =>
      tx.query('delete from talks; delete from visits; delete from offers; delete from offices'),
    );
    world = await anAskingWorld(test);
  });

  it('keeps the time of whoever is asked, and tells the household nothing', async () => {
    const { talkId, householdId } = await aTalkToInterpret(test, world);

    expect(await talkStates(test)).toEqual([
      { state: 'planned', interpreterId: world.interpreterId, interpreterState: 'asked' },
    ]);
    expect(await allocationsOf(test.database, talkId)).toContain(`3:${world.interpreterId} 10:00–10:45`);
    expect(await noticesOf(test.database, talkId)).toEqual([
      'interpreter-request r1 planned',
      'interpreter-request-reminder r1 planned',
    ]);
    expect(await householdState(test.database, householdId)).toBe('planned');
  });

  it('asks for talks back to back as one visit', async () => {
    await aTalkToInterpret(test, world);
    await aTalkToInterpret(test, world, { startsAt: after(60) });

    expect(await offers(test)).toMatchObject([{ state: 'open', talks: ['open', 'open'] }]);
    expect(await test.database.query('select 1 from visits')).toHaveLength(1);
  });

  it('invites the household once the interpreter has said yes', async () => {
    const { talkId } = await aTalkToInterpret(test, world);
    const [offer] = await offers(test);

    expect(await accept(test, offer!.id)).toEqual({ kind: 'done', talkIds: [talkId] });

    expect(await talkStates(test)).toEqual([
      { state: 'invited', interpreterId: world.interpreterId, interpreterState: 'confirmed' },
    ]);
    const notices = await noticesOf(test.database, talkId);
    expect(notices).toContain('invitation r1 planned');
    expect(notices).toContain('interpreter-confirmed r1 planned');
    expect(notices).toContain('interpreter-reminder r1 planned');
    expect(await accept(test, offer!.id)).toEqual({ kind: 'already', talkIds: [talkId] });
    expect(await noticesOf(test.database, talkId)).toEqual(notices);
  });

  it('asks the next one when the first declines, and staff when nobody is left', async () => {
    const colleague = await aColleague(test, world);
    await aTalkToInterpret(test, world);
    const [first] = await offers(test);
    await decline(test, first!.id);

    await lookLater(test);
    expect(await offers(test)).toMatchObject([
      { state: 'declined' },
      { state: 'open', interpreterId: colleague },
    ]);
    expect(await talkStates(test)).toMatchObject([{ interpreterId: colleague, interpreterState: 'asked' }]);

    const [, second] = await offers(test);
    await decline(test, second!.id);
    await lookLater(test);
    expect(await talkStates(test)).toEqual([
      { state: 'planned', interpreterId: null, interpreterState: 'missing' },
    ]);
  });

  it('ends an offer at its deadline, reckoned in opening hours', async () => {
    const colleague = await aColleague(test, world);
    await aTalkToInterpret(test, world);
    const [offer] = await offers(test);
    // Monday 9:00 and 48 opening hours of 9 a day: five days and three hours, so Monday 12:00
    expect(offer?.answerBy).toEqual(new Date('2027-01-18T11:00:00Z'));

    test.clock.moveTo(new Date('2027-01-18T10:59:59Z'));
    expect(await lookLater(test)).toMatchObject({ expired: 0 });
    test.clock.moveTo(new Date('2027-01-18T11:00:00Z'));
    expect(await lookLater(test)).toMatchObject({ expired: 1, asked: 1 });

    expect(await accept(test, offer!.id)).toEqual({ kind: 'expired' });
    expect((await offers(test))[1]).toMatchObject({ interpreterId: colleague, state: 'open' });
  });

  it('lets the first acceptance of several win, and swaps the time kept', async () => {
    world = await anAskingWorld(test, { offersAtOnce: 3 });
    const others = [await aColleague(test, world), await aColleague(test, world)];
    const { talkId } = await aTalkToInterpret(test, world);
    await lookLater(test);
    const [first, second, third] = await offers(test);
    expect([second, third].map((offer) => offer?.interpreterId)).toEqual(others);

    expect(await accept(test, third!.id)).toMatchObject({ kind: 'done' });

    expect(await accept(test, first!.id)).toEqual({ kind: 'taken' });
    expect((await offers(test)).map(({ state }) => state)).toEqual(['taken', 'taken', 'accepted']);
    const taken = await allocationsOf(test.database, talkId);
    expect(taken.filter((line) => line.startsWith('3:'))).toEqual([`3:${others[1]} 10:00–10:45`]);
  });

  it('accepts a part of a bundle and asks others for the rest', async () => {
    const colleague = await aColleague(test, world);
    const one = await aTalkToInterpret(test, world);
    const two = await aTalkToInterpret(test, world, { startsAt: after(60) });
    const [offer] = await offers(test);

    await accept(test, offer!.id, [one.talkId]);
    await lookLater(test);

    expect(await talkStates(test)).toEqual([
      { state: 'invited', interpreterId: world.interpreterId, interpreterState: 'confirmed' },
      { state: 'planned', interpreterId: colleague, interpreterState: 'asked' },
    ]);
    const visits = await test.app
      .get(VisitQueries, { strict: false })
      .between(world.officeId, '2027-01-25', '2027-01-25');
    expect(visits.map(({ state, talks }) => [state, talks.map(({ talkId }) => talkId)])).toEqual([
      ['confirmed', [one.talkId]],
      ['asked', [two.talkId]],
    ]);
  });

  it('lets an answer be taken back until the deadline', async () => {
    await aTalkToInterpret(test, world);
    const [offer] = await offers(test);
    await accept(test, offer!.id);
    const again = test.app.get(AnswerOfferAgain, { strict: false });

    expect(await again.run({ offerId: offer!.id, actor: 'staff:1' })).toMatchObject({ kind: 'done' });
    expect(await talkStates(test)).toMatchObject([{ interpreterState: 'asked' }]);
    expect(await decline(test, offer!.id)).toMatchObject({ kind: 'done' });
    expect(await accept(test, offer!.id)).toMatchObject({ kind: 'done' });

    test.clock.moveTo(new Date('2027-01-20T11:00:00Z'));
    expect(await again.run({ offerId: offer!.id, actor: 'staff:1' })).toEqual({ kind: 'too-late' });
  });

  it('withdraws what was asked when the talk is cancelled, and asks anew when it is moved', async () => {
    const { talkId } = await aTalkToInterpret(test, world);
    const move = test.app.get(MoveTalk, { strict: false });
    const choice = aChoice(world, { startsAt: after(120) });
    const moved = await move.run({ officeId: world.officeId, talkId, version: 1, choice, actor: 'staff:1' });

    expect(moved.kind).toBe('moved');
    expect((await offers(test)).map(({ state }) => state)).toEqual(['withdrawn', 'open']);

    const version = moved.kind === 'moved' ? moved.version : 0;
    const by = 'office' as const;
    await test.app
      .get(CancelTalk, { strict: false })
      .run({ officeId: world.officeId, talkId, version, by, actor: 'staff:1' });
    expect((await offers(test)).map(({ state }) => state)).toEqual(['withdrawn', 'withdrawn']);
    expect(await test.database.query('select state from visits')).toEqual([{ state: 'ended' }]);
  });

  it('keeps whoever knows the person away from the household', async () => {
    const { householdId } = await aTalkToInterpret(test, world);
    const [offer] = await offers(test);
    await decline(test, offer!.id, { reason: 'known-person' });

    expect(await test.database.query('select * from interpreter_exclusions')).toEqual([
      { household_id: householdId, interpreter_id: world.interpreterId },
    ]);
    expect(await accept(test, offer!.id)).toMatchObject({ kind: 'impossible' });
  });

  it('asks others for the talks of whoever drops out, and tells the household nothing', async () => {
    const colleague = await aColleague(test, world);
    const { talkId } = await aTalkToInterpret(test, world);
    const [offer] = await offers(test);
    await accept(test, offer!.id);
    const dropOut = test.app.get(DropOut, { strict: false });
    const { officeId, interpreterId } = world;
    const from = new Date('2027-01-24T23:00:00Z');
    const period = { officeId, interpreterId, from, until: new Date('2027-01-25T23:00:00Z') };
    const before = await noticesOf(test.database, talkId);

    const [row] = await dropOut.preview(period);
    expect(row?.talk.id).toBe(talkId);
    expect(row?.ways[0]).toMatchObject({ kind: 'ask', interpreterId: colleague, told: 0 });
    expect(await dropOut.run({ ...period, talkIds: [], actor: 'staff:1' })).toEqual({
      kind: 'changed-meanwhile',
    });
    expect(await dropOut.run({ ...period, talkIds: [talkId], actor: 'staff:1' })).toMatchObject({
      kind: 'done',
    });
    await lookLater(test);

    expect(await talkStates(test)).toEqual([
      { state: 'invited', interpreterId: colleague, interpreterState: 'asked' },
    ]);
    expect((await offers(test)).map(({ state }) => state)).toEqual(['released', 'open']);
    const added = (await noticesOf(test.database, talkId)).filter((line) => !before.includes(line));
    expect(added).toEqual(['interpreter-cancelled r1 planned']);
  });

  it('names the person to whoever accepted only', async () => {
    await aTalkToInterpret(test, world);
    const [offer] = await offers(test);
    const queries = test.app.get(OfferQueries, { strict: false });

    const [before] = await queries.openFor(world.interpreterId);
    expect(JSON.stringify(before)).not.toMatch(/Person|Muster\d/);
    expect(before?.talks).toMatchObject([{ language: 'ti', minutes: 45, startsAt: '2027-01-25T09:00:00Z' }]);

    await accept(test, offer!.id);
    const accepted = await queries.one(offer!.id, world.interpreterId);
    expect(accepted.talks[0]).toMatchObject({ person: expect.stringMatching(/^Person\d+ M\.$/) });
  });
});
