import { publicHolidays } from '../../../features/offices/index.js';
import type { ListedClosing } from '../../../features/settings/index.js';
import type {
  SettingsDayView,
  SettingsDaysView,
} from '../../../templates/pages/office/settings/settings-days-page.js';
import { settingsPaths } from '../../../templates/pages/office/settings/settings-paths.js';
import { dayFormat } from '../day-format.js';
import type { OfficeContext } from '../office-context.js';

/** One line for all sites that are closed at the same time for the same reason. */
export function closingViews(
  closings: readonly ListedClosing[],
  { t }: OfficeContext,
  mayChange: boolean,
): SettingsDayView[] {
  const keyOf = ({ day, from, until, name }: ListedClosing): string => [day, from, until, name].join('|');
  const firsts = new Map(closings.map((closing) => [keyOf(closing), closing]));
  return [...firsts].map(([key, first]) => {
    const same = closings.filter((closing) => keyOf(closing) === key);
    const time = first.from === null ? '' : ` ${first.from}–${first.until ?? ''}`;
    const sites = same.map(({ siteName }) => siteName).join(', ');
    const fields = [['ids', same.map(({ id }) => id).join(',')] as const];
    return {
      key,
      when: `${dayFormat(first.day)}${time}`,
      what: first.name,
      below: first.source === 'holiday' ? `${sites} · ${t('settings:facts.holiday')}` : sites,
      remove: mayChange
        ? { label: t('settings:remove'), action: settingsPaths.removeClosings, fields }
        : null,
    };
  });
}

/** The years of which no holiday is entered yet, this one and the next. */
export function holidayOffers(
  closings: readonly ListedClosing[],
  { t, office, today }: OfficeContext,
): SettingsDaysView['offers'] {
  const thisYear = Number(today.slice(0, 4));
  return [thisYear, thisYear + 1]
    .filter((year) => {
      const wanted = publicHolidays(office.canton, year).filter(({ day }) => day >= today);
      return wanted.some(
        ({ day }) => !closings.some((closing) => closing.day === day && closing.from === null),
      );
    })
    .map((year) => ({
      text: t('settings:holidays.text', { canton: office.canton, year }),
      action: {
        label: t('settings:holidays.enter', { year }),
        action: settingsPaths.holidays,
        fields: [['year', String(year)] as const],
      },
    }));
}
