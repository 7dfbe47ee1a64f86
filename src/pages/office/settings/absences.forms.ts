import { z } from 'zod';
import type { AbsenceSettings } from '../../../features/settings/index.js';
import type { FieldGroupView } from '../../../templates/components/form-fields.js';
import type { OfficeContext } from '../office-context.js';
import { dayPlus, instantOn } from '../week/iso-week.js';
import { type Choice, fieldMaker } from './forms/fields.js';
import { LineOrNone, TimeOrNone } from './forms/schemas.js';
import type { Entries } from './forms/settings-form.js';

const Form = z
  .object({
    who: z.string().regex(/^(room|caseworker)-[1-9]\d{0,8}$/, 'validation:choice'),
    firstDay: z.iso.date('validation:day'),
    firstTime: TimeOrNone,
    lastDay: z.literal('').or(z.iso.date('validation:day')),
    lastTime: TimeOrNone,
    reason: LineOrNone,
  })
  .refine(({ firstDay, lastDay }) => lastDay === '' || firstDay <= lastDay, {
    path: ['lastDay'],
    message: 'settings:error.day-order',
  })
  .refine(
    (read) => read.firstDay !== read.lastDay || read.lastTime === '' || read.firstTime < read.lastTime,
    {
      path: ['lastTime'],
      message: 'settings:error.time-order',
    },
  );

export const newAbsence: Entries = {
  who: '',
  firstDay: '',
  firstTime: '',
  lastDay: '',
  lastTime: '',
  reason: '',
};

export function absenceGroups(
  entries: Entries,
  who: readonly Choice[],
  { t }: OfficeContext,
): FieldGroupView[] {
  const { field, explained, select } = fieldMaker(entries, t);
  return [
    {
      legend: t('settings:group.absence'),
      fields: [
        select('who', who),
        field('firstDay', 'date'),
        explained('firstTime'),
        explained('lastDay', 'date'),
        explained('lastTime'),
        explained('reason'),
      ],
    },
  ];
}

/** Local days and times as instants: a last day without a time is included, no last day means no end. */
export function readAbsence(
  entries: Entries,
  timeZone: string,
): { values: AbsenceSettings } | { error: z.ZodError } {
  const { data, error } = Form.safeParse(entries);
  if (!data) return { error };
  const { who, reason } = data;
  const [kind = '', id = ''] = who.split('-');
  return {
    values: {
      kind: kind === 'room' ? 'room' : 'caseworker',
      resourceId: Number(id),
      from: instantOn(data.firstDay, data.firstTime || '00:00', timeZone).toISOString(),
      until: endOf(data, timeZone),
      reason,
    },
  };
}

function endOf({ lastDay, lastTime }: z.infer<typeof Form>, timeZone: string): string | null {
  if (lastDay === '') return null;
  const end =
    lastTime === ''
      ? instantOn(dayPlus(lastDay, 1), '00:00', timeZone)
      : instantOn(lastDay, lastTime, timeZone);
  return end.toISOString();
}
