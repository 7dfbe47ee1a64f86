import { Get, Header, Post, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import { CalendarLinks } from '../../../features/links/index.js';
import { OwnCalendarPage } from '../../../templates/pages/office/own-calendar-page.js';
import { officePaths } from '../../../templates/pages/office/paths.js';
import { announcing } from '../banner.js';
import { OfficeController } from '../office-controller.js';
import { OfficePages } from '../office-pages.js';
import type { OfficeRequest } from '../office-request.js';

/** A caseworker's own talks in their own calendar: the address of the feed, made and taken back here. */
@OfficeController('calendar', 'own')
export class OwnCalendarController {
  constructor(
    private readonly pages: OfficePages,
    private readonly links: CalendarLinks,
  ) {}

  @Get()
  @Header('Content-Type', 'text/html; charset=utf-8')
  async show(@Req() request: OfficeRequest): Promise<string> {
    const context = await this.pages.context(request);
    const { t, staff } = context;
    const owner = ownerOf(request);
    const view = {
      csrfToken: staff.csrfToken,
      leadsTalks: owner !== null,
      feedUrl: owner && ((await this.links.addressOf(owner)) ?? null),
    };
    const body = OwnCalendarPage({ view, t });
    return this.pages.render(context, { title: t('office:calendar.title'), current: null, body });
  }

  /** Makes an address; one that was in use shows nothing any more. */
  @Post()
  async renew(@Req() request: OfficeRequest, @Res() response: Response): Promise<void> {
    const owner = ownerOf(request);
    if (owner) await this.links.renew(owner);
    response.redirect(303, announcing(officePaths.ownCalendar, 'saved'));
  }

  @Post('revoke')
  async revoke(@Req() request: OfficeRequest, @Res() response: Response): Promise<void> {
    const owner = ownerOf(request);
    if (owner) await this.links.revoke(owner);
    response.redirect(303, announcing(officePaths.ownCalendar, 'saved'));
  }
}

/** Null for staff who lead no talks. */
function ownerOf({ staff }: OfficeRequest): { readonly kind: 'caseworker'; readonly id: number } | null {
  return staff.caseworkerId === null ? null : { kind: 'caseworker', id: staff.caseworkerId };
}
