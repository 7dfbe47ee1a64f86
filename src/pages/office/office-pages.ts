import { Injectable } from '@nestjs/common';
import { ChangeQueries } from '../../features/changes/index.js';
import { Offices } from '../../features/offices/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { dateFormat } from '../../platform/i18n/date-format.js';
import { I18n } from '../../platform/i18n/i18n.js';
import { localDay } from './local-day.js';
import type { OfficeContext } from './office-context.js';
import { OfficeFrame, type OfficePageParts } from './office-frame.js';
import type { OfficeRequest } from './office-request.js';
import { formatTag } from './staff-locales.js';

/** Puts pages of the office into their frame. */
@Injectable()
export class OfficePages {
  constructor(
    private readonly offices: Offices,
    private readonly changes: ChangeQueries,
    private readonly i18n: I18n,
    private readonly clock: Clock,
    private readonly frame: OfficeFrame,
  ) {}

  /** Who reads, where and when; every controller begins with it. */
  async context(request: OfficeRequest): Promise<OfficeContext> {
    const { staff } = request;
    // before anything is read for the page: a change between the two is told, never lost
    const position = await this.changes.position();
    const office = await this.offices.get(staff.officeId);
    const bcp47 = formatTag(staff.locale);
    const now = this.clock.now();
    return {
      request,
      staff,
      office,
      t: this.i18n.translator(staff.locale),
      locale: staff.locale,
      bcp47,
      format: dateFormat(bcp47, office.timeZone),
      now,
      position,
      today: localDay(now, office.timeZone),
    };
  }

  /** The whole HTML document. */
  render(context: OfficeContext, page: OfficePageParts): Promise<string> {
    return this.frame.render(context, page);
  }
}
