import { Module } from '@nestjs/common';
import { NoticesModule } from '../notices/index.js';
import { TalksModule } from '../talks/index.js';
import { TextsModule } from '../texts/index.js';
import { VisitsModule } from '../visits/index.js';
import { ExampleOffice } from './example-office.js';
import { ExampleTexts } from './example-texts.js';
import { InterpretedTalks } from './interpreted-talks.js';

@Module({
  imports: [NoticesModule, TalksModule, TextsModule, VisitsModule],
  providers: [ExampleOffice, ExampleTexts, InterpretedTalks],
  exports: [ExampleOffice],
})
export class ExampleOfficeModule {}
