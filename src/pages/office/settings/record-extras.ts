import { Injectable } from '@nestjs/common';
import type { VNode } from 'preact';
import { type BusyFeed, BusyFeeds } from '../../../features/interpreters/index.js';
import { roleAllows } from '../../../features/staff/index.js';
import type { BadgeView } from '../../../templates/components/badge.js';
import { type BusyFeedLine, BusyFeedsCard } from '../../../templates/pages/office/settings/busy-feeds.js';
import { InviteInterpreter } from '../../../templates/pages/office/settings/invite-interpreter.js';
import { NextVersion } from '../../../templates/pages/office/settings/next-version.js';
import { RenewPassword } from '../../../templates/pages/office/settings/renew-password.js';
import { settingsPaths } from '../../../templates/pages/office/settings/settings-paths.js';
import { officePaths } from '../../../templates/pages/office/paths.js';
import type { OfficeContext } from '../office-context.js';

const LOOKS: Readonly<Record<BusyFeed['state'], Pick<BadgeView, 'tone' | 'symbol'>>> = {
  waiting: { tone: 'plain', symbol: '○' },
  fresh: { tone: 'good', symbol: '✓' },
  stale: { tone: 'bad', symbol: '⚠' },
  failed: { tone: 'bad', symbol: '⚠' },
};

/** What stands beside a record: what is known of it, and what can be done with it. */
@Injectable()
export class RecordExtras {
  constructor(private readonly busyFeeds: BusyFeeds) {}

  async of(section: string, id: number, context: OfficeContext): Promise<(VNode | null)[]> {
    const actions = roleAllows(context.staff.role, 'settings') ? actionsOf(section, id, context) : null;
    return section === 'interpreters' ? [await this.feeds(id, context), actions] : [actions];
  }

  private async feeds(interpreterId: number, context: OfficeContext): Promise<VNode | null> {
    const feeds = await this.busyFeeds.of(interpreterId);
    return BusyFeedsCard({ feeds: feeds.map((feed) => feedLine(feed, context)), t: context.t });
  }
}

function feedLine({ id, host, state, readAt }: BusyFeed, { t, format }: OfficeContext): BusyFeedLine {
  const read = readAt && {
    day: format.numericDate(readAt),
    time: format.time(readAt),
  };
  return {
    id,
    host,
    state: { ...LOOKS[state], text: t(`settings:busy.${state}`) },
    readAt: read && t('settings:busy.read-at', read),
  };
}

function actionsOf(section: string, id: number, { t, staff }: OfficeContext): VNode | null {
  const { csrfToken } = staff;
  if (section === 'accounts') return RenewPassword({ action: settingsPaths.newPassword(id), csrfToken, t });
  if (section === 'tariffs') return NextVersion({ href: settingsPaths.createLike(section, id), t });
  if (section !== 'interpreters') return null;
  return InviteInterpreter({
    action: settingsPaths.inviteInterpreter(id),
    csrfToken,
    dropOutHref: officePaths.dropOut(id),
    t,
  });
}
