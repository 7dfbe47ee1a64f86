import { Module } from '@nestjs/common';
import { SettingsModule } from '../settings/index.js';
import { VisitsModule } from '../visits/index.js';
import { LanguagesWithoutPlace } from './languages-without-place.js';
import { WorklistQueries } from './worklist.queries.js';

/** What waits for somebody in the office. */
@Module({
  imports: [SettingsModule, VisitsModule],
  providers: [WorklistQueries, LanguagesWithoutPlace],
  exports: [WorklistQueries, LanguagesWithoutPlace],
})
export class WorklistModule {}
