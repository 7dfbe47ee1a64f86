import { Injectable } from '@nestjs/common';
import { nextAsks, withMissing, withOffer, type Ask, type OfferBook } from '../../scheduling/index.js';
import type { Tx } from '../../platform/database/database.js';
import { Offices, type Office } from '../offices/index.js';
import { AskInterpreter } from './ask-interpreter.js';
import { AskWorlds, BY_PHONE_TIER } from './ask-worlds.js';
import { OffersDue, type VisitToFill } from './offers-due.js';
import { OfferSteps } from './offer-steps.js';

/** Asks whoever is next for the talks of a visit that nobody has accepted, or says that nobody is left. */
@Injectable()
export class AskNext {
  constructor(
    private readonly due: OffersDue,
    private readonly offices: Offices,
    private readonly steps: OfferSteps,
    private readonly worlds: AskWorlds,
    private readonly ask: AskInterpreter,
  ) {}

  /** Returns how many offers were made. */
  async run(visitId: string): Promise<number> {
    const visit = await this.due.visitToFill(visitId);
    if (!visit) {
      await this.due.looked(visitId);
      return 0;
    }
    const office = await this.offices.get(visit.officeId);
    const talkIds = visit.talks.map(({ id }) => id);
    const candidates = await this.worlds.candidates(office, talkIds);
    const rules = this.rulesOf(visit, office);
    const planned = nextAsks(await this.steps.look(talkIds), candidates, rules);
    const scope = {
      officeId: office.id,
      talkIds,
      interpreters: planned.asks.map(({ interpreter }) => interpreter),
    };
    return this.steps.transaction(async (tx) => {
      const before = await this.steps.begin(tx, scope);
      // once more under the locks: somebody may have been booked, or have answered, since
      const still = await this.worlds.candidates(office, talkIds, { tx });
      const known = new Set(scope.interpreters);
      const next = nextAsks(
        before,
        still.filter(({ interpreter }) => known.has(interpreter)),
        rules,
      );
      const missing = next.missing.filter((talk) => planned.missing.includes(talk));
      const after = await this.askAll(tx, withMissing(before, missing), { office, visit, asks: next.asks });
      await this.steps.save(tx, scope, before, after);
      const isDone = next.missing.length === missing.length;
      if (isDone) await this.due.done(tx, talkIds);
      return next.asks.length;
    });
  }

  private async askAll(
    tx: Tx,
    start: OfferBook,
    { office, visit, asks }: { office: Office; visit: VisitToFill; asks: readonly Ask[] },
  ): Promise<OfferBook> {
    let book = start;
    for (const { interpreter, tier, talks } of asks) {
      const first = visit.talks.find(({ id }) => talks.includes(id));
      const { id, answerBy } = await this.ask.run(tx, {
        officeId: office.id,
        interpreterId: Number(interpreter),
        tier,
        mode: tier === BY_PHONE_TIER ? 'phone' : (first?.mode ?? 'onsite'),
        siteId: first?.siteId ?? null,
        talkIds: talks,
        start: new Date((first?.start ?? 0) * 60_000),
      });
      book = withOffer(book, { id, answerBy, interpreter, tier, talks });
    }
    return book;
  }

  private rulesOf({ talks, now }: VisitToFill, { policies }: Office): Parameters<typeof nextAsks>[2] {
    const startOf = new Map(talks.map(({ id, start }) => [id, start]));
    return {
      now,
      atOnce: policies.offersAtOnce,
      askUntil: (talk) => (startOf.get(talk) ?? 0) - policies.offerUntilHours * 60,
    };
  }
}
