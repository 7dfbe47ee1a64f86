import { z } from 'zod';
import { accountRecord, type AccountSettings } from '../../../../features/settings/index.js';
import { roles } from '../../../../features/staff/index.js';
import { staffLocales } from '../../staff-locales.js';
import { fieldMaker, tick } from './fields.js';
import { readingOf } from './reading.js';
import { Email, Line, Ticked } from './schemas.js';
import type { SettingsForm } from './settings-form.js';

const Schema = z.object({
  name: Line,
  email: Email,
  role: z.enum(roles, 'validation:choice'),
  locale: z.enum(
    staffLocales.map(({ code }) => code),
    'validation:choice',
  ),
  active: Ticked,
});

const NEW: AccountSettings = { name: '', email: '', role: 'caseworker', locale: 'de', active: true };

/** Staff accounts: who may sign in as what. */
export const accountForm: SettingsForm<AccountSettings> = {
  record: accountRecord,
  entriesOf: (values) => {
    const { active, ...account } = values ?? NEW;
    return { ...account, active: tick(active) };
  },
  groups: (entries, { context }) => {
    const { t } = context;
    const { field, explained, select } = fieldMaker(entries, t);
    const roleChoices = roles.map((role) => ({ value: role, label: t(`office:role.${role}`) }));
    const locales = staffLocales.map(({ code, name }) => ({ value: code, label: name }));
    return [
      {
        legend: t('settings:group.account'),
        fields: [
          field('name'),
          field('email', 'email'),
          { ...select('role', roleChoices), hint: t('settings:hint.role') },
          select('locale', locales),
          { ...explained('active', 'checkbox'), label: t('settings:field.may-sign-in') },
        ],
      },
    ];
  },
  read: (entries, world) => readingOf(Schema, { entries, world }, (read) => read),
};
