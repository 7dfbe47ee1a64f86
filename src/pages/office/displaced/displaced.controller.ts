import { Body, Get, Header, HttpStatus, Post, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import { DisplacedWays, ReplanDisplaced } from '../../../features/replanning/index.js';
import { DropOutPage } from '../../../templates/pages/office/drop-out-page.js';
import { officePaths } from '../../../templates/pages/office/paths.js';
import { announcing } from '../banner.js';
import { chosenWays } from '../drop-out/drop-out.forms.js';
import { LanguageNames } from '../language-names.js';
import type { OfficeContext } from '../office-context.js';
import { OfficeController } from '../office-controller.js';
import { OfficePages } from '../office-pages.js';
import type { OfficeRequest } from '../office-request.js';
import { displacedView } from './displaced.view.js';

type Fields = Readonly<Record<string, unknown>>;

/** What somebody chose, and what of it could not be done. */
interface Asked {
  readonly chosen: ReadonlyMap<string, string>;
  readonly failed: readonly string[] | null;
}

/** A caseworker is ill, a room is closed: every talk with its quietest way on one page, approved by one click. */
@OfficeController('worklist/displaced', 'plan')
export class DisplacedController {
  constructor(
    private readonly pages: OfficePages,
    private readonly ways: DisplacedWays,
    private readonly replan: ReplanDisplaced,
    private readonly languageNames: LanguageNames,
  ) {}

  @Get()
  @Header('Content-Type', 'text/html; charset=utf-8')
  async show(@Req() request: OfficeRequest): Promise<string> {
    return this.page(await this.pages.context(request), { chosen: new Map(), failed: null });
  }

  /** Approves; with `step=count` the chosen ways are counted only, and nothing changes. */
  @Post()
  async approve(
    @Req() request: OfficeRequest,
    @Body() body: Fields,
    @Res() response: Response,
  ): Promise<void> {
    const context = await this.pages.context(request);
    const chosen = chosenWays(body);
    if (body['step'] === 'count') {
      response.type('html').send(await this.page(context, { chosen, failed: null }));
      return;
    }
    const { office, staff } = context;
    const talks = [...chosen].map(([talkId, way]) => ({ talkId, way, version: versionIn(body, talkId) }));
    const { failed } = await this.replan.run({ officeId: office.id, actor: `staff:${staff.id}`, talks });
    if (failed.length === 0) {
      response.redirect(HttpStatus.SEE_OTHER, announcing(officePaths.worklist, 'replanned'));
      return;
    }
    const page = await this.page(context, { chosen: new Map(), failed });
    response.status(HttpStatus.CONFLICT).type('html').send(page);
  }

  private async page(context: OfficeContext, asked: Asked): Promise<string> {
    const { t, office, locale } = context;
    const [rows, languageNames] = await Promise.all([this.ways.of(office.id), this.languageNames.in(locale)]);
    const view = displacedView({ ...asked, rows, languageNames }, context);
    return this.pages.render(context, {
      title: view.title,
      current: 'worklist',
      body: DropOutPage({ view, t }),
    });
  }
}

/** The version that the page showed; 0, which no talk has, when the form does not say. */
function versionIn(body: Fields, talkId: string): number {
  const version = body[`version-${talkId}`];
  return typeof version === 'string' && /^\d{1,9}$/.test(version) ? Number(version) : 0;
}
