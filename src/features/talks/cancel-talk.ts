import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database, type Tx } from '../../platform/database/database.js';
import { Offices } from '../offices/index.js';
import { refuseTooLate } from './change-deadline.js';
import type { ChangedMeanwhile, NotOpen } from './free-slot.js';
import { TalkRecord } from './talk-record.js';
import { verdictOnChanging, type Actor, type Party, type Talk } from './talk.js';
import { TalksRepository } from './talks.repository.js';

/** Calls off what `version` showed. */
interface CancelTalkCommand {
  readonly officeId: number;
  readonly talkId: string;
  readonly version: number;
  readonly actor: Actor;
  /** Whose wish it is. */
  readonly by: Party;
  readonly reason?: string | undefined;
}

export type CancelTalkOutcome =
  | { readonly kind: 'cancelled'; readonly version: number; readonly revision: number }
  | ChangedMeanwhile
  | NotOpen;

/** A coming talk does not take place: its resources are free again and the household waits for another one. */
@Injectable()
export class CancelTalk {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly offices: Offices,
    private readonly talks: TalksRepository,
    private readonly record: TalkRecord,
  ) {}

  /** Throws `talk-not-found`, and `talk-too-late` when the household cancels after its deadline. */
  async run(command: CancelTalkCommand): Promise<CancelTalkOutcome> {
    const { officeId, talkId, actor, by } = command;
    const { policies } = await this.offices.get(officeId);
    return this.database.transaction(async (tx) => {
      const now = this.clock.now();
      const talk = await this.talks.lock(tx, officeId, talkId);
      const verdict = verdictOnChanging(talk, command.version, now);
      if (verdict === 'not-open') return { kind: 'not-open', state: talk.state };
      if (verdict === 'changed-meanwhile') return this.talks.changedMeanwhile(tx, talk);
      refuseTooLate(talk, { actor, now }, policies.changeUntilHours);
      const saved = await this.save(tx, talk, command);
      const { householdId } = talk;
      await this.record.write(tx, {
        officeId,
        talkId,
        householdId,
        actor,
        event: 'cancelled',
        detail: { by },
      });
      return { kind: 'cancelled', ...saved };
    });
  }

  /** The revision grows: calendars take a cancellation only with a higher SEQUENCE (RFC 5546 2.1.4). */
  private async save(
    tx: Tx,
    talk: Talk,
    { by, reason }: CancelTalkCommand,
  ): Promise<{ version: number; revision: number }> {
    const words = reason?.trim() ?? '';
    const columns = {
      state: 'cancelled',
      cancelled_from: talk.state,
      cancelled_by: by,
      cancel_reason: words === '' ? null : words,
      revision: talk.revision + 1,
    };
    const saved = await this.talks.change(tx, talk, columns, this.clock.now());
    await this.talks.freeResources(tx, talk.id);
    await this.talks.setHouseholdState(tx, talk.householdId, 'open');
    return saved;
  }
}
