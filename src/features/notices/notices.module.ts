import { BullModule } from '@nestjs/bullmq';
import { Module } from '@nestjs/common';
import { MailModule } from '../../platform/mail/mail.module.js';
import { PdfModule } from '../../platform/pdf/pdf.module.js';
import { AuditModule } from '../audit/index.js';
import { CalendarsModule } from '../calendars/index.js';
import { JobsModule } from '../jobs/index.js';
import { LanguagesModule } from '../languages/index.js';
import { LinksModule } from '../links/index.js';
import { OfficesModule } from '../offices/index.js';
import { TextsModule } from '../texts/index.js';
import { CatchUp } from './catch-up.js';
import { ComposeNotice } from './compose-notice.js';
import { ComposeOfferNotice } from './compose-offer-notice.js';
import { ComposeSignIn } from './compose-sign-in.js';
import { ComposeTalkNotice } from './compose-talk-notice.js';
import { HouseholdLadderQueries } from './ladder/household-ladder.queries.js';
import { LadderSuspension } from './ladder/ladder-suspension.js';
import { ComposeLetters } from './letters/compose-letters.js';
import { LetterInstead } from './letters/letter-instead.js';
import { DeliverNotice } from './deliver-notice.js';
import { LetterFiles } from './letters/letter-files.js';
import { LetterQueries } from './letters/letter.queries.js';
import { MakeLetterFile } from './letters/make-letter-file.js';
import { OrderPrinting } from './letters/order-printing.js';
import { PostLetters } from './letters/post-letters.js';
import { RestByLetter } from './letters/rest-by-letter.js';
import { PrintLetters } from './letters/print-letters.js';
import { RunPrinting } from './letters/run-printing.js';
import { MailLimits } from './limits/mail-limits.js';
import { NoticeCalendars } from './notice-calendars.js';
import { NoticeClaims } from './notice-claims.js';
import { NoticeLeases } from './notice-leases.js';
import { NoticeOutcomes } from './notice-outcomes.js';
import { NOTICE_QUEUE } from './notice-queue.js';
import { NoticeQueries } from './notice.queries.js';
import { NoticePlanner } from './notice-planner.js';
import { OfferDetailsRepository } from './offer-details.repository.js';
import { OfferNotices } from './offer-notices.js';
import { OfferSubjects } from './offer-subjects.js';
import { PlanningRepository } from './planning.repository.js';
import { AnsweredEntries } from './returned/answered-entries.js';
import { OpenAnswers } from './returned/open-answers.js';
import { TakeReturnedMail } from './returned/take-returned-mail.js';
import { ReconcileNotices } from './reconcile-notices.js';
import { ResendNotice } from './resend-notice.js';
import { SendingHold } from './sending-hold.js';
import { SendNotices } from './send-notices.js';
import { TalkCalendars } from './talk-calendars.js';
import { TalkDetailsRepository } from './talk-details.repository.js';
import { TalkLinks } from './talk-links.js';
import { SignInNotice } from './sign-in-notice.js';
import { WakeNoticeWorker } from './wake-notice-worker.js';
import { WithdrawnNotices } from './withdrawn-notices.js';

/** Planning, reading and sending notices; when to look for due ones is the worker's part (jobs/). */
@Module({
  imports: [
    AuditModule,
    CalendarsModule,
    JobsModule,
    LinksModule,
    LanguagesModule,
    MailModule,
    OfficesModule,
    PdfModule,
    TextsModule,
    BullModule.registerQueue({ name: NOTICE_QUEUE }),
  ],
  providers: [
    NoticePlanner,
    PlanningRepository,
    WithdrawnNotices,
    TalkLinks,
    TalkCalendars,
    TalkDetailsRepository,
    CatchUp,
    NoticeCalendars,
    NoticeClaims,
    NoticeLeases,
    NoticeOutcomes,
    ComposeNotice,
    ComposeOfferNotice,
    OfferNotices,
    OfferDetailsRepository,
    OfferSubjects,
    ComposeSignIn,
    ComposeTalkNotice,
    MailLimits,
    AnsweredEntries,
    TakeReturnedMail,
    OpenAnswers,
    DeliverNotice,
    SendNotices,
    SendingHold,
    NoticeQueries,
    ReconcileNotices,
    ResendNotice,
    SignInNotice,
    WakeNoticeWorker,
    LetterQueries,
    ComposeLetters,
    PrintLetters,
    LetterFiles,
    OrderPrinting,
    MakeLetterFile,
    RunPrinting,
    PostLetters,
    LetterInstead,
    RestByLetter,
    LadderSuspension,
    HouseholdLadderQueries,
  ],
  exports: [
    NoticePlanner,
    OfferNotices,
    NoticeQueries,
    ReconcileNotices,
    ResendNotice,
    SendNotices,
    SendingHold,
    TakeReturnedMail,
    OpenAnswers,
    MailLimits,
    SignInNotice,
    TalkCalendars,
    LetterQueries,
    PrintLetters,
    LetterFiles,
    OrderPrinting,
    PostLetters,
    LetterInstead,
    RestByLetter,
    LadderSuspension,
    HouseholdLadderQueries,
  ],
})
export class NoticesModule {}
