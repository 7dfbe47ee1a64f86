import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/database.js';
import {
  noticesOfAcceptance,
  noticesOfBooking,
  noticesOfCancellation,
  noticesOfConfirmation,
  noticesOfDropOut,
  noticesOfMove,
  type PlanningFacts,
} from './planned-notices.js';
import { PlanningRepository } from './planning.repository.js';
import { TalkLinks } from './talk-links.js';

/**
 * Writes down who must be told what, in the transaction that changes the talk and right after the talk's row was
 * written. Nothing is sent here: what the transaction commits, the sender finds.
 */
@Injectable()
export class NoticePlanner {
  constructor(
    private readonly plans: PlanningRepository,
    private readonly links: TalkLinks,
  ) {}

  async afterBooking(tx: Tx, talkId: string): Promise<void> {
    const facts = await this.plans.facts(tx, talkId);
    await this.makeLink(tx, facts);
    await this.plans.insert(tx, facts, noticesOfBooking(facts));
  }

  /** Planned notices of the older revisions are taken back. */
  async afterMove(tx: Tx, talkId: string): Promise<void> {
    // taking back comes first: it waits for a notice that is being claimed, which then counts as told
    await this.plans.supersede(tx, talkId, 'moved');
    const facts = await this.plans.facts(tx, talkId);
    await this.makeLink(tx, facts);
    await this.plans.insert(tx, facts, noticesOfMove(facts));
  }

  /** An interpreter accepted. What the household knows already, it is not told again. */
  async afterAcceptance(tx: Tx, talkId: string): Promise<void> {
    const facts = await this.plans.facts(tx, talkId);
    const isKnown = await this.plans.hasHouseholdNotice(tx, facts);
    const planned = noticesOfAcceptance(facts);
    await this.plans.insert(
      tx,
      facts,
      isKnown ? planned.filter(({ recipient }) => recipient.kind !== 'household') : planned,
    );
  }

  /** The interpreter, who counts until now, will not come: they read that the talk is theirs no more. */
  async beforeDropOut(tx: Tx, talkId: string): Promise<void> {
    const facts = await this.plans.facts(tx, talkId);
    await this.plans.insert(tx, facts, noticesOfDropOut(facts));
  }

  /** The confirmation says all that an invitation on its way would have said. */
  async afterConfirmation(tx: Tx, talkId: string): Promise<void> {
    const facts = await this.plans.facts(tx, talkId);
    if (facts.household.channel === 'email') {
      await this.plans.supersede(tx, talkId, 'answered', ['invitation', 'change']);
    }
    await this.plans.insert(tx, facts, noticesOfConfirmation(facts));
  }

  /** When nothing had left yet, nobody hears of the talk at all. */
  async afterCancellation(tx: Tx, talkId: string): Promise<void> {
    await this.plans.supersede(tx, talkId, 'cancelled');
    const facts = await this.plans.facts(tx, talkId);
    await this.plans.insert(tx, facts, noticesOfCancellation(facts));
  }

  private makeLink(tx: Tx, facts: PlanningFacts): Promise<void> {
    const { talkId, revision, household, endsAt } = facts;
    const talk = { talkId, householdId: household.id, revision, endsAt };
    return this.links.make(tx, talk, household.channel === 'letter');
  }
}
