import { z } from 'zod';
import { accountRecord, type AccountSettings } from '../../../../features/settings/index.js';
import { roles } from '../../../../features/staff/index.js';
import { staffLocales } from '../../staff-locales.js';
import { fieldMaker, tick } from './fields.js';
import { readingOf } from './reading.js';
import { Email, Line, Ticked } from './schemas.js';
import type { SettingsForm } from './settings-form.js';

const Schema = z
  .object({
    name: Line,
    email: Email,
    role: z.enum(roles, 'validation:choice'),
    locale: z.enum(
      staffLocales.map(({ code }) => code),
      'validation:choice',
    ),
    municipality: z.string().regex(/^\d{0,4}$/, 'validation:choice'),
    active: Ticked,
  })
  .refine(({ role, municipality }) => role !== 'municipality' || municipality !== '', {
    path: ['municipality'],
    message: 'settings:error.municipality',
  });

const NEW: AccountSettings = {
  name: '',
  email: '',
  role: 'caseworker',
  locale: 'de',
  municipalityBfs: null,
  active: true,
};

/** Staff accounts: who may sign in as what. */
export const accountForm: SettingsForm<AccountSettings> = {
  record: accountRecord,
  entriesOf: (values) => {
    const { active, municipalityBfs, ...account } = values ?? NEW;
    return { ...account, municipality: String(municipalityBfs ?? ''), active: tick(active) };
  },
  groups: (entries, { context, municipalities }) => {
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
          {
            ...select('municipality', [
              { value: '', label: t('settings:no-municipality') },
              ...municipalities,
            ]),
            hint: t('settings:hint.municipality'),
          },
          select('locale', locales),
          { ...explained('active', 'checkbox'), label: t('settings:field.may-sign-in') },
        ],
      },
    ];
  },
  read: (entries, world) =>
    readingOf(Schema, { entries, world }, ({ municipality, ...read }) => ({
      ...read,
      municipalityBfs: read.role === 'municipality' ? Number(municipality) : null,
    })),
};
