import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/database.js';
import {
  noticesOfAcceptance,
  noticesOfBooking,
  noticesOfCancellation,
  noticesOfConfirmation,
  noticesOfDropOut,
  noticesOfMove,
  type PlannedNotice,
  type PlanningFacts,
  type Recipient,
} from './planned-notices.js';
import { RUNG_KINDS } from './ladder/rung-kinds.js';
import { PlanningRepository } from './planning.repository.js';
import { TalkLinks } from './talk-links.js';
import { WithdrawnNotices } from './withdrawn-notices.js';

/**
 * Writes down who must be told what, in the transaction that changes the talk and right after the talk's row was
 * written. Nothing is sent here: what the transaction commits, the sender finds.
 */
@Injectable()
export class NoticePlanner {
  constructor(
    private readonly plans: PlanningRepository,
    private readonly withdrawn: WithdrawnNotices,
    private readonly links: TalkLinks,
  ) {}

  async afterBooking(tx: Tx, talkId: string): Promise<void> {
    const facts = await this.plans.facts(tx, talkId);
    await this.announce(tx, facts, noticesOfBooking(facts));
  }

  /** Planned notices of the older revisions are taken back. */
  async afterMove(tx: Tx, talkId: string): Promise<void> {
    // taking back comes first: it waits for a notice that is being claimed, which then counts as told
    await this.withdrawn.supersede(tx, talkId, 'moved');
    const facts = await this.plans.facts(tx, talkId);
    await this.announce(tx, facts, noticesOfMove(facts));
  }

  /** An interpreter accepted. What the household knows already, it is not told again. */
  async afterAcceptance(tx: Tx, talkId: string): Promise<void> {
    const facts = await this.plans.facts(tx, talkId);
    const isKnown = await this.plans.hasHouseholdNotice(tx, facts);
    const planned = noticesOfAcceptance(facts);
    const isNew = ({ recipient }: PlannedNotice): boolean => !isKnown || recipient.kind !== 'household';
    await this.announce(tx, facts, planned.filter(isNew));
  }

  /** The interpreter, who counts until now, will not come: they read that the talk is theirs no more. */
  async beforeDropOut(tx: Tx, talkId: string): Promise<void> {
    const facts = await this.plans.facts(tx, talkId);
    await this.plans.insert(tx, facts, noticesOfDropOut(facts));
  }

  /**
   * The interpreter, who counts until now, took their yes back: if they may have read that the talk is theirs, they read
   * that it is not, and their calendar hears it.
   */
  async beforeTakingBack(tx: Tx, talkId: string): Promise<void> {
    const facts = await this.plans.facts(tx, talkId);
    if (await this.plans.hasReadOfAssignment(tx, facts)) {
      await this.plans.insert(tx, facts, noticesOfDropOut(facts));
    }
  }

  /** The household wishes another time: it has answered, so the ladder ends. */
  async afterOtherTimeWish(tx: Tx, talkId: string): Promise<void> {
    await this.withdrawn.supersede(tx, talkId, 'answered', RUNG_KINDS);
  }

  /**
   * The confirmation says all that an invitation on its way would have said, and ends the ladder. One that a wish for
   * another time had made wrong is right again.
   */
  async afterConfirmation(tx: Tx, talkId: string): Promise<void> {
    await this.withdrawn.supersede(tx, talkId, 'answered', RUNG_KINDS);
    const facts = await this.plans.facts(tx, talkId);
    if (facts.household.channel === 'email') {
      await this.withdrawn.supersede(tx, talkId, 'answered', ['invitation', 'change']);
    }
    await this.withdrawn.reviveConfirmation(tx, facts);
    await this.plans.insert(tx, facts, noticesOfConfirmation(facts));
  }

  /** When nothing had left yet, nobody hears of the talk at all. */
  async afterCancellation(tx: Tx, talkId: string): Promise<void> {
    await this.withdrawn.supersede(tx, talkId, 'cancelled');
    const facts = await this.plans.facts(tx, talkId);
    await this.plans.insert(tx, facts, noticesOfCancellation(facts));
  }

  /**
   * The cancellation was a mistake: what would have told of it is gone, and what it had taken back is planned again. To
   * be called before the talk's row is written; false, and nothing changed, when somebody may have read of it already.
   */
  takeBackCancellation(tx: Tx, talkId: string): Promise<boolean> {
    return this.withdrawn.takeBackLatest(tx, talkId, 'cancelled');
  }

  /** The page must be there before anybody reads of it; a letter needs the page's code. */
  private async announce(tx: Tx, facts: PlanningFacts, planned: readonly PlannedNotice[]): Promise<void> {
    const { talkId, revision, household, endsAt } = facts;
    const talk = { talkId, householdId: household.id, revision, endsAt };
    const withCode = [household, ...planned.map(({ recipient }) => recipient)].some(isByLetter);
    await this.links.make(tx, talk, withCode);
    await this.plans.insert(tx, facts, planned);
  }
}

const isByLetter = ({ channel }: Recipient): boolean => channel === 'letter';
