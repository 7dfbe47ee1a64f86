import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/index.js';
import { DecideOnTexts } from './decide-on-texts.js';
import { ImportTexts } from './files/import-texts.js';
import { OfficeTexts } from './office-texts.js';
import { OfficeTextsRepository } from './office-texts.repository.js';
import { SaveTexts } from './save-texts.js';

/** The texts of newcomers and interpreters: what each office has approved, and its own words. */
@Module({
  imports: [AuditModule],
  providers: [OfficeTexts, OfficeTextsRepository, SaveTexts, DecideOnTexts, ImportTexts],
  exports: [OfficeTexts, OfficeTextsRepository, SaveTexts, DecideOnTexts, ImportTexts],
})
export class TextsModule {}
