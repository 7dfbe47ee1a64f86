import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { Clock } from '../../platform/clock/clock.js';
import { Languages, languageSpellings } from '../languages/index.js';
import { Municipalities } from '../municipalities/index.js';
import { type Office, Offices } from '../offices/index.js';
import type { ReadingFacts } from './fields/field.js';

/** Collects what a file is understood with, as it is today in the office. */
@Injectable()
export class ReadingFactsLoader {
  constructor(
    private readonly offices: Offices,
    private readonly languages: Languages,
    private readonly municipalities: Municipalities,
    private readonly clock: Clock,
  ) {}

  /** Throws `office-unknown`. */
  async load(officeId: number): Promise<{ readonly office: Office; readonly facts: ReadingFacts }> {
    const office = await this.offices.get(officeId);
    const today = Temporal.Instant.fromEpochMilliseconds(this.clock.now().getTime())
      .toZonedDateTimeISO(office.timeZone)
      .toPlainDate()
      .toString();
    const languages = await this.languages.all();
    return {
      office,
      facts: {
        today,
        canton: office.canton,
        languages: languageSpellings(languages),
        letterLanguages: languages.filter((language) => language.forTexts).map((language) => language.code),
        municipalities: await this.municipalities.validOn(today),
      },
    };
  }
}
