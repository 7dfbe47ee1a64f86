import { Injectable } from '@nestjs/common';
import type { VNode } from 'preact';
import { Audit } from '../../features/audit/index.js';
import { Offices } from '../../features/offices/index.js';
import { roleAllows } from '../../features/staff/index.js';
import { WorklistQueries } from '../../features/worklist/index.js';
import { renderPage } from '../../platform/views/render-page.js';
import { OfficeLayout } from '../../templates/components/office-layout.js';
import { bannerOf } from './banner.js';
import type { LiveTopic } from './live/live.forms.js';
import { navigationOf, type NavigationKey } from './navigation.js';
import type { OfficeContext } from './office-context.js';
import type { OfficeRequest } from './office-request.js';
import { readingOfPage } from './reading-of-page.js';
import { staffLocales } from './staff-locales.js';

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

/** What stands around every page of the office; whose data is on a page is written down before it leaves. */
@Injectable()
export class OfficeFrame {
  constructor(
    private readonly offices: Offices,
    private readonly worklist: WorklistQueries,
    private readonly audit: Audit,
  ) {}

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
    const html = renderPage(OfficeLayout({ view, t, children: page.body }));
    await this.recordReading(request, html);
    return html;
  }

  private async recordReading(request: OfficeRequest, html: string): Promise<void> {
    const reading = readingOfPage(request, html);
    if (!reading) return;
    const { id, officeId } = request.staff;
    await this.audit.recordReading({ officeId, actor: `staff:${id}`, subjectId: officeId, ...reading });
  }
}
