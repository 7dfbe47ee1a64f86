import type { Household } from '../../../features/households/index.js';
import type { HouseholdLadder } from '../../../features/notices/index.js';
import { roleAllows } from '../../../features/staff/index.js';
import type { HouseholdLadderView } from '../../../templates/pages/office/household-ladder.js';
import { officePaths } from '../../../templates/pages/office/paths.js';
import { noticeBadge } from '../notice-badges.js';
import { noticeKind } from '../notice-words.js';
import type { OfficeContext } from '../office-context.js';

type Rung = HouseholdLadder['rungs'][number];

/** Where the household stands on the ladder, and what staff may do about it. */
export function ladderView(
  { id }: Household,
  { group, suspended, rungs }: HouseholdLadder,
  context: OfficeContext,
): HouseholdLadderView {
  const { t, staff, format } = context;
  const mayChange = roleAllows(staff.role, 'plan');
  return {
    group: t(`office:ladder.group-${group}`),
    suspended:
      suspended &&
      t('office:ladder.suspended', { day: format.numericDate(suspended.since), because: suspended.because }),
    rungs: rungs.map((rung) => rungView(rung, suspended !== null, context)),
    change: mayChange
      ? {
          csrfToken: staff.csrfToken,
          suspend: officePaths.suspendLadder(id),
          resume: suspended && officePaths.resumeLadder(id),
          group: {
            action: officePaths.ladderGroup(id),
            to: group === 'expected' ? 'voluntary' : 'expected',
            label: t(`office:ladder.to-${group === 'expected' ? 'voluntary' : 'expected'}`),
          },
        }
      : null,
  };
}

/** A day would be wrong while the ladder stands still. */
function rungView(
  rung: Rung,
  isSuspended: boolean,
  { t, format }: OfficeContext,
): HouseholdLadderView['rungs'][number] {
  const isToCome = rung.state === 'waiting' || rung.state === 'to-print';
  const { noticeId, kind, channel, state, reason, dueAt, sentAt } = rung;
  return {
    key: noticeId,
    kind: noticeKind(kind, t),
    when: isSuspended && isToCome ? t('office:ladder.waits') : format.numericDate(sentAt ?? dueAt),
    channel: t(`office:channel.${channel}`),
    state: noticeBadge(state, t),
    reason: reason === null ? '' : t(`office:notice-reason.${reason}`),
  };
}
