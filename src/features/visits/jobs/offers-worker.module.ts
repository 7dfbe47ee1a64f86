import { Module } from '@nestjs/common';
import { TariffsModule } from '../../tariffs/index.js';
import { VisitsModule } from '../visits.module.js';
import { OfferClockwork } from './offer-clockwork.js';

/** Offers end and follow each other by themselves: for worker processes only. */
@Module({ imports: [TariffsModule, VisitsModule], providers: [OfferClockwork] })
export class OffersWorkerModule {}
