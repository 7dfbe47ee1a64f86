import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { BookTalk, FreeSlots } from '../talks/index.js';
import { AcceptOffer, OfferQueries } from '../visits/index.js';

const TALKS = 10;
const ACTOR = 'system';

/**
 * Households in whose language an interpreter, and no caseworker, can talk. Of each language one goes on waiting, so
 * that there is something to plan.
 */
const NEEDING_INTERPRETER = `
select id from (
  select h.id, h.target_on, row_number() over (partition by l.language order by h.target_on, h.id) as place
  from households h join household_languages l on l.household_id = h.id and l.rank = 1
  where h.office_id = $1 and h.state = 'open' and not h.step_free
    and exists (select from interpreter_languages where language = l.language)
    and not exists (select from caseworker_languages where language = l.language)
) waiting
where place > 1
order by target_on, id
limit ${TALKS}`;

/** Talks with interpreters, booked and answered by the use cases that staff and interpreters use. */
@Injectable()
export class InterpretedTalks {
  constructor(
    private readonly database: Database,
    private readonly freeSlots: FreeSlots,
    private readonly bookTalk: BookTalk,
    private readonly offers: OfferQueries,
    private readonly acceptOffer: AcceptOffer,
  ) {}

  /** Every second interpreter who is asked has said yes, the others still think. */
  async create(officeId: number, today: string): Promise<void> {
    const waiting = await this.database.query<{ id: number }>(NEEDING_INTERPRETER, [officeId]);
    for (const { id } of waiting) await this.book(officeId, id, today);
    const open = await this.offers.list(officeId, { state: 'open', limit: TALKS });
    const interpreterIds = [...new Set(open.map(({ interpreterId }) => interpreterId))].sort((a, b) => a - b);
    const willing = new Set(interpreterIds.filter((_, index) => index % 2 === 0));
    for (const { id, interpreterId } of open) {
      if (willing.has(interpreterId))
        await this.acceptOffer.run({ offerId: id, interpreterId, actor: ACTOR });
    }
  }

  /** The cheapest free place, when there is one. */
  private async book(officeId: number, householdId: number, today: string): Promise<void> {
    const answer = await this.freeSlots.run(officeId, { householdId, limit: 1, from: today });
    const [choice] = answer.kind === 'proposed' ? answer.slots : [];
    if (choice) await this.bookTalk.run({ officeId, householdId, choice, actor: ACTOR });
  }
}
