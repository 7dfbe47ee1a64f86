import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { changeDeadline } from '../../features/talks/index.js';
import { OfficeTexts, type TextBook } from '../../features/texts/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { type DateFormat, dateFormat } from '../../platform/i18n/date-format.js';
import type { Translate } from '../../platform/i18n/i18n.js';
import { type AppointmentState, appointmentState, isComing } from './appointment-state.js';
import { newcomerPaths, type NewcomerPaths } from './newcomer-paths.js';
import { type OpenedLink, OpenedLinks } from './opened-links.js';
import { PageLanguages, type Reading, readingOf } from './page-languages.js';
import type { Writing } from './appointment-card.js';

/** Somebody with a link that exists: how their talk stands at this moment, and in what language the page is. */
export interface Visit extends OpenedLink {
  readonly state: AppointmentState;
  /** The newcomer may still move or cancel the talk here. */
  readonly mayChange: boolean;
  readonly reading: Reading;
  /** The texts of the talk's office. */
  readonly texts: TextBook;
  readonly t: Translate;
  readonly format: DateFormat;
  readonly paths: NewcomerPaths;
  readonly now: Date;
}

/** Every controller of the newcomers' pages begins here. */
@Injectable()
export class Visits {
  constructor(
    private readonly links: OpenedLinks,
    private readonly languages: PageLanguages,
    private readonly texts: OfficeTexts,
    private readonly clock: Clock,
  ) {}

  /** Throws `link-unknown` and `too-many-links`. */
  async open(request: Request, token: string): Promise<Visit> {
    const opened = await this.links.open(request, token);
    const { talk, office, link } = opened;
    const texts = await this.texts.of(office.id);
    const reading = readingOf(await this.languages.of(texts), request.query['lang'], talk.letterLanguage);
    const now = this.clock.now();
    const state = appointmentState(link.kind, talk, now);
    return {
      ...opened,
      state,
      mayChange: isComing(state) && now <= changeDeadline(talk.startsAt, office.policies.changeUntilHours),
      reading,
      texts,
      t: texts.translator(reading.page.code),
      format: dateFormat(reading.page.bcp47, office.timeZone),
      paths: newcomerPaths(token, reading.chosen),
      now,
    };
  }
}

/** The language of the page to write in. */
export function writingOf({ t, format, reading }: Visit): Writing {
  return { t, format, language: reading.page };
}

/** As whom the newcomer's actions are written down. */
export function householdActor({ talk }: Visit): string {
  return `household:${talk.householdId}`;
}
