import { Module } from '@nestjs/common';
import { VisitsModule } from '../visits.module.js';
import { OfferClockwork } from './offer-clockwork.js';

/** Offers end and follow each other by themselves: for worker processes only. */
@Module({ imports: [VisitsModule], providers: [OfferClockwork] })
export class OffersWorkerModule {}
