import { type MiddlewareConsumer, Module, type NestModule } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';
import { InterpretersModule } from '../../features/interpreters/index.js';
import { LanguagesModule } from '../../features/languages/index.js';
import { LinksModule } from '../../features/links/index.js';
import { OfficesModule } from '../../features/offices/index.js';
import { TextsModule } from '../../features/texts/index.js';
import { VisitsModule } from '../../features/visits/index.js';
import { AbsencesController } from './absences/absences.controller.js';
import { AgendaController } from './agenda/agenda.controller.js';
import { AvailabilityController } from './availability/availability.controller.js';
import { BusyController } from './busy/busy.controller.js';
import { CannotComeController } from './cannot-come/cannot-come.controller.js';
import { InterpreterDevices } from './interpreter-devices.js';
import { InterpreterLanguages } from './interpreter-languages.js';
import { InterpreterPages } from './interpreter-pages.js';
import { ProfileController } from './profile/profile.controller.js';
import { RequestsController } from './requests/requests.controller.js';
import { LinkController } from './sign-in/link.controller.js';
import { OpenedSignInLinks } from './sign-in/opened-sign-in-links.js';
import { SignInController } from './sign-in/sign-in.controller.js';
import { SignOutController } from './sign-in/sign-out.controller.js';
import { WorkedController } from './worked/worked.controller.js';

/** The web site of the interpreters: /interpreter. */
@Module({
  imports: [InterpretersModule, LanguagesModule, LinksModule, OfficesModule, TextsModule, VisitsModule],
  controllers: [
    SignInController,
    LinkController,
    SignOutController,
    RequestsController,
    AgendaController,
    WorkedController,
    CannotComeController,
    AvailabilityController,
    AbsencesController,
    BusyController,
    ProfileController,
  ],
  providers: [InterpreterPages, InterpreterLanguages, InterpreterDevices, OpenedSignInLinks],
})
export class InterpreterPagesModule implements NestModule {
  configure(consumer: MiddlewareConsumer): void {
    consumer.apply(keptPrivate).forRoutes('interpreter', 'interpreter/*path');
  }
}

/** Personal pages stay out of every cache and every search engine. */
function keptPrivate(_request: Request, response: Response, next: NextFunction): void {
  response.setHeader('Cache-Control', 'private, no-store');
  response.setHeader('X-Robots-Tag', 'noindex, nofollow');
  next();
}
