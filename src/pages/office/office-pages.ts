import { Injectable } from '@nestjs/common';
import type { VNode } from 'preact';
import { ChangeQueries } from '../../features/changes/index.js';
import { Offices } from '../../features/offices/index.js';
import { roleAllows } from '../../features/staff/index.js';
import { WorklistQueries } from '../../features/worklist/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { dateFormat } from '../../platform/i18n/date-format.js';
import { I18n } from '../../platform/i18n/i18n.js';
import { renderPage } from '../../platform/views/render-page.js';
import { OfficeLayout } from '../../templates/components/office-layout.js';
import { bannerOf } from './banner.js';
import type { LiveTopic } from './live/live.forms.js';
import { localDay } from './local-day.js';
import { navigationOf, type NavigationKey } from './navigation.js';
import type { OfficeContext } from './office-context.js';
import type { OfficeRequest } from './office-request.js';
import { formatTag, staffLocales } from './staff-locales.js';

/** One page of the office: its title, its place in the navigation, and what stands in it. */
export interface OfficePageParts {
  readonly title: string;
  readonly current: NavigationKey | null;
  readonly body: VNode;
  /** Without a script, the page loads itself again after so many seconds. */
  readonly refreshSeconds?: number;
  /** Kinds of things whose changes by others the page is told about while it is open. */
  readonly live?: readonly LiveTopic[];
}

/** Puts pages of the office into their frame. */
@Injectable()
export class OfficePages {
  constructor(
    private readonly offices: Offices,
    private readonly worklist: WorklistQueries,
    private readonly changes: ChangeQueries,
    private readonly i18n: I18n,
    private readonly clock: Clock,
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
  async render(context: OfficeContext, page: OfficePageParts): Promise<string> {
    const { staff, t, request } = context;
    const [profile, counts] = await Promise.all([
      this.offices.profileOn(staff.officeId, context.today),
      this.worklist.counts(staff.officeId),
    ]);
    const mayLook = roleAllows(staff.role, 'personal');
    const view = {
      locale: staff.locale,
      title: page.title,
      refreshSeconds: page.refreshSeconds ?? null,
      live: page.live ? { topics: page.live, since: context.position, href: request.originalUrl } : null,
      officeName: profile.name,
      userName: staff.name,
      roleName: t(`office:role.${staff.role}`),
      csrfToken: staff.csrfToken,
      path: request.method === 'GET' ? request.originalUrl : request.path,
      searched: typeof request.query['q'] === 'string' ? request.query['q'] : '',
      mayLook,
      navigation: navigationOf(staff.role, t, counts, page.current),
      languages: staffLocales.map(({ code, name }) => ({ code, name, current: code === staff.locale })),
      banner: bannerOf(request, t),
    };
    return renderPage(OfficeLayout({ view, t, children: page.body }));
  }
}
