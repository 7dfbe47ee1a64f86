import { Injectable } from '@nestjs/common';
import { released } from '../../../scheduling/index.js';
import type { Tx } from '../../../platform/database/database.js';
import { Offices, type Office } from '../../offices/index.js';
import { PlaceTalks } from '../../talks/index.js';
import { OfferSteps } from '../offer-steps.js';
import { AskChosen, type ChosenTalk } from './ask-chosen.js';
import { DroppedTalks, type DropOutPeriod } from './dropped-talks.js';

type Replanning = DropOutPeriod & { readonly actor: string };

/** Lets the talks of one visit go on as approved, in one transaction: moved, asked for, or left to the worklist. */
@Injectable()
export class ReplanVisit {
  constructor(
    private readonly offices: Offices,
    private readonly places: PlaceTalks,
    private readonly dropped: DroppedTalks,
    private readonly steps: OfferSteps,
    private readonly asking: AskChosen,
  ) {}

  /** Returns the talks whose way was gone meanwhile. */
  async run(period: Replanning, chosen: readonly ChosenTalk[]): Promise<readonly string[]> {
    const office = await this.offices.get(period.officeId);
    const wanted = chosen.flatMap(({ talk, way }) =>
      way.kind === 'slot'
        ? [
            {
              householdId: talk.householdId,
              choice: way.choice,
              moves: { talkId: talk.id, version: talk.version },
            },
          ]
        : [],
    );
    const read = await this.places.read(period.officeId, wanted);
    return this.steps.transaction(async (tx) => {
      const ids = chosen.map(({ talk }) => talk.id);
      await this.dropped.forgetAgreed(tx, period.interpreterId, ids);
      const placed = wanted.length > 0 ? await this.places.run(tx, read, period.actor) : [];
      const moved = placed.flatMap((one) => (one.kind === 'moved' ? [one.talkId] : []));
      const rest = chosen.filter(({ talk }) => !moved.includes(talk.id));
      const unasked = await this.giveBack(tx, period, { office, rest });
      const lost = wanted.flatMap(({ moves }) => (moved.includes(moves.talkId) ? [] : [moves.talkId]));
      return [...lost, ...unasked];
    });
  }

  /** What stays at its time loses its interpreter, and whoever was chosen is asked. Returns talks for which nobody was. */
  private async giveBack(
    tx: Tx,
    period: Replanning,
    { office, rest }: { readonly office: Office; readonly rest: readonly ChosenTalk[] },
  ): Promise<readonly string[]> {
    if (rest.length === 0) return [];
    const gone = String(period.interpreterId);
    const asked = rest.flatMap(({ way }) => (way.kind === 'ask' ? [String(way.interpreterId)] : []));
    const talkIds = rest.map(({ talk }) => talk.id);
    const scope = { officeId: office.id, talkIds, interpreters: [...new Set([gone, ...asked])] };
    await this.steps.begin(tx, scope);
    const still = new Set((await this.dropped.find(period, tx)).map(({ id }) => id));
    const mine = rest.filter(({ talk }) => still.has(talk.id));
    const ids = mine.map(({ talk }) => talk.id);
    await this.dropped.takeLeave(tx, ids);
    // once more, because talks that were booked directly are among the asked ones now
    const before = await this.steps.begin(tx, scope);
    const free = released(before, gone, ids);
    const { book, unasked } = await this.asking.run(tx, free, { office, chosen: mine });
    await this.steps.save(tx, scope, before, book);
    return unasked;
  }
}
