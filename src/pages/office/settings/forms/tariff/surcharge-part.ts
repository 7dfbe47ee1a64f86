import { weekdayNames } from '../../../../../platform/i18n/weekday-names.js';
import type { FormFieldView } from '../../../../../templates/components/form-fields.js';
import type { OfficeContext } from '../../../office-context.js';
import type { Entries } from '../settings-form.js';
import { readHours, writeHours } from '../week-hours.js';
import type { EntryReader } from './entry-reader.js';
import { partFields, type RulePart, type TariffRules, writeFrancs } from './rule-part.js';

type Surcharge = TariffRules['surcharges'][number];
type Hours = Surcharge['hours'][number];

const NAMES = ['evening', 'night', 'weekend', 'sunday-or-holiday'] as const;
const DAYS = [1, 2, 3, 4, 5, 6, 7, 'holiday'] as const;

/** What unusual hours cost more, each kind once. */
export const surchargePart: RulePart<TariffRules['surcharges']> = {
  entriesOf: (surcharges) =>
    Object.fromEntries(
      NAMES.flatMap((name) => {
        const surcharge = surcharges.find((one) => one.name === name);
        return [
          ...DAYS.map((day) => [`${name}-${day}`, hoursOn(day, surcharge)] as const),
          [`${name}-percent`, String(surcharge?.percent ?? 0)] as const,
          [`${name}-more`, writeFrancs(surcharge?.hourly ?? 0)] as const,
        ];
      }),
    ),
  groups: (entries, context) =>
    NAMES.map((name) => {
      const { field, explained } = partFields(entries, context);
      return {
        legend: context.t('tariffs:form.surcharge', { name: context.t(`tariffs:surcharge.${name}`) }),
        hint: context.t('tariffs:hint.surcharge'),
        inPairs: true,
        folded: DAYS.every((day) => (entries[`${name}-${day}`] ?? '') === ''),
        fields: [
          explained(`${name}-`, 'percent'),
          field(`${name}-`, 'more'),
          ...dayFields(name, entries, context),
        ],
      };
    }),
  read: (reader) =>
    NAMES.flatMap((name): Surcharge[] => {
      const hours = readDays(name, reader);
      if (hours.length === 0) return [];
      const percent = reader.whole(`${name}-percent`, { least: 0, most: 200 });
      const hourly = reader.francs(`${name}-more`);
      if (percent === 0 && hourly === 0) reader.wrong(`${name}-percent`, 'tariffs:error.nothing-due');
      return [{ name, hours, percent, hourly }];
    }),
};

function hoursOn(day: (typeof DAYS)[number], surcharge: Surcharge | undefined): string {
  return writeHours(surcharge?.hours.filter(({ days }) => days.includes(day)) ?? []);
}

function dayFields(name: string, entries: Entries, { t, bcp47 }: OfficeContext): FormFieldView[] {
  const weekdays = weekdayNames(bcp47);
  return DAYS.map((day) => ({
    kind: 'text',
    name: `${name}-${day}`,
    label: day === 'holiday' ? t('tariffs:holiday') : (weekdays[day - 1] ?? ''),
    value: entries[`${name}-${day}`] ?? '',
  }));
}

/** Days with the same hours stand together. */
function readDays(name: string, reader: EntryReader): Hours[] {
  const byHours = new Map<string, Hours>();
  for (const day of DAYS) {
    const stretches = readHours(reader.text(`${name}-${day}`));
    if (!stretches) reader.wrong(`${name}-${day}`, 'settings:error.hours');
    for (const { from, until } of stretches ?? []) {
      const days = byHours.get(`${from}-${until}`)?.days ?? [];
      byHours.set(`${from}-${until}`, { days: [...days, day], from, until });
    }
  }
  return [...byHours.values()];
}
