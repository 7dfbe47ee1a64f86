import { Injectable } from '@nestjs/common';
import { Links } from '../../features/links/index.js';
import { TalkQueries, type TalkView } from '../../features/talks/index.js';
import { isAhead } from './appointment-state.js';
import { newcomerPaths } from './newcomer-paths.js';
import type { Visit } from './visits.js';

/** The talk that a household has instead of one that is over, and the page of it. */
export interface NextTalk {
  readonly talk: TalkView;
  readonly href: string | null;
}

/** Old mails stay in the mailbox: their links lead on to the talk that counts now. */
@Injectable()
export class NextTalks {
  constructor(
    private readonly talks: TalkQueries,
    private readonly links: Links,
  ) {}

  /** Only for a talk that was cancelled or is past; null when the household has no other to come. */
  async after({ talk, state, now, reading }: Visit): Promise<NextTalk | null> {
    if (state !== 'cancelled' && state !== 'past') return null;
    const talks = await this.talks.ofHousehold(talk.officeId, talk.householdId);
    const next = talks.find((other) => isAhead(other, now));
    if (!next) return null;
    const token = await this.links.newestToken(next.id);
    const href = token === undefined ? null : newcomerPaths(token, reading.chosen).appointment;
    return { talk: next, href };
  }
}
