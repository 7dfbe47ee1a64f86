import { type MiddlewareConsumer, Module, type NestModule } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';
import { LanguagesModule } from '../../features/languages/index.js';
import { LinksModule } from '../../features/links/index.js';
import { NoticesModule } from '../../features/notices/index.js';
import { OfficesModule } from '../../features/offices/index.js';
import { TalksModule } from '../../features/talks/index.js';
import { TextsModule } from '../../features/texts/index.js';
import { AppointmentController } from './appointment.controller.js';
import { AccessibilityController } from './accessibility.controller.js';
import { CalendarController } from './calendar.controller.js';
import { CancelController } from './cancel.controller.js';
import { CodeController } from './code.controller.js';
import { Contacts } from './contacts.js';
import { LanguageController } from './language.controller.js';
import { LostController } from './lost.controller.js';
import { MoveController } from './move.controller.js';
import { NewcomerPages } from './newcomer-pages.js';
import { NextTalks } from './next-talks.js';
import { PageLanguages } from './page-languages.js';
import { OpenedLinks } from './opened-links.js';
import { OtherTimeController } from './other-time.controller.js';
import { OtherTimePages } from './other-time-pages.js';
import { OtherTimes } from './other-times.js';
import { Visits } from './visits.js';
import { WayController } from './way.controller.js';
import { WishController } from './wish.controller.js';

/** The web site of the newcomers: /t/<token>, and /code for the code of a letter. */
@Module({
  imports: [LanguagesModule, LinksModule, NoticesModule, OfficesModule, TalksModule, TextsModule],
  // the last one answers everything that the others do not know
  controllers: [
    AppointmentController,
    CalendarController,
    CancelController,
    CodeController,
    AccessibilityController,
    OtherTimeController,
    MoveController,
    WishController,
    WayController,
    LanguageController,
    LostController,
  ],
  providers: [
    NextTalks,
    OtherTimes,
    OtherTimePages,
    NewcomerPages,
    PageLanguages,
    Contacts,
    Visits,
    OpenedLinks,
  ],
})
export class NewcomerPagesModule implements NestModule {
  configure(consumer: MiddlewareConsumer): void {
    consumer.apply(keptPrivate).forRoutes('t', 't/*path', 'code', 'accessibility');
  }
}

/** Pages behind a secret address, or in the language of whoever asks, stay out of every cache and search engine. */
function keptPrivate(_request: Request, response: Response, next: NextFunction): void {
  response.setHeader('Cache-Control', 'private, no-store');
  response.setHeader('X-Robots-Tag', 'noindex, nofollow');
  next();
}
