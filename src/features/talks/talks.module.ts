import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/index.js';
import { NoticesModule } from '../notices/index.js';
import { OfficesModule } from '../offices/index.js';
import { Alternatives } from './alternatives.js';
import { BookTalk } from './book-talk.js';
import { CancelTalk } from './cancel-talk.js';
import { CancelUntoldTalks } from './cancel-untold-talks.js';
import { ConfirmTalk } from './confirm-talk.js';
import { FreeSlots } from './free-slots.js';
import { MoveTalk } from './move-talk.js';
import { PlaceTalks } from './place-talks.js';
import { ReassignTalk } from './reassign-talk.js';
import { RecordOutcome } from './record-outcome.js';
import { RequestOtherTime } from './request-other-time.js';
import { SlotCheck } from './slot-check.js';
import { SlotLimits } from './slot-limits.js';
import { SchedulingSnapshots } from './snapshot/scheduling-snapshots.js';
import { TalkFollowers } from './talk-followers.js';
import { TalkQueries } from './talk.queries.js';
import { TalkRecord } from './talk-record.js';
import { TalksRepository } from './talks.repository.js';
import { UndoCancellation } from './undo-cancellation.js';
import { UndoOutcome } from './undo-outcome.js';

const useCases = [
  FreeSlots,
  BookTalk,
  MoveTalk,
  ReassignTalk,
  PlaceTalks,
  ConfirmTalk,
  CancelTalk,
  UndoCancellation,
  CancelUntoldTalks,
  RequestOtherTime,
  RecordOutcome,
  UndoOutcome,
];

/** Talks: found, booked, moved, called off, answered and closed. */
@Module({
  imports: [AuditModule, NoticesModule, OfficesModule],
  providers: [
    TalksRepository,
    TalkRecord,
    TalkFollowers,
    TalkQueries,
    SchedulingSnapshots,
    SlotCheck,
    SlotLimits,
    Alternatives,
    ...useCases,
  ],
  exports: [SlotLimits, TalkQueries, TalkFollowers, SchedulingSnapshots, ...useCases],
})
export class TalksModule {}
