import { type MiddlewareConsumer, Module, type NestModule } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';
import { InterpretersModule } from '../../features/interpreters/index.js';
import { LanguagesModule } from '../../features/languages/index.js';
import { LinksModule } from '../../features/links/index.js';
import { OfficesModule } from '../../features/offices/index.js';
import { AgendaController } from './agenda.controller.js';
import { CalendarFeedController } from './calendar-feed.controller.js';
import { InterpreterDevices } from './interpreter-devices.js';
import { InterpreterPages } from './interpreter-pages.js';
import { LinkController } from './link.controller.js';
import { OpenedSignInLinks } from './opened-sign-in-links.js';
import { SignInController } from './sign-in.controller.js';

/** The web site of the interpreters: /interpreter, and their calendar feeds. */
@Module({
  imports: [InterpretersModule, LanguagesModule, LinksModule, OfficesModule],
  controllers: [SignInController, LinkController, AgendaController, CalendarFeedController],
  providers: [InterpreterPages, InterpreterDevices, OpenedSignInLinks],
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
