import { Injectable } from '@nestjs/common';
import { lapsed, offerState, type AskedTalk, type Offer, type OfferBook } from '../../scheduling/index.js';
import { Database, type Tx } from '../../platform/database/database.js';
import { NoticePlanner, OfferNotices } from '../notices/index.js';
import {
  HOUSEHOLD,
  INTERPRETER,
  lockResources,
  tryLockResources,
  waitForResources,
  type Resource,
} from '../talks/index.js';
import { keepTime } from './keep-time.js';
import { OfferBooks } from './offer-books.js';
import { VisitGroups } from './visit-groups.js';

/** The interpreter who accepts is somewhere else at that time: the transaction is over and nothing of it stays. */
export class InterpreterBusy extends Error {
  override readonly name = 'InterpreterBusy';
}

/** Which talks a step is about, and who may be concerned by it. */
export interface StepScope {
  readonly officeId: number;
  readonly talkIds: readonly string[];
  /** Interpreters whose time the step may take. */
  readonly interpreters: readonly string[];
}

/** Takes a decision about talks and their offers through: times, rows, visits and notices in one transaction. */
@Injectable()
export class OfferSteps {
  constructor(
    private readonly database: Database,
    private readonly books: OfferBooks,
    private readonly groups: VisitGroups,
    private readonly planner: NoticePlanner,
    private readonly offerNotices: OfferNotices,
  ) {}

  /** As it is at this moment, without a lock. */
  look(talkIds: readonly string[]): Promise<OfferBook> {
    return this.books.read(talkIds);
  }

  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.database.transaction(work);
  }

  /** Locks what the step may take in the order of all bookings, then the talks, and reads them. */
  async begin(tx: Tx, scope: StepScope): Promise<OfferBook> {
    const households = await tx.query<{ id: number }[]>(HOUSEHOLDS, [scope.talkIds]);
    await lockResources(tx, resourcesOf(households, scope));
    return this.books.lock(tx, scope.talkIds);
  }

  /** The same; undefined, without waiting, while somebody else is at work on one of these. */
  async beginUnlessBusy(tx: Tx, scope: StepScope): Promise<OfferBook | undefined> {
    const households = await tx.query<{ id: number }[]>(HOUSEHOLDS, [scope.talkIds]);
    const isLocked = await tryLockResources(tx, resourcesOf(households, scope));
    return isLocked ? this.books.lock(tx, scope.talkIds) : undefined;
  }

  /** Waits, together with everybody else, for whoever is at work on one of these. */
  async waitForOthers(scope: StepScope): Promise<void> {
    const households = await this.database.query<{ id: number }>(HOUSEHOLDS, [scope.talkIds]);
    await waitForResources(this.database, resourcesOf(households, scope));
  }

  /** Saves the difference between two books. Throws `InterpreterBusy` when who accepts cannot come. */
  async save(tx: Tx, scope: StepScope, before: OfferBook, wanted: OfferBook): Promise<OfferBook> {
    const after = await this.withTimes(tx, before, wanted);
    const changed = after.talks.flatMap((talk, index) => {
      const old = before.talks[index];
      return old && talk !== old ? [[old, talk] as const] : [];
    });
    for (const [old, talk] of changed) {
      if (old.state === 'confirmed' && talk.state !== 'confirmed')
        await this.planner.beforeTakingBack(tx, talk.id);
    }
    await this.saveOffers(tx, before, after);
    for (const [old, talk] of changed) {
      const mode = talk.state === 'confirmed' ? await this.modeOf(tx, talk) : null;
      await this.books.saveTalk(tx, old, talk, mode);
    }
    const interpreters = changed.flatMap(([old, talk]) => [old.interpreter, talk.interpreter]);
    const interpreterIds = interpreters.flatMap((id) => (id === null ? [] : [Number(id)]));
    await this.groups.regroup(tx, scope.officeId, { talkIds: scope.talkIds, interpreterIds });
    for (const [old, talk] of changed) {
      if (talk.state === 'confirmed' && old.state !== 'confirmed')
        await this.planner.afterAcceptance(tx, talk.id);
    }
    await this.offerNotices.remindOfVisits(tx, interpreterIds);
    return after;
  }

  private async withTimes(tx: Tx, before: OfferBook, wanted: OfferBook): Promise<OfferBook> {
    const kept = new Map(before.talks.map(({ id, interpreter }) => [id, interpreter]));
    let book = wanted;
    for (;;) {
      const talk = book.talks.find(({ id, interpreter }) => kept.get(id) !== interpreter);
      if (!talk) return book;
      if (await keepTime(tx, talk.id, talk.interpreter)) {
        kept.set(talk.id, talk.interpreter);
        continue;
      }
      kept.set(talk.id, null);
      if (talk.state === 'confirmed') throw new InterpreterBusy();
      book = lapsed(book, talk.interpreter ?? '', [talk.id]);
    }
  }

  /** Saves what became of offers, and plans who is told. */
  async saveOffers(tx: Tx, before: OfferBook, after: OfferBook): Promise<void> {
    const changed = after.offers.flatMap((offer) => {
      const old = before.offers.find(({ id }) => id === offer.id);
      return old && old !== offer ? [[old, offer] as const] : [];
    });
    const isWinner = ([, offer]: readonly [Offer, Offer]): number =>
      offerState(offer) === 'accepted' ? 1 : 0;
    changed.sort((a, b) => isWinner(a) - isWinner(b));
    for (const [old, offer] of changed) {
      const [was, is] = [offerState(old), offerState(offer)];
      await this.books.saveOffer(tx, old, offer, is === 'open' && was !== 'open');
      if (was !== is) await this.offerNotices.after(tx, offer.id, { was, is });
      else if (isFewer(old, offer)) await this.offerNotices.afterShrinking(tx, offer.id);
    }
  }

  /** In the way in which the interpreter was asked to take part. */
  private async modeOf(tx: Tx, talk: AskedTalk): Promise<string | null> {
    const [row] = await tx.query<{ mode: string }[]>(
      `select interpreter_mode as mode from offers o join offer_talks t on t.offer_id = o.id
        where t.talk_id = $1 and t.state = 'accepted'`,
      [talk.id],
    );
    return row?.mode ?? null;
  }

  /** A decision about talks in a transaction of its own; `decide` returns undefined to leave everything as it is. */
  async run(
    scope: StepScope,
    decide: (book: OfferBook, tx: Tx) => Promise<OfferBook | undefined> | OfferBook | undefined,
  ): Promise<OfferBook | undefined> {
    return this.database.transaction(async (tx) => {
      const before = await this.begin(tx, scope);
      const after = await decide(before, tx);
      return after && this.save(tx, scope, before, after);
    });
  }
}

/** Talks of an open request went away or to somebody else. */
function isFewer(before: Offer, after: Offer): boolean {
  const open = ({ talks }: Offer): number => talks.filter(({ state }) => state === 'open').length;
  const answered = after.talks.some(
    ({ state }, index) => state !== before.talks[index]?.state && state === 'declined',
  );
  return offerState(after) === 'open' && open(after) < open(before) && !answered;
}

const HOUSEHOLDS = 'select distinct household_id as id from talks where id = any($1)';

function resourcesOf(households: readonly { id: number }[], { interpreters }: StepScope): Resource[] {
  return [
    ...interpreters.map((id) => ({ kind: INTERPRETER, id: Number(id) }) as const),
    ...households.map(({ id }) => ({ kind: HOUSEHOLD, id }) as const),
  ];
}
