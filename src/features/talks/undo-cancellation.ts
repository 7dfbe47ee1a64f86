import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database, type Tx } from '../../platform/database/database.js';
import { Offices } from '../offices/index.js';
import { resourcesOf, SlotTaken, takeAll } from './allocations.js';
import type { ChangedMeanwhile, NotOpen } from './free-slot.js';
import { lockResources } from './resource-locks.js';
import { TalkRecord } from './talk-record.js';
import { verdictOnUndoingCancellation, type Actor, type Talk, type TalkState } from './talk.js';
import { TalksRepository } from './talks.repository.js';

/** Takes back the cancellation that `version` showed. */
interface UndoCancellationCommand {
  readonly officeId: number;
  readonly talkId: string;
  readonly version: number;
  readonly actor: Actor;
}

type UndoCancellationOutcome =
  | { readonly kind: 'cancellation-undone'; readonly version: number }
  /** Somebody has read of it, or reads of it now; or an interpreter would have to be asked anew. */
  | { readonly kind: 'cancellation-left' }
  /** The household has a new talk already, or somebody else has the room or a person at that time. */
  | { readonly kind: 'already-planned' | 'taken' }
  | ChangedMeanwhile
  | NotOpen;

interface Cancelled {
  readonly cancelledFrom: TalkState | null;
  readonly minutes: number;
  readonly bufferMinutes: number;
}

/** A talk was called off by mistake: as long as the messages wait, it stands again and nobody hears of either. */
@Injectable()
export class UndoCancellation {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly offices: Offices,
    private readonly talks: TalksRepository,
    private readonly record: TalkRecord,
  ) {}

  /** Throws `talk-not-found`. */
  async run(command: UndoCancellationCommand): Promise<UndoCancellationOutcome> {
    const { policies } = await this.offices.get(command.officeId);
    const seen = await this.talks.get(command.officeId, command.talkId);
    try {
      return await this.database.transaction(async (tx) => {
        await lockResources(tx, resourcesOf(seen, seen.householdId));
        const talk = await this.talks.lockRow(tx, command.officeId, command.talkId);
        const now = this.clock.now();
        const seconds = policies.noticeHoldSeconds;
        const verdict = verdictOnUndoingCancellation(talk, { version: command.version, seconds, now });
        if (verdict === 'not-open') return { kind: 'not-open', state: talk.state };
        if (verdict === 'changed-meanwhile') return this.talks.changedMeanwhile(tx, talk);
        if (verdict === 'too-late') return { kind: 'cancellation-left' };
        if (await this.talks.hasOtherOpenTalk(tx, talk)) return { kind: 'already-planned' };
        if (!(await this.record.takeBackCancellation(tx, talk.id))) return { kind: 'cancellation-left' };
        return this.standAgain(tx, talk, command.actor, now);
      });
    } catch (error) {
      if (error instanceof SlotTaken) return { kind: 'taken' };
      throw error;
    }
  }

  /**
   * Nobody knows of the cancelled revision, so the talk has its former one again; calendars that were looked at meanwhile
   * take only a higher SEQUENCE.
   */
  private async standAgain(tx: Tx, talk: Talk, actor: Actor, now: Date): Promise<UndoCancellationOutcome> {
    const { id: talkId, officeId, householdId } = talk;
    const [cancelled] = await tx.query<Cancelled[]>(
      `select cancelled_from as "cancelledFrom", minutes, buffer_minutes as "bufferMinutes" from talks where id = $1`,
      [talkId],
    );
    if (!cancelled?.cancelledFrom) return { kind: 'not-open', state: talk.state };
    await tx.query('update talks set entry_base = entry_base + 2 where id = $1', [talkId]);
    const columns = {
      state: cancelled.cancelledFrom,
      revision: talk.revision - 1,
      cancelled_by: null,
      cancel_reason: null,
      cancelled_from: null,
    };
    const { version } = await this.talks.change(tx, talk, columns, now);
    const choice = { ...talk, startsAt: talk.startsAt.toISOString() };
    await takeAll(tx, { ...cancelled, choice, householdId, talkId, now });
    await this.talks.setHouseholdState(tx, householdId, 'planned');
    await this.record.write(tx, { officeId, talkId, householdId, actor, event: 'cancellation-undone' });
    return { kind: 'cancellation-undone', version };
  }
}
