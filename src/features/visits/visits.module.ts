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
import { DropOut } from './drop-out.js';
import { DroppedTalks } from './dropped-talks.js';
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
    EndOffers,
    FollowTalks,
    OfferQueries,
    VisitQueries,
    UnsureTalks,
    ...useCases,
  ],
  exports: [OfferQueries, VisitQueries, UnsureTalks, ...useCases],
})
export class VisitsModule {}
