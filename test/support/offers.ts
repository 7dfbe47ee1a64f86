import { BookTalk } from '../../src/features/talks/index.js';
import {
  AcceptOffer,
  DeclineOffer,
  LookAfterOffers,
  type OfferRound,
} from '../../src/features/visits/index.js';
import type { TestApp } from './app.js';
import { aChoice } from './talks.js';
import { aHousehold, anInterpreter, aSmallWorld, type SmallWorld } from './world.js';

/** An office that asks interpreters before it invites; `policies` on top of that. */
export function anAskingWorld(test: TestApp, policies: Record<string, unknown> = {}): Promise<SmallWorld> {
  return aSmallWorld(test.database, {
    policies: { interpreterBooking: 'asked', noticeHoldSeconds: 0, ...policies },
  });
}

/** Books a talk of a new household, by default at `TEN` with the interpreter of the small world. */
export async function aTalkToInterpret(
  test: TestApp,
  world: SmallWorld,
  change: Parameters<typeof aChoice>[1] = {},
): Promise<{ talkId: string; householdId: number }> {
  const householdId = await aHousehold(test.database, world.officeId);
  const booked = await test.app.get(BookTalk, { strict: false }).run({
    officeId: world.officeId,
    householdId,
    choice: aChoice(world, change),
    actor: 'staff:1',
  });
  if (booked.kind !== 'booked') throw new Error(JSON.stringify(booked));
  return { talkId: booked.talkId, householdId };
}

/** Another interpreter of the office, of this tier. */
export async function aColleague(test: TestApp, world: SmallWorld, tier = 2, row = {}): Promise<number> {
  const id = await anInterpreter(test.database, world.officeId, row);
  await test.database.query('update office_interpreters set tier = $2 where interpreter_id = $1', [id, tier]);
  return id;
}

interface OfferRow {
  readonly id: string;
  readonly interpreterId: number;
  readonly state: string;
  readonly answerBy: Date;
  readonly talks: readonly string[];
}

/** Every offer there is, the oldest first. */
export function offers(test: TestApp): Promise<OfferRow[]> {
  return test.database.query<OfferRow>(
    `select id, interpreter_id as "interpreterId", state, answer_by as "answerBy",
       array(select state from offer_talks where offer_id = offers.id order by starts_at) as talks
     from offers order by id`,
  );
}

/** Where the talks stand, by start: state, interpreter and how far the interpreter is. */
export function talkStates(
  test: TestApp,
): Promise<{ state: string; interpreterId: number | null; interpreterState: string | null }[]> {
  return test.database.query(
    `select state, interpreter_id as "interpreterId", interpreter_state as "interpreterState" from talks order by starts_at`,
  );
}

export const accept = (test: TestApp, offerId: string, talkIds?: string[]): ReturnType<AcceptOffer['run']> =>
  test.app.get(AcceptOffer, { strict: false }).run({ offerId, actor: 'staff:1', talkIds });

export const decline = (
  test: TestApp,
  offerId: string,
  more: { talkIds?: string[]; reason?: 'known-person' | 'no-time' } = {},
): ReturnType<DeclineOffer['run']> =>
  test.app.get(DeclineOffer, { strict: false }).run({ offerId, actor: 'staff:1', ...more });

/** Lets so many hours pass and looks after the offers. */
export function lookLater(test: TestApp, hours = 0): Promise<OfferRound> {
  test.clock.moveTo(new Date(test.clock.now().getTime() + hours * 3_600_000));
  return test.app.get(LookAfterOffers, { strict: false }).run();
}
