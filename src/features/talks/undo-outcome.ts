import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import type { ChangedMeanwhile, NotOpen } from './free-slot.js';
import { TalkRecord } from './talk-record.js';
import { stateBefore, verdictOnUndoing, type Actor } from './talk.js';
import { TalksRepository } from './talks.repository.js';

/** Takes back the outcome that `version` showed. */
interface UndoOutcomeCommand {
  readonly officeId: number;
  readonly talkId: string;
  readonly version: number;
  readonly actor: Actor;
}

type UndoOutcomeOutcome =
  | { readonly kind: 'undone'; readonly version: number }
  /** The household has a new talk already: that one counts. */
  | { readonly kind: 'already-planned' }
  | ChangedMeanwhile
  | NotOpen;

/** An outcome was recorded by mistake: the talk is again what it was before. */
@Injectable()
export class UndoOutcome {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly talks: TalksRepository,
    private readonly record: TalkRecord,
  ) {}

  /** Throws `talk-not-found`. */
  run({ officeId, talkId, version, actor }: UndoOutcomeCommand): Promise<UndoOutcomeOutcome> {
    return this.database.transaction(async (tx) => {
      const talk = await this.talks.lock(tx, officeId, talkId);
      const verdict = verdictOnUndoing(talk, version);
      if (verdict === 'not-open') return { kind: 'not-open', state: talk.state };
      if (verdict === 'changed-meanwhile') return this.talks.changedMeanwhile(tx, talk);
      if (await this.talks.hasOtherOpenTalk(tx, talk)) return { kind: 'already-planned' };
      const columns = { state: stateBefore(talk), outcome_by: null, state_before_outcome: null };
      const saved = await this.talks.change(tx, talk, columns, this.clock.now());
      const { householdId } = talk;
      await this.talks.setHouseholdState(tx, householdId, 'planned');
      await this.record.write(tx, { officeId, talkId, householdId, actor, event: 'outcome-undone' });
      return { kind: 'undone', version: saved.version };
    });
  }
}
