import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import type { VNode } from 'preact';
import { Offices } from '../../features/offices/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { dateFormatWithin } from '../../platform/i18n/date-format.js';
import { I18n } from '../../platform/i18n/i18n.js';
import { renderPage } from '../../platform/views/render-page.js';
import {
  type InterpreterContactView,
  InterpreterLayout,
} from '../../templates/components/interpreter-layout.js';
import { localDay } from '../shared/local-day.js';
import { phoneHref } from '../shared/phone-href.js';
import type { InterpreterContext } from './interpreter-context.js';
import { InterpreterLanguages, type PageWords } from './interpreter-languages.js';
import type { InterpreterRequest } from './interpreter-request.js';

/** Places of the navigation, in its order. */
const PLACES = ['requests', 'agenda', 'availability', 'absences', 'profile'] as const;

type Place = (typeof PLACES)[number];

/** One page: its title and what stands in it. */
export interface InterpreterPage {
  readonly title: string;
  readonly body: VNode;
  readonly isError?: boolean;
}

/** Puts pages of interpreters into their frame. */
@Injectable()
export class InterpreterPages {
  constructor(
    private readonly languages: InterpreterLanguages,
    private readonly offices: Offices,
    private readonly i18n: I18n,
    private readonly clock: Clock,
  ) {}

  /** Who reads, where and when; every controller begins with it. */
  async context(request: InterpreterRequest): Promise<InterpreterContext> {
    const { interpreter } = request;
    const { language, t } = await this.languages.wordsOf(interpreter);
    const now = this.clock.now();
    const { done } = request.query;
    return {
      interpreter,
      language,
      t,
      format: dateFormatWithin(language, interpreter.timeZone),
      now,
      today: localDay(now, interpreter.timeZone),
      done: typeof done === 'string' && this.i18n.has('de', `interpreter:done.${done}`) ? done : null,
    };
  }

  /** The document of a page for a signed-in interpreter. */
  async render(context: InterpreterContext, place: Place | null, page: InterpreterPage): Promise<string> {
    const { t, language, interpreter, done } = context;
    const view = {
      lang: language.bcp47,
      direction: language.direction,
      locale: language.code,
      title: page.title,
      isError: page.isError === true,
      navigation: PLACES.map((key) => ({
        href: `/interpreter/${key}`,
        label: t(`interpreter:navigation.${key}`),
        current: key === place,
      })),
      banner: done === null ? null : t(`interpreter:done.${done}`),
      contact: await this.contactOf(interpreter.officeId, context.today),
    };
    return renderPage(InterpreterLayout({ view, t, children: page.body }));
  }

  /** The document of a page for whoever is not signed in, in the language that their browser asks for. */
  async renderForAnyone(
    request: Request,
    write: (words: PageWords['t']) => InterpreterPage,
  ): Promise<string> {
    const { language, t } = await this.languages.forAnyone(request);
    const { title, body, isError = false } = write(t);
    const { bcp47: lang, code: locale, direction } = language;
    const view = { lang, locale, direction, title, isError, navigation: [], banner: null, contact: null };
    return renderPage(InterpreterLayout({ view, t, children: body }));
  }

  private async contactOf(officeId: number, today: string): Promise<InterpreterContactView> {
    const { name, phone, phoneHours } = await this.offices.profileOn(officeId, today);
    return { name, phone: phone.replaceAll(' ', '\u00a0'), phoneHref: phoneHref(phone), hours: phoneHours };
  }
}
