import { Injectable } from '@nestjs/common';
import { Households } from '../../../features/households/index.js';
import { TalkQueries } from '../../../features/talks/index.js';
import type { OfficeContext } from '../office-context.js';
import { movingOf, type SlotsPurpose } from '../slots/purpose.js';

/** Loads what moving a talk has to know. */
@Injectable()
export class Moving {
  constructor(
    private readonly talks: TalkQueries,
    private readonly households: Households,
  ) {}

  async of(context: OfficeContext, talkId: string): Promise<SlotsPurpose> {
    const { office } = context;
    const talk = await this.talks.byId(office.id, talkId);
    return movingOf(talk, await this.households.get(office.id, talk.householdId), context);
  }
}
