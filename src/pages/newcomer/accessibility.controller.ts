import { Controller, Get, Header, Req, UseFilters } from '@nestjs/common';
import type { Request } from 'express';
import { dateFormat } from '../../platform/i18n/date-format.js';
import { AccessibilityPage } from '../../templates/pages/newcomer/accessibility-page.js';
import { statementDate } from '../shared/accessibility-statement.js';
import { Contacts } from './contacts.js';
import { NewcomerPages } from './newcomer-pages.js';
import { NewcomerProblems } from './newcomer-problems.filter.js';
import { PageLanguages } from './page-languages.js';

/** The statement of accessibility that eCH-0059 asks for, in plain words, with the way to say what does not work. */
@Controller('accessibility')
@UseFilters(NewcomerProblems)
export class AccessibilityController {
  constructor(
    private readonly languages: PageLanguages,
    private readonly contacts: Contacts,
    private readonly pages: NewcomerPages,
  ) {}

  @Get()
  @Header('Content-Type', 'text/html; charset=utf-8')
  async show(@Req() request: Request): Promise<string> {
    const words = await this.languages.forAnyone(request, request.query['lang']);
    const { reading, texts } = words;
    const t = texts.translator(reading.page.code);
    const addresses = (await this.contacts.all()).map(({ name, email }) => ({ name, email }));
    const date = dateFormat(reading.page.bcp47, 'Europe/Zurich').numericDate(statementDate);
    const helper = { title: 'accessibility.title', leads: ['accessibility.lead', 'accessibility.feedback'] };
    const body = AccessibilityPage({ view: { addresses, date }, t });
    return this.pages.renderForAnyone(words, { helper, body }, '/accessibility');
  }
}
