import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/index.js';
import { NoticesModule } from '../notices/index.js';
import { OfficesModule } from '../offices/index.js';
import { CancelTalk } from './cancel-talk.js';
import { ConfirmTalk } from './confirm-talk.js';
import { RecordOutcome } from './record-outcome.js';
import { RequestOtherTime } from './request-other-time.js';
import { TalkQueries } from './talk.queries.js';
import { TalkRecord } from './talk-record.js';
import { TalksRepository } from './talks.repository.js';
import { UndoOutcome } from './undo-outcome.js';

const useCases = [ConfirmTalk, CancelTalk, RequestOtherTime, RecordOutcome, UndoOutcome];

/** Talks: found, booked, moved, called off, answered and closed. */
@Module({
  imports: [AuditModule, NoticesModule, OfficesModule],
  providers: [TalksRepository, TalkRecord, TalkQueries, ...useCases],
  exports: [TalkQueries, ...useCases],
})
export class TalksModule {}
