import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { TalkRecord } from './talk-record.js';
import { TalksRepository } from './talks.repository.js';

/** The time of a talk has come that no household was told of: it does not take place, and the household waits again. */
@Injectable()
export class CancelUntoldTalks {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly talks: TalksRepository,
    private readonly record: TalkRecord,
  ) {}

  /** Returns how many talks were called off. */
  async run(): Promise<number> {
    const late = await this.database.query<{ officeId: number; talkId: string }>(
      `select office_id as "officeId", id as "talkId" from talks where state = 'planned' and starts_at <= $1
        order by starts_at, id limit 100`,
      [this.clock.now()],
    );
    for (const { officeId, talkId } of late) await this.cancel(officeId, talkId);
    return late.length;
  }

  private cancel(officeId: number, talkId: string): Promise<void> {
    return this.database.transaction(async (tx) => {
      const talk = await this.talks.lock(tx, officeId, talkId);
      if (talk.state !== 'planned') return;
      const columns = { state: 'cancelled', cancelled_by: 'office', revision: talk.revision + 1 };
      await this.talks.change(tx, talk, columns, this.clock.now());
      await this.talks.freeResources(tx, talkId);
      const { householdId } = talk;
      await this.talks.setHouseholdState(tx, householdId, 'open');
      await this.record.write(tx, {
        officeId,
        talkId,
        householdId,
        actor: 'system',
        event: 'cancelled',
        detail: { by: 'office' },
      });
    });
  }
}
