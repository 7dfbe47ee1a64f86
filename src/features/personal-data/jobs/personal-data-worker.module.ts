import { Module } from '@nestjs/common';
import { PersonalDataModule } from '../personal-data.module.js';
import { RetentionClockwork } from './retention-clockwork.js';

/** Retention by itself: for worker processes only. */
@Module({ imports: [PersonalDataModule], providers: [RetentionClockwork] })
export class PersonalDataWorkerModule {}
