import type { Translate } from '../../../platform/i18n/i18n.js';
import type { FieldError } from '../../../templates/components/error-summary.js';
import type { AvailabilityView } from '../../../templates/pages/interpreter/availability-page.js';
import type { InterpreterContext } from '../interpreter-context.js';
import { instantOf } from '../../shared/local-times.js';

/** A further time as it was entered: the instants, or what is wrong with it. */
export interface EnteredExtraTime {
  readonly entered: AvailabilityView['entered'];
  readonly time: { readonly from: Date; readonly until: Date } | undefined;
  readonly errors: readonly FieldError[];
}

export function enteredExtraTime(body: unknown, context: InterpreterContext): EnteredExtraTime {
  const { t, interpreter, now } = context;
  const fields = (body ?? {}) as Readonly<Record<string, unknown>>;
  const text = (name: string): string => {
    const value = fields[name];
    return typeof value === 'string' ? value : '';
  };
  const entered = { day: text('day'), from: text('from'), until: text('until') };
  const from = instantOf(entered.day, entered.from, interpreter.timeZone);
  const until = instantOf(entered.day, entered.until, interpreter.timeZone);
  const errors = errorsOf(entered, { from, until, now, t });
  const time = from && until && errors.length === 0 ? { from, until } : undefined;
  return { entered, time, errors };
}

function errorsOf(
  entered: AvailabilityView['entered'],
  read: {
    readonly from: Date | undefined;
    readonly until: Date | undefined;
    readonly now: Date;
    readonly t: Translate;
  },
): FieldError[] {
  const { from, until, now, t } = read;
  if (entered.day === '') return [{ field: 'day', text: t('interpreter:wrong.day') }];
  if (!from || !until) return [{ field: 'from', text: t('interpreter:wrong.times') }];
  if (from >= until) return [{ field: 'until', text: t('interpreter:wrong.until') }];
  return until <= now ? [{ field: 'day', text: t('interpreter:wrong.over') }] : [];
}
