import type { VNode } from 'preact';
import { InviteInterpreter } from '../../../templates/pages/office/settings/invite-interpreter.js';
import { RenewPassword } from '../../../templates/pages/office/settings/renew-password.js';
import type { OfficeContext } from '../office-context.js';
import { officePaths } from '../../../templates/pages/office/paths.js';
import { settingsPaths } from '../../../templates/pages/office/settings/settings-paths.js';

/** What can be done with a record beside changing it. */
export function recordExtras(section: string, id: number, { t, staff }: OfficeContext): VNode | null {
  const { csrfToken } = staff;
  if (section === 'accounts') return RenewPassword({ action: settingsPaths.newPassword(id), csrfToken, t });
  if (section !== 'interpreters') return null;
  return InviteInterpreter({
    action: settingsPaths.inviteInterpreter(id),
    csrfToken,
    dropOutHref: officePaths.dropOut(id),
    t,
  });
}
