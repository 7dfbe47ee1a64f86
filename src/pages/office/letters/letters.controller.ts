import { Body, Get, Header, Post, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import {
  type DueLetter,
  LETTERS_PER_JOB,
  LetterQueries,
  PostLetters,
} from '../../../features/notices/index.js';
import { LettersPage, type LettersView } from '../../../templates/pages/office/letters-page.js';
import { officePaths } from '../../../templates/pages/office/paths.js';
import { announcing } from '../banner.js';
import { LanguageNames } from '../language-names.js';
import { noticeKind } from '../notice-words.js';
import type { OfficeContext } from '../office-context.js';
import { OfficeController } from '../office-controller.js';
import { OfficePages } from '../office-pages.js';
import type { OfficeRequest } from '../office-request.js';
import { chosenLetters } from './letters.forms.js';

/** *Briefe*: what waits to go out on paper, noted once it is in the post. */
@OfficeController('letters', 'plan')
export class LettersController {
  constructor(
    private readonly pages: OfficePages,
    private readonly letters: LetterQueries,
    private readonly postLetters: PostLetters,
    private readonly languageNames: LanguageNames,
  ) {}

  @Get()
  @Header('Content-Type', 'text/html; charset=utf-8')
  async show(@Req() request: OfficeRequest): Promise<string> {
    const context = await this.pages.context(request);
    const [due, languages] = await Promise.all([
      this.letters.due(context.office.id),
      this.languageNames.in(context.locale),
    ]);
    const { t, staff } = context;
    const view: LettersView = {
      csrfToken: staff.csrfToken,
      waiting: due.length,
      rows: due.slice(0, LETTERS_PER_JOB).map((letter) => rowOf(letter, context, languages)),
    };
    const body = LettersPage({ view, t });
    return this.pages.render(context, { title: t('office:letters.title'), current: 'delivery', body });
  }

  /** Pressed twice, the second time changes nothing. */
  @Post('posted')
  async posted(
    @Req() request: OfficeRequest,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const { staff } = request;
    const ids = chosenLetters(body);
    if (ids.length > 0) await this.postLetters.run(staff.officeId, ids, `staff:${staff.id}`);
    response.redirect(303, announcing(officePaths.letters, ids.length > 0 ? 'letters-posted' : 'no-letters'));
  }
}

function rowOf(
  letter: DueLetter,
  { t, format }: OfficeContext,
  languages: ReadonlyMap<string, string>,
): LettersView['rows'][number] {
  const { id, householdId, householdName, talkStartsAt, dueAt, locale } = letter;
  return {
    id,
    household: { href: officePaths.household(householdId), name: householdName },
    kind: noticeKind(letter.kind, t),
    language: languages.get(locale) ?? locale,
    note: letter.fallbackReason === null ? '' : t('office:letters.not-approved'),
    talk: `${format.numericDate(talkStartsAt)} ${format.time(talkStartsAt)}`,
    due: `${format.numericDate(dueAt)} ${format.time(dueAt)}`,
  };
}
