import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import type { ChangedMeanwhile, NotOpen } from './free-slot.js';
import { TalkRecord } from './talk-record.js';
import { verdictOnConfirming, type Actor } from './talk.js';
import { TalksRepository } from './talks.repository.js';

/** Says yes to what `revision` announced. */
interface ConfirmTalkCommand {
  readonly officeId: number;
  readonly talkId: string;
  readonly revision: number;
  readonly actor: Actor;
}

export type ConfirmTalkOutcome =
  | {
      readonly kind: 'confirmed' | 'already-confirmed';
      readonly revision: number;
      readonly version: number;
    }
  | ChangedMeanwhile
  | NotOpen;

/** The household comes. Saying yes twice is once; a yes to a time that was moved meanwhile does not count. */
@Injectable()
export class ConfirmTalk {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly talks: TalksRepository,
    private readonly record: TalkRecord,
  ) {}

  /** Throws `talk-not-found`. */
  run({ officeId, talkId, revision, actor }: ConfirmTalkCommand): Promise<ConfirmTalkOutcome> {
    return this.database.transaction(async (tx) => {
      const now = this.clock.now();
      const talk = await this.talks.lock(tx, officeId, talkId);
      const verdict = verdictOnConfirming(talk, revision, now);
      if (verdict === 'not-open') return { kind: 'not-open', state: talk.state };
      if (verdict === 'changed-meanwhile') return this.talks.changedMeanwhile(tx, talk);
      if (verdict === 'already-confirmed') return { kind: verdict, revision, version: talk.version };
      const { version } = await this.talks.change(tx, talk, { state: 'confirmed', wishes: null }, now);
      const { householdId } = talk;
      await this.record.write(tx, { officeId, talkId, householdId, actor, event: 'confirmed' });
      return { kind: 'confirmed', revision, version };
    });
  }
}
