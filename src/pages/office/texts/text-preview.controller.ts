import { Get, Param, Query, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Languages } from '../../../features/languages/index.js';
import { previewMail } from '../../../features/notices/index.js';
import { OfficeTexts } from '../../../features/texts/index.js';
import { OfficeController } from '../office-controller.js';
import type { OfficeRequest } from '../office-request.js';
import { previewPage } from './preview-page.js';
import { previewRequestPage } from './preview-request-page.js';

/** Only for the frame on our own page: mails carry their styles inside. */
const POLICY = "default-src 'none'; style-src 'self' 'unsafe-inline'; frame-ancestors 'self'";

/** Texts of pages are shown on a page, all others in a mail. */
const PAGES = { newcomer: previewPage, interpreter: previewRequestPage } as const;

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
    const world = { languages, texts: drafts };
    const [namespace, kind = ''] = name.split(':');
    const html = isPage(namespace)
      ? PAGES[namespace](language, drafts)
      : previewMail(kind, language.code, world);
    response.setHeader('Content-Security-Policy', POLICY);
    response.type('html').send(html);
  }
}

function isPage(namespace: string | undefined): namespace is keyof typeof PAGES {
  return namespace === 'newcomer' || namespace === 'interpreter';
}
