import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import type { ChangedMeanwhile, NotOpen } from './free-slot.js';
import { TalkRecord } from './talk-record.js';
import {
  householdAfter,
  stateBefore,
  verdictOnOutcome,
  type Actor,
  type Outcome,
  type Party,
} from './talk.js';
import { TalksRepository } from './talks.repository.js';

/** What came of the talk that `version` showed. */
interface RecordOutcomeCommand {
  readonly officeId: number;
  readonly talkId: string;
  readonly version: number;
  readonly actor: Actor;
  readonly outcome: Outcome;
  /** Who was missing, after a no-show. */
  readonly who?: Party | undefined;
}

export type RecordOutcomeOutcome =
  | { readonly kind: 'recorded'; readonly version: number }
  | { readonly kind: 'not-begun' }
  | ChangedMeanwhile
  | NotOpen;

/** Writes down what came of a talk that has begun; the household's case is closed or open again by it. */
@Injectable()
export class RecordOutcome {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly talks: TalksRepository,
    private readonly record: TalkRecord,
  ) {}

  /** Throws `talk-not-found`. A second outcome replaces the first one. */
  run(command: RecordOutcomeCommand): Promise<RecordOutcomeOutcome> {
    const { officeId, talkId, actor, outcome, who } = command;
    return this.database.transaction(async (tx) => {
      const now = this.clock.now();
      const talk = await this.talks.lock(tx, officeId, talkId);
      const verdict = verdictOnOutcome(talk, command.version, now);
      if (verdict === 'not-begun') return { kind: 'not-begun' };
      if (verdict === 'not-open') return { kind: 'not-open', state: talk.state };
      if (verdict === 'changed-meanwhile') return this.talks.changedMeanwhile(tx, talk);
      const outcomeBy = outcome === 'no-show' ? (who ?? 'household') : null;
      const columns = { state: outcome, outcome_by: outcomeBy, state_before_outcome: stateBefore(talk) };
      const { version } = await this.talks.change(tx, talk, columns, now);
      const { householdId } = talk;
      if (!(await this.talks.hasOtherOpenTalk(tx, talk))) {
        await this.talks.setHouseholdState(tx, householdId, householdAfter(outcome));
      }
      const detail = { outcome, who: outcomeBy };
      await this.record.write(tx, {
        officeId,
        talkId,
        householdId,
        actor,
        event: 'outcome-recorded',
        detail,
      });
      return { kind: 'recorded', version };
    });
  }
}
