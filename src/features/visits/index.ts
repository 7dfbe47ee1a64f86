export { VisitsModule } from './visits.module.js';
export { OffersWorkerModule } from './jobs/offers-worker.module.js';
export { AcceptOffer } from './accept-offer.js';
export { DeclineOffer } from './decline-offer.js';
export { AnswerOfferAgain } from './answer-offer-again.js';
export { LookAfterOffers, type OfferRound } from './look-after-offers.js';
export type { AnswerOutcome } from './offer-answer.js';
export { OfferQueries, type OfferView } from './offer.queries.js';
export { VisitQueries, type VisitView } from './visit.queries.js';
