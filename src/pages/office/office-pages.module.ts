import { type MiddlewareConsumer, Module, type NestModule } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';
import { ArrivalsModule } from '../../features/arrivals/index.js';
import { AuditModule } from '../../features/audit/index.js';
import { ChangesModule } from '../../features/changes/index.js';
import { DuplicatesModule } from '../../features/duplicates/index.js';
import { HouseholdActionsModule } from '../../features/household-actions/index.js';
import { HouseholdsModule } from '../../features/households/index.js';
import { InterpretersModule } from '../../features/interpreters/index.js';
import { JobsModule } from '../../features/jobs/index.js';
import { LanguagesModule } from '../../features/languages/index.js';
import { LinksModule } from '../../features/links/index.js';
import { MunicipalitiesModule } from '../../features/municipalities/index.js';
import { NoticesModule } from '../../features/notices/index.js';
import { OfficesModule } from '../../features/offices/index.js';
import { PlansModule } from '../../features/plans/index.js';
import { ReplanningModule } from '../../features/replanning/index.js';
import { ReportsModule } from '../../features/reports/index.js';
import { ResourcesModule } from '../../features/resources/index.js';
import { SettingsModule } from '../../features/settings/index.js';
import { StaffModule } from '../../features/staff/index.js';
import { TariffsModule } from '../../features/tariffs/index.js';
import { TalksModule } from '../../features/talks/index.js';
import { VisitsModule } from '../../features/visits/index.js';
import { SavedFiltersModule } from '../../features/saved-filters/index.js';
import { WorklistModule } from '../../features/worklist/index.js';
import { TextsModule } from '../../features/texts/index.js';
import { ActorNames } from './actor-names.js';
import { ChooseHouseholdController } from './by-hand/choose-household.controller.js';
import { DeliveryController } from './delivery/delivery.controller.js';
import { ResendController } from './delivery/resend.controller.js';
import { RecoveriesController } from './recoveries/recoveries.controller.js';
import { SearchController } from './search/search.controller.js';
import { accountControllers } from './account/account-controllers.js';
import { OfficeAuditController } from './audit/audit.controller.js';
import { BulkController } from './bulk/bulk.controller.js';
import { TakeBackController } from './bulk/take-back.controller.js';
import { ByHandController } from './by-hand/by-hand.controller.js';
import { DisplacedController } from './displaced/displaced.controller.js';
import { DuplicatesController } from './duplicates/duplicates.controller.js';
import { MergeController } from './duplicates/merge.controller.js';
import { DropOutController } from './drop-out/drop-out.controller.js';
import { HouseholdConflict } from './household/household-conflict.js';
import { HouseholdMaterials } from './household/household-material.js';
import { HouseholdEditController } from './household/household-edit.controller.js';
import { HouseholdController } from './household/household.controller.js';
import { ImportController } from './import/import.controller.js';
import { ImportResultController } from './import/import-result.controller.js';
import { InboxController } from './inbox/inbox.controller.js';
import { JobDetails } from './jobs/job-details.js';
import { JobsController } from './jobs/jobs.controller.js';
import { LanguageNames } from './language-names.js';
import { LadderController } from './household/ladder.controller.js';
import { LetterInsteadController } from './letters/letter-instead.controller.js';
import { LetterPrintingController } from './letters/letter-printing.controller.js';
import { LettersController } from './letters/letters.controller.js';
import { LiveController } from './live/live.controller.js';
import { LiveStreams } from './live/live-streams.js';
import { LoginController } from './login.controller.js';
import { OfficeTimeline } from './office-timeline.js';
import { OfficeFrame } from './office-frame.js';
import { OfficePages } from './office-pages.js';
import { PlanChangesController } from './plans/plan-changes.controller.js';
import { PlanPage } from './plans/plan-page.js';
import { PlanStartPage } from './plans/plan-start-page.js';
import { PlanRowController } from './plans/plan-row.controller.js';
import { PlanRowPageParts } from './plans/plan-row-page-parts.js';
import { PlansController } from './plans/plans.controller.js';
import { PublishController } from './plans/publish.controller.js';
import { WeightsController } from './plans/weights.controller.js';
import { ReportNames } from './reports/report-names.js';
import { OfficeReportsController } from './reports/reports.controller.js';
import { RootController } from './root.controller.js';
import { SessionController } from './session.controller.js';
import { SessionCookie } from './session-cookie.js';
import { CancelPages } from './talk/cancel-pages.js';
import { SavedFiltersController } from './inbox/saved-filters.controller.js';
import { OfficeAccessibilityController } from './accessibility/accessibility.controller.js';
import { OwnCalendarController } from './calendar/own-calendar.controller.js';
import { CancelController } from './talk/cancel.controller.js';
import { UndoCancellationController } from './talk/undo-cancellation.controller.js';
import { SaveReferral } from './municipality/save-referral.js';
import { MunicipalityController } from './municipality/municipality.controller.js';
import { MoveController } from './talk/move.controller.js';
import { Moving } from './talk/moving.js';
import { settingsControllers, settingsProviders } from './settings/settings-parts.js';
import { SlotAnswers } from './slots/slot-answers.js';
import { SlotPages } from './slots/slot-pages.js';
import { TalkAnswersController } from './talk/talk-answers.controller.js';
import { TalkOutcomeController } from './talk/talk-outcome.controller.js';
import { TalkConflict } from './talk/talk-conflict.js';
import { TalkController } from './talk/talk.controller.js';
import { TalkPanels } from './talk/talk-panels.js';
import { CostPreviews } from './tariffs/cost-previews.js';
import { TariffsController } from './tariffs/tariffs.controller.js';
import { TextPartPages } from './texts/text-part-pages.js';
import { TextPartController } from './texts/text-part.controller.js';
import { TextPreviewController } from './texts/text-preview.controller.js';
import { TextsController } from './texts/texts.controller.js';
import { TodayController } from './today/today.controller.js';
import { DisplacedViews } from './worklist/displaced-views.js';
import { WorklistSections } from './worklist/worklist-sections.js';
import { AnswerDoneController } from './worklist/answer-done.controller.js';
import { AnswerViews } from './worklist/answer-views.js';
import { KeepTalkController } from './worklist/keep-talk.controller.js';
import { TalkAlternatives } from './worklist/alternatives.js';
import { WorklistController } from './worklist/worklist.controller.js';
import { WeekWorlds } from './week/week-worlds.js';
import { WeekController } from './week/week.controller.js';
import { OfficeWorkedController } from './worked/worked.controller.js';

