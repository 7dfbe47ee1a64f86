import { z } from 'zod';
import type { ChangeableProfile } from '../../../features/interpreters/index.js';
import type { Translate } from '../../../platform/i18n/i18n.js';
import type { FieldError } from '../../../templates/components/error-summary.js';

const MOST_PER_DAY = 20;
const MOST_PER_WEEK = 80;

const text = z.string().trim().catch('');
const ticked = z
  .literal('1')
  .optional()
  .catch(undefined)
  .transform((value) => value === '1');
const Fields = z.object({
  phone: text,
  locale: text,
  onSite: ticked,
  byPhone: ticked,
  byVideo: ticked,
  maxTalksPerDay: text,
  maxTalksPerWeek: text,
});

/** A profile as it was entered, with what is wrong with it. */
export interface EnteredProfile {
  readonly entered: z.infer<typeof Fields>;
  readonly profile: ChangeableProfile | undefined;
  readonly errors: readonly FieldError[];
}

/** @param locales codes of the languages these pages exist in */
export function enteredProfile(body: unknown, locales: readonly string[], t: Translate): EnteredProfile {
  const entered = Fields.parse(body ?? {});
  const maxTalksPerDay = limitOf(entered.maxTalksPerDay, MOST_PER_DAY);
  const maxTalksPerWeek = limitOf(entered.maxTalksPerWeek, MOST_PER_WEEK);
  const wrong = (field: string, key: string, isWrong: boolean, most = 0): FieldError[] =>
    isWrong ? [{ field, text: t(`interpreter:wrong.${key}`, { most }) }] : [];
  const errors = [
    ...wrong('phone', 'phone', !/^[+\d][\d /().-]{0,29}$|^$/.test(entered.phone)),
    ...wrong('modes', 'mode', !entered.onSite && !entered.byPhone && !entered.byVideo),
    ...wrong('maxTalksPerDay', 'limit', maxTalksPerDay === undefined, MOST_PER_DAY),
    ...wrong('maxTalksPerWeek', 'limit', maxTalksPerWeek === undefined, MOST_PER_WEEK),
  ];
  if (errors.length > 0 || maxTalksPerDay === undefined || maxTalksPerWeek === undefined) {
    return { entered, profile: undefined, errors };
  }
  const locale = locales.includes(entered.locale) ? entered.locale : 'de';
  return { entered, profile: { ...entered, locale, maxTalksPerDay, maxTalksPerWeek }, errors };
}

function limitOf(entered: string, most: number): number | undefined {
  const limit = /^\d{1,3}$/.test(entered) ? Number(entered) : 0;
  return limit >= 1 && limit <= most ? limit : undefined;
}
