import {
  type ActionPreview,
  type HouseholdAction,
  needsReason,
} from '../../../features/household-actions/index.js';
import type { FieldError } from '../../../templates/components/error-summary.js';
import type { BulkView } from '../../../templates/pages/office/bulk-page.js';
import type { OfficeContext } from '../office-context.js';

/** What was asked for, and what somebody typed. */
export interface BulkAsked {
  readonly action: HouseholdAction;
  readonly reason: string;
  readonly errors: readonly FieldError[];
}

/** What an action on many households would do, in words. */
export function bulkView(
  { action, reason, errors }: BulkAsked,
  { changed, leftOut }: ActionPreview,
  { t, staff }: OfficeContext,
): BulkView {
  return {
    action,
    title: t(`jobs:title.inbox-${action}`),
    changed: t('jobs:bulk.changed', { count: changed.length }),
    consequence: t(`jobs:bulk.consequence.${action}`),
    leftOut: [...leftOut].map(([obstacle, count]) => `${count} – ${t(`jobs:note.${obstacle}`)}`),
    households: changed.join(','),
    reason: needsReason(action) ? reason : null,
    errors,
    submit: changed.length === 0 ? null : t('jobs:bulk.submit', { count: changed.length }),
    csrfToken: staff.csrfToken,
  };
}
