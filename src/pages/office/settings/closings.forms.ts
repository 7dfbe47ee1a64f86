import { z } from 'zod';
import type { ClosingSettings } from '../../../features/settings/index.js';
import type { FieldGroupView } from '../../../templates/components/form-fields.js';
import { fieldMaker } from './forms/fields.js';
import { Line, TimeOrNone } from './forms/schemas.js';
import type { Entries } from './forms/settings-form.js';
import type { SettingsWorld } from './settings-world.js';

const Form = z
  .object({
    site: z.string().regex(/^$|^[1-9]\d{0,8}$/, 'validation:choice'),
    day: z.iso.date('validation:day'),
    from: TimeOrNone,
    until: TimeOrNone,
    name: Line,
  })
  .refine(({ from, until }) => (from === '') === (until === ''), {
    path: ['until'],
    message: 'settings:error.both-times',
  })
  .refine(({ from, until }) => from === '' || until === '' || from < until, {
    path: ['until'],
    message: 'settings:error.time-order',
  });

export const newClosing: Entries = { site: '', day: '', from: '', until: '', name: '' };

export function closingGroups(entries: Entries, { context, sites }: SettingsWorld): FieldGroupView[] {
  const { t } = context;
  const { field, explained, select } = fieldMaker(entries, t);
  const all = { value: '', label: t('settings:all-sites') };
  const options = [all, ...sites.map(({ id, name }) => ({ value: String(id), label: name }))];
  return [
    {
      legend: t('settings:group.closing'),
      fields: [
        select('site', options),
        field('day', 'date'),
        explained('from'),
        explained('until'),
        {
          ...explained('name'),
          label: t('settings:field.closing-name'),
          hint: t('settings:hint.closing-name'),
        },
      ],
    },
  ];
}

/** One closing for each site that was meant. */
export function readClosing(
  entries: Entries,
  { sites }: SettingsWorld,
): { values: ClosingSettings[] } | { error: z.ZodError } {
  const { data, error } = Form.safeParse(entries);
  if (!data) return { error };
  const { day, from, until, name } = data;
  const times = { from: from === '' ? null : from, until: until === '' ? null : until };
  const meant = sites.filter(({ id }) => data.site === '' || String(id) === data.site);
  return { values: meant.map(({ id }) => ({ siteId: id, day, ...times, name, source: 'manual' })) };
}
