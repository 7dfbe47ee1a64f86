import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import type { NotOpen } from './free-slot.js';
import { TalkRecord } from './talk-record.js';
import { isComing, type Actor } from './talk.js';
import { TalksRepository } from './talks.repository.js';

/** Wishes in a few words or codes, such as `mon-morning,thu-afternoon`. */
interface RequestOtherTimeCommand {
  readonly officeId: number;
  readonly talkId: string;
  readonly actor: Actor;
  readonly wishes: string;
}

type RequestOtherTimeOutcome = { readonly kind: 'requested'; readonly version: number } | NotOpen;

const LONGEST_WISHES = 500;

/** None of the offered times suited the household: staff find another one. The talk stays until they did. */
@Injectable()
export class RequestOtherTime {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly talks: TalksRepository,
    private readonly record: TalkRecord,
  ) {}

  /** Throws `talk-not-found` and `wishes-too-long` (500 characters). Asking twice keeps the newer wishes. */
  run({ officeId, talkId, actor, wishes }: RequestOtherTimeCommand): Promise<RequestOtherTimeOutcome> {
    const words = wishes.trim();
    if (words.length > LONGEST_WISHES) {
      throw new DomainError('wishes-too-long', 'invalid', { limit: LONGEST_WISHES });
    }
    return this.database.transaction(async (tx) => {
      const now = this.clock.now();
      const talk = await this.talks.lock(tx, officeId, talkId);
      if (!isComing(talk, now)) return { kind: 'not-open', state: talk.state };
      const columns = { state: 'change-requested', wishes: words };
      const { version } = await this.talks.change(tx, talk, columns, now);
      const { householdId } = talk;
      await this.record.write(tx, { officeId, talkId, householdId, actor, event: 'other-time-requested' });
      return { kind: 'requested', version };
    });
  }
}
