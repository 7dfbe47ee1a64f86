import { Body, Get, Header, HttpStatus, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import { type Language, Languages } from '../../../features/languages/index.js';
import { DecideOnTexts, SaveTexts } from '../../../features/texts/index.js';
import type { FieldError } from '../../../templates/components/error-summary.js';
import { textPaths } from '../../../templates/pages/office/texts/text-paths.js';
import { announcing } from '../banner.js';
import type { OfficeContext } from '../office-context.js';
import { OfficeController } from '../office-controller.js';
import { OfficePages } from '../office-pages.js';
import type { OfficeRequest } from '../office-request.js';
import { TextPartPages } from './text-part-pages.js';
import { type TextPartForm, textPartForm } from './text-part.forms.js';
import { fieldId } from './text-part.view.js';

/** The texts of one mail or page in one language: read, change, approve. */
@OfficeController('texts/:language', 'personal')
export class TextPartController {
  constructor(
    private readonly pages: OfficePages,
    private readonly parts: TextPartPages,
    private readonly languages: Languages,
    private readonly save: SaveTexts,
    private readonly decide: DecideOnTexts,
  ) {}

  @Get()
  @Header('Content-Type', 'text/html; charset=utf-8')
  async show(
    @Req() request: OfficeRequest,
    @Param('language') code: string,
    @Query('part') asked: unknown,
  ): Promise<string> {
    const context = await this.pages.context(request);
    const part = typeof asked === 'string' ? asked : '';
    return this.parts.render(context, await this.languages.get(code), { part, words: new Map(), errors: [] });
  }

  /** `do=save` keeps the words as drafts; `do=reviewed` and `do=approved` decide on the words that were read. */
  @Post()
  async submit(
    @Req() request: OfficeRequest,
    @Param('language') code: string,
    @Body() body: Readonly<Record<string, unknown>>,
    @Res() response: Response,
  ): Promise<void> {
    const context = await this.pages.context(request);
    const language = await this.languages.get(code);
    const form = textPartForm(body);
    const errors =
      form.action === 'save'
        ? await this.keep(context, language, form)
        : await this.judge(context, code, { decision: form.action, read: form.words });
    if (errors.length === 0) {
      const done = form.action === 'save' ? 'saved' : `texts-${form.action}`;
      response.redirect(HttpStatus.SEE_OTHER, announcing(textPaths.part(code, form.part), done));
      return;
    }
    const page = await this.parts.render(context, language, { ...form, errors });
    response.status(HttpStatus.UNPROCESSABLE_ENTITY).type('html').send(page);
  }

  private async keep(
    { staff, t }: OfficeContext,
    language: Language,
    { words: typed, seen }: TextPartForm,
  ): Promise<FieldError[]> {
    const actor = `staff:${staff.id}`;
    const present = await this.parts.present(staff.officeId, language);
    // what nobody typed over stays as others have left it
    const words = new Map([...typed].filter(([key, text]) => text !== seen.get(key)));
    const meanwhile = [...words].flatMap(([key, text]) => {
      const theirs = present.get(key) ?? '';
      const isNews = seen.has(key) && theirs !== seen.get(key) && theirs !== text;
      return isNews ? [{ field: fieldId(key), text: t('texts:problem.meanwhile', { theirs }) }] : [];
    });
    if (meanwhile.length > 0) return meanwhile;
    const outcome = await this.save.run({ officeId: staff.officeId, language, actor, words });
    return outcome.kind === 'saved'
      ? []
      : outcome.findings.map(({ key, check }) => ({
          field: fieldId(key ?? ''),
          text: t(`texts:check.${check}`),
        }));
  }

  private async judge(
    { staff, t }: OfficeContext,
    language: string,
    said: { readonly decision: 'reviewed' | 'approved'; readonly read: TextPartForm['words'] },
  ): Promise<FieldError[]> {
    const actor = `staff:${staff.id}`;
    const { own, changed } = await this.decide.run({ officeId: staff.officeId, language, actor, ...said });
    return [
      ...own.map((key) => ({ field: fieldId(key), text: t('texts:problem.own') })),
      ...changed.map((key) => ({ field: fieldId(key), text: t('texts:problem.changed') })),
    ];
  }
}
