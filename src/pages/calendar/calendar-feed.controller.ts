import { Controller, Get, HttpStatus, Param, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { CalendarFeeds } from '../../features/calendars/index.js';
import { CalendarLinks, WrongLinks } from '../../features/links/index.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { enterOffices } from '../../platform/database/office-scope.js';

const FILE = /^([\w-]{43})\.ics$/;

/** `/calendar/<token>.ics`: read by calendar programs without signing in, until the address is taken back. */
@Controller('calendar')
export class CalendarFeedController {
  constructor(
    private readonly links: CalendarLinks,
    private readonly wrongLinks: WrongLinks,
    private readonly feeds: CalendarFeeds,
  ) {}

  /** 304 when the calendar has this state already, 410 after the address was taken back. */
  @Get(':file')
  async show(@Req() request: Request, @Param('file') file: string, @Res() response: Response): Promise<void> {
    const link = await this.links.resolve(FILE.exec(file)?.[1] ?? '');
    if (link.kind === 'unknown') await this.refuse(request);
    if (link.kind !== 'valid') throw new DomainError('calendar-gone', 'gone');
    enterOffices(...link.officeIds);
    const { content, etag } = await this.feeds.feedOf(link.owner);
    response.setHeader('ETag', etag);
    response.setHeader('Cache-Control', 'private, no-cache');
    response.setHeader('X-Robots-Tag', 'noindex, nofollow');
    if (isKnown(request.get('if-none-match'), etag)) {
      response.status(HttpStatus.NOT_MODIFIED).end();
      return;
    }
    response.setHeader('Content-Type', 'text/calendar; charset=utf-8');
    response.setHeader('Content-Disposition', 'inline; filename="termine.ics"');
    response.send(Buffer.from(content));
  }

  private async refuse(request: Request): Promise<never> {
    const admitted = await this.wrongLinks.admit(request.ip ?? '');
    throw admitted
      ? new DomainError('not-found', 'not-found')
      : new DomainError('too-many-links', 'too-many');
  }
}

/** Also for calendars that send `Cache-Control: no-cache` along, whose answer Express would send in full. */
function isKnown(ifNoneMatch: string | undefined, etag: string): boolean {
  return (ifNoneMatch ?? '').split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag);
}
