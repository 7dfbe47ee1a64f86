import { CreateOfficeWorld1763800000000 } from './1763800000000-create-office-world.js';
import { CreateHouseholds1763800100000 } from './1763800100000-create-households.js';
import { CreateTalks1763800200000 } from './1763800200000-create-talks.js';
import { CreateNotices1763800300000 } from './1763800300000-create-notices.js';
import { CreateStaff1763800400000 } from './1763800400000-create-staff.js';
import { FillLanguages1763800500000 } from './1763800500000-fill-languages.js';
import { CreateRateLimits1763810000000 } from './1763810000000-create-rate-limits.js';
import { CreatePlans1763820000000 } from './1763820000000-create-plans.js';
import { AddTalkAnswers1763821000000 } from './1763821000000-add-talk-answers.js';
import { AddImportMarks1763822000000 } from './1763822000000-add-import-marks.js';
import { LetNoticesRepeat1763830000000 } from './1763830000000-let-notices-repeat.js';
import { IndexNoticeCopies1763831000000 } from './1763831000000-index-notice-copies.js';
import { WidenPlanWork1763840000000 } from './1763840000000-widen-plan-work.js';
import { LetPlansMoveAnnouncedTalks1763850000000 } from './1763850000000-let-plans-move-announced-talks.js';
import { CreateWeightTrials1763850100000 } from './1763850100000-create-weight-trials.js';
import { CreatePlanSteps1763850200000 } from './1763850200000-create-plan-steps.js';
import { GiveTariffsRules1763851000000 } from './1763851000000-give-tariffs-rules.js';
import { CreateInterpreterPages1763853000000 } from './1763853000000-create-interpreter-pages.js';
import { CreateBusyFeeds1763853100000 } from './1763853100000-create-busy-feeds.js';
import { CreateWorkedTimes1763853200000 } from './1763853200000-create-worked-times.js';
import { CreateOfficeTexts1763854000000 } from './1763854000000-create-office-texts.js';
import { AddLetterCodes1763855000000 } from './1763855000000-add-letter-codes.js';
import { CreateReturnedMessages1763862100000 } from './1763862100000-create-returned-messages.js';
import { CreateMailLimits1763862000000 } from './1763862000000-create-mail-limits.js';
import { CreateVisitsAndOffers1763852000000 } from './1763852000000-create-visits-and-offers.js';
import { CreateVisitCosts1763860000000 } from './1763860000000-create-visit-costs.js';
import { GiveTariffsAnOffice1763873000000 } from './1763873000000-give-tariffs-an-office.js';
import { BindAccountsToMunicipalities1763873100000 } from './1763873100000-bind-accounts-to-municipalities.js';
import { IndexBounces1763866000000 } from './1763866000000-index-bounces.js';
import { SuspendLadders1763863000000 } from './1763863000000-suspend-ladders.js';
import { CreateTalkStatistics1763866100000 } from './1763866100000-create-talk-statistics.js';
import { CreateCalendarEntries1763861000000 } from './1763861000000-create-calendar-entries.js';
import { ChainAudit1763865000000 } from './1763865000000-chain-audit.js';
import { CreateDisplacedTalks1763864000000 } from './1763864000000-create-displaced-talks.js';
import { CreateRetention1763866200000 } from './1763866200000-create-retention.js';
import { CreateJobs1763872000000 } from './1763872000000-create-jobs.js';
import { CreateChanges1763872100000 } from './1763872100000-create-changes.js';
import { MergeHouseholds1763872200000 } from './1763872200000-merge-households.js';
import { CreateSecondFactors1763865100000 } from './1763865100000-create-second-factors.js';
import { IndexInvitations1763871000000 } from './1763871000000-index-invitations.js';
import { KeepCalendarEntries1763871100000 } from './1763871100000-keep-calendar-entries.js';
import { IndexHistory1763877000000 } from './1763877000000-index-history.js';
import { RecordEmailConsents1763882100000 } from './1763882100000-record-email-consents.js';
import { OfferToArchive1763882000000 } from './1763882000000-offer-to-archive.js';
import { RememberCancelledState1763871200000 } from './1763871200000-remember-cancelled-state.js';
import { CreateStaffDoors1763874000000 } from './1763874000000-create-staff-doors.js';
import { LetStaffDealWithAnswers1763871300000 } from './1763871300000-let-staff-deal-with-answers.js';
import { LetOfficesSeeBusyInterpreters1763875000000 } from './1763875000000-let-offices-see-busy-interpreters.js';
import { HoldSending1763881100000 } from './1763881100000-hold-sending.js';
import { SealContactData1763881000000 } from './1763881000000-seal-contact-data.js';
import { SaveFilters1763884100000 } from './1763884100000-save-filters.js';
import { KeepLetterFiles1763883000000 } from './1763883000000-keep-letter-files.js';
import { TellOfLifts1763884000000 } from './1763884000000-tell-of-lifts.js';

/** Every migration, in the order of its timestamp. Forward only; never edited once merged. */
export const allMigrations = [
  CreateOfficeWorld1763800000000,
  CreateHouseholds1763800100000,
  CreateTalks1763800200000,
  CreateNotices1763800300000,
  CreateStaff1763800400000,
  FillLanguages1763800500000,
  CreateRateLimits1763810000000,
  CreatePlans1763820000000,
  AddTalkAnswers1763821000000,
  AddImportMarks1763822000000,
  LetNoticesRepeat1763830000000,
  IndexNoticeCopies1763831000000,
  WidenPlanWork1763840000000,
  LetPlansMoveAnnouncedTalks1763850000000,
  CreateWeightTrials1763850100000,
  CreatePlanSteps1763850200000,
  GiveTariffsRules1763851000000,
  CreateInterpreterPages1763853000000,
  CreateBusyFeeds1763853100000,
  CreateWorkedTimes1763853200000,
  CreateOfficeTexts1763854000000,
  AddLetterCodes1763855000000,
  CreateVisitsAndOffers1763852000000,
  CreateVisitCosts1763860000000,
  IndexBounces1763866000000,
  SuspendLadders1763863000000,
  CreateMailLimits1763862000000,
  CreateTalkStatistics1763866100000,
  CreateCalendarEntries1763861000000,
  CreateReturnedMessages1763862100000,
  ChainAudit1763865000000,
  CreateDisplacedTalks1763864000000,
  CreateRetention1763866200000,
  CreateJobs1763872000000,
  CreateChanges1763872100000,
  MergeHouseholds1763872200000,
  CreateSecondFactors1763865100000,
  IndexInvitations1763871000000,
  KeepCalendarEntries1763871100000,
  RememberCancelledState1763871200000,
  LetStaffDealWithAnswers1763871300000,
  GiveTariffsAnOffice1763873000000,
  IndexHistory1763877000000,
  CreateStaffDoors1763874000000,
  BindAccountsToMunicipalities1763873100000,
  LetOfficesSeeBusyInterpreters1763875000000,
  SealContactData1763881000000,
  HoldSending1763881100000,
  TellOfLifts1763884000000,
  OfferToArchive1763882000000,
  RecordEmailConsents1763882100000,
  SaveFilters1763884100000,
  KeepLetterFiles1763883000000,
];
