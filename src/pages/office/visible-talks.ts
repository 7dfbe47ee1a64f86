import type { TalkView } from '../../features/talks/index.js';
import { roleAllows, type SignedInStaff } from '../../features/staff/index.js';
import { DomainError } from '../../platform/errors/domain-error.js';

/** Those of the talks that a reader may see: all of the office, or the ones they lead. */
export function visibleTo(staff: SignedInStaff, talks: readonly TalkView[]): readonly TalkView[] {
  if (roleAllows(staff.role, 'personal')) return talks;
  return talks.filter(
    ({ caseworkerId }) => staff.caseworkerId !== null && caseworkerId === staff.caseworkerId,
  );
}

/** Throws `talk-not-found` for a talk that the reader may not see. */
export function assertVisible(staff: SignedInStaff, talk: TalkView): void {
  if (visibleTo(staff, [talk]).length === 0) throw new DomainError('talk-not-found', 'not-found');
}
