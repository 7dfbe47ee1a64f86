import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/index.js';
import { NoticesModule } from '../notices/index.js';
import { OfficesModule } from '../offices/index.js';
import { TalksModule } from '../talks/index.js';
import { TariffsModule } from '../tariffs/index.js';
import { AcceptOffer } from './accept-offer.js';
import { AnswerOfferAgain } from './answer-offer-again.js';
import { AskInterpreter } from './ask-interpreter.js';
import { AskNext } from './ask-next.js';
import { AskWorlds } from './ask-worlds.js';
import { DeclineOffer } from './decline-offer.js';
import { AwayInterpreters } from './drop-out/away-interpreters.js';
import { DropOutPrices } from './drop-out/drop-out-prices.js';
import { AskChosen } from './drop-out/ask-chosen.js';
import { DropOut } from './drop-out/drop-out.js';
import { DropOutWays } from './drop-out/drop-out-ways.js';
import { DroppedTalks } from './drop-out/dropped-talks.js';
import { ReplanVisit } from './drop-out/replan-visit.js';
import { EndOffers } from './end-offers.js';
import { FollowTalks } from './follow-talks.js';
import { LookAfterOffers } from './look-after-offers.js';
import { OfferBooks } from './offer-books.js';
import { OfferQueries } from './offer.queries.js';
import { OfferSteps } from './offer-steps.js';
import { OffersDue } from './offers-due.js';
import { OffersRepository } from './offers.repository.js';
import { OfficeHours } from './office-hours.js';
import { UnsureTalks } from './unsure-talks.js';
import { VisitGroups } from './visit-groups.js';
import { VisitQueries } from './visit.queries.js';

const useCases = [AcceptOffer, DeclineOffer, AnswerOfferAgain, LookAfterOffers, DropOut];

/** Visits of interpreters and the offers they answer. */
@Module({
  imports: [AuditModule, NoticesModule, OfficesModule, TalksModule, TariffsModule],
  providers: [
    OfferBooks,
    OffersRepository,
    OffersDue,
    OfferSteps,
    OfficeHours,
    AskInterpreter,
    AskNext,
    AskWorlds,
    VisitGroups,
    DroppedTalks,
    DropOutWays,
    AskChosen,
    ReplanVisit,
    AwayInterpreters,
    DropOutPrices,
    EndOffers,
    FollowTalks,
    OfferQueries,
    VisitQueries,
    UnsureTalks,
    ...useCases,
  ],
  exports: [OfferQueries, VisitQueries, UnsureTalks, AwayInterpreters, DropOutPrices, ...useCases],
})
export class VisitsModule {}
