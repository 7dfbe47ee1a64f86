import { Module } from '@nestjs/common';
import { SettingsModule } from '../settings/index.js';
import { TalksModule } from '../talks/index.js';
import { DisplacedWays } from './displaced-ways.js';
import { ReplanDisplaced } from './replan-displaced.js';

/** Talks that lost their place go on by the fewest changes. */
@Module({
  imports: [SettingsModule, TalksModule],
  providers: [DisplacedWays, ReplanDisplaced],
  exports: [DisplacedWays, ReplanDisplaced],
})
export class ReplanningModule {}
