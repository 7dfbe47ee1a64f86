import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import fc from 'fast-check';
import {
  BookTalk,
  CancelTalk,
  ConfirmTalk,
  MoveTalk,
  TalkQueries,
} from '../../../src/features/talks/index.js';
import { startTestApp, type TestApp } from '../../support/app.js';
import { aChoice, after, anEnglishChoice, doubleBookings } from '../../support/talks.js';
import { aHousehold, aSmallWorld, type SmallWorld } from '../../support/world.js';

jest.setTimeout(120_000);

/** What one person does; the numbers choose a household and a place. */
interface Act {
  readonly kind: 'book' | 'move' | 'cancel' | 'confirm';
  readonly household: number;
  readonly place: number;
}

const HOUSEHOLDS = 4;
const PLACES = 6;

const act: fc.Arbitrary<Act> = fc.record({
  kind: fc.constantFrom('book', 'book', 'move', 'move', 'cancel', 'confirm'),
  household: fc.nat(HOUSEHOLDS - 1),
  place: fc.nat(PLACES - 1),
});

describe('after whatever several people did at the same moments', () => {
  let test: TestApp;

  beforeAll(async () => {
    test = await startTestApp();
  });

  afterAll(() => test.close());

  /** Three starts that overlap each other, each with and without the interpreter. */
  function placeOf(world: SmallWorld, place: number) {
    const startsAt = after((place % 3) * 30);
    return place < 3 ? aChoice(world, { startsAt }) : anEnglishChoice(world, { startsAt });
  }

  async function perform(world: SmallWorld, households: readonly number[], { kind, household, place }: Act) {
    const { officeId } = world;
    const householdId = households[household]!;
    const common = { officeId, actor: 'staff:1' };
    const choice = placeOf(world, place);
    if (kind === 'book') return test.app.get(BookTalk).run({ ...common, householdId, choice });
    const [talk] = await test.app.get(TalkQueries).ofHousehold(officeId, householdId);
    if (!talk) return { kind: 'no-talk' };
    const { id: talkId, version, revision } = talk;
    if (kind === 'move') return test.app.get(MoveTalk).run({ ...common, talkId, version, choice });
    if (kind === 'cancel') return test.app.get(CancelTalk).run({ ...common, talkId, version, by: 'office' });
    return test.app.get(ConfirmTalk).run({ ...common, talkId, revision });
  }

  const counts = (sql: string) => test.database.query(sql);

  it('nobody is double, nothing is lost, and nobody is told of a time that does not hold', async () => {
    const kinds = new Set<string>();
    const property = fc.asyncProperty(
      fc.array(fc.array(act, { minLength: 2, maxLength: 5 }), { minLength: 2, maxLength: 4 }),
      async (moments) => {
        await test.database.query('delete from talks');
        const world = await aSmallWorld(test.database);
        const households: number[] = [];
        for (let made = 0; made < HOUSEHOLDS; made += 1) {
          households.push(await aHousehold(test.database, world.officeId, {}, { ti: 3, en: 2 }));
        }
        for (const moment of moments) {
          const answers = await Promise.all(moment.map((one) => perform(world, households, one)));
          for (const { kind } of answers) kinds.add(kind);
        }

        expect(await doubleBookings(test.database)).toEqual([]);
        expect(await counts(WRONG_ALLOCATIONS)).toEqual([]);
        expect(await counts(WRONG_HOUSEHOLDS)).toEqual([]);
        expect(await counts(WRONG_NOTICES)).toEqual([]);
        expect(await counts(WRONG_AUDIT)).toEqual([]);
      },
    );
    await fc.assert(property, { numRuns: 25 });

    expect([...kinds]).toEqual(
      expect.arrayContaining(['booked', 'taken', 'already-planned', 'moved', 'cancelled', 'confirmed']),
    );
  });
});

/** Open talks take three or four things at their time, all others nothing. */
const WRONG_ALLOCATIONS = `
select t.id, t.state from talks t left join allocations a
    on a.talk_id = t.id and lower(a.during) = t.starts_at
 group by t.id
having count(a.id) <> case when t.state = 'cancelled' then 0 when t.interpreter_id is null then 3 else 4 end`;

/** A household is planned exactly while it has an open talk. */
const WRONG_HOUSEHOLDS = `
select h.id, h.state from households h
 where exists (select from talks t where t.household_id = h.id) and (h.state = 'planned') <> exists
   (select from talks t where t.household_id = h.id and t.state in ('invited', 'confirmed', 'change-requested'))`;

/** What is still to be sent is about the talk as it is now; every open talk has told or will tell its household. */
const WRONG_NOTICES = `
select n.id from notices n join talks t on t.id = n.talk_id
 where n.state = 'planned' and (n.revision <> t.revision or t.state = 'cancelled')
union all
select t.id from talks t
 where t.state = 'invited' and not exists (select from notices n where n.talk_id = t.id
   and n.revision = t.revision and n.kind = 'invitation' and n.state = 'planned')`;

/** Every version of a talk has its entry. */
const WRONG_AUDIT = `
select t.id from talks t where t.version <> (select count(*) from audit_entries e where e.subject_id = t.id::text)`;
