import { Get, Param, Query, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Languages } from '../../../features/languages/index.js';
import { previewMail } from '../../../features/notices/index.js';
import { OfficeTexts } from '../../../features/texts/index.js';
import { OfficeController } from '../office-controller.js';
import type { OfficeRequest } from '../office-request.js';
import { previewPage } from './preview-page.js';

/** Only for the frame on our own page: mails carry their styles inside. */
const POLICY = "default-src 'none'; style-src 'self' 'unsafe-inline'; frame-ancestors 'self'";

/** A real mail or page with the words as they are now, approved or not, and an invented talk. */
@OfficeController('texts/:language/preview', 'personal')
export class TextPreviewController {
  constructor(
    private readonly languages: Languages,
    private readonly texts: OfficeTexts,
  ) {}

  @Get()
  async show(
    @Req() request: OfficeRequest,
    @Param('language') code: string,
    @Query('part') part: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const language = await this.languages.get(code);
    const { drafts } = await this.texts.of(request.staff.officeId);
    const languages = new Map((await this.languages.all()).map((each) => [each.code, each]));
    const name = typeof part === 'string' ? part : '';
    const html = name.startsWith('newcomer')
      ? previewPage(language, drafts)
      : previewMail(name.split(':')[1] ?? '', language.code, { languages, texts: drafts });
    response.setHeader('Content-Security-Policy', POLICY);
    response.type('html').send(html);
  }
}