/** The web site of the staff. */
@Module({
  imports: [
    ArrivalsModule,
    AuditModule,
    ChangesModule,
    DuplicatesModule,
    HouseholdActionsModule,
    HouseholdsModule,
    InterpretersModule,
    JobsModule,
    LanguagesModule,
    LinksModule,
    MunicipalitiesModule,
    NoticesModule,
    OfficesModule,
    PlansModule,
    ReplanningModule,
    ReportsModule,
    ResourcesModule,
    SettingsModule,
    StaffModule,
    TalksModule,
    TextsModule,
    TariffsModule,
    VisitsModule,
    SavedFiltersModule,
    WorklistModule,
  ],
  controllers: [
    RootController,
    LoginController,
    SessionController,
    TodayController,
    LiveController,
    MunicipalityController,
    WorklistController,
    KeepTalkController,
    AnswerDoneController,
    DisplacedController,
    DuplicatesController,
    MergeController,
    DropOutController,
    BulkController,
    TakeBackController,
    InboxController,
    ImportController,
    ImportResultController,
    JobsController,
    PlansController,
    PlanChangesController,
    PlanRowController,
    PublishController,
    WeightsController,
    OfficeAuditController,
    ...accountControllers,
    RecoveriesController,
    HouseholdController,
    HouseholdEditController,
    LadderController,
    WeekController,
    // before the page of one talk, whose address would match as well
    ChooseHouseholdController,
    TalkController,
    TalkAnswersController,
    TalkOutcomeController,
    CancelController,
    UndoCancellationController,
    TariffsController,
    MoveController,
    ByHandController,
    DeliveryController,
    OfficeWorkedController,
    OfficeReportsController,
    LetterPrintingController,
    LettersController,
    LetterInsteadController,
    ResendController,
    SearchController,
    OfficeAccessibilityController,
    SavedFiltersController,
    OwnCalendarController,
    TextsController,
    TextPartController,
    TextPreviewController,
    ...settingsControllers,
  ],
  providers: [
    HouseholdMaterials,
    JobDetails,
    OfficeFrame,
    OfficePages,
    LiveStreams,
    PlanPage,
    PlanStartPage,
    PlanRowPageParts,
    SessionCookie,
    LanguageNames,
    ActorNames,
    OfficeTimeline,
    HouseholdConflict,
    TalkPanels,
    TalkAlternatives,
    AnswerViews,
    DisplacedViews,
    WorklistSections,
    TalkConflict,
    SlotAnswers,
    SlotPages,
    WeekWorlds,
    Moving,
    TextPartPages,
    CancelPages,
    CostPreviews,
    ReportNames,
    SaveReferral,
    ...settingsProviders,
  ],
})
export class OfficePagesModule implements NestModule {
  configure(consumer: MiddlewareConsumer): void {
    consumer.apply(neverStored).forRoutes('office', 'office/*path');
  }
}

/** Personal pages stay out of every cache. */
function neverStored(_request: Request, response: Response, next: NextFunction): void {
  response.setHeader('Cache-Control', 'no-store');
  next();
}
