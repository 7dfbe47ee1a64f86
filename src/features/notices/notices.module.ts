import { Module } from '@nestjs/common';
import { LinksModule } from '../links/index.js';
import { NoticePlanner } from './notice-planner.js';
import { PlanningRepository } from './planning.repository.js';

/** Planning and reading notices, for every process. */
@Module({
  imports: [LinksModule],
  providers: [NoticePlanner, PlanningRepository],
  exports: [NoticePlanner],
})
export class NoticesModule {}
