import type { PlanReview, ReviewRow } from '../../../features/plans/index.js';
import type { PlanCheckView } from '../../../templates/pages/office/plans/plan-check-page.js';
import { planPaths } from '../../../templates/pages/office/plans/plan-paths.js';
import type { OfficeContext } from '../office-context.js';
import { languageWord, type LanguageWords } from './plan-words.js';

const STAYS_BEHIND = ['left-out', 'conflict', 'published'];

/** What publishing will do: bookings, invitations by language and channel, interpreters. */
export function checkView(
  { plan, rows }: PlanReview,
  languageNames: LanguageWords,
  problem: string | null,
  context: OfficeContext,
): PlanCheckView {
  const { t, office, staff } = context;
  const booked = rows.filter(({ state }) => !STAYS_BEHIND.includes(state));
  const counted = (key: string, count: number): string[] =>
    count === 0 ? [] : [t(`plans:check.${key}`, { count })];
  const moved = booked.filter(({ moves }) => moves !== null).length;
  const stateCount = (state: string): number => rows.filter((row) => row.state === state).length;
  const interpreters = new Set(booked.map(({ place }) => place.interpreterId).filter((id) => id !== null));
  return {
    problem,
    lines: [
      ...(booked.length === 0
        ? [t('plans:check.nothing')]
        : [...counted('bookings', booked.length - moved), ...counted('moves', moved)]),
      ...counted('left-out', stateCount('left-out')),
      ...counted('conflicts', stateCount('conflict')),
      ...counted('interpreters', interpreters.size),
    ],
    final: t('plans:check.final', { seconds: office.policies.noticeHoldSeconds }),
    languages: byLanguage(booked, languageNames, context),
    submit: booked.length === 0 ? null : t('plans:check.submit', { count: booked.length }),
    action: planPaths.publish(plan.id),
    version: plan.version,
    csrfToken: staff.csrfToken,
    backHref: planPaths.plan(plan.id),
  };
}

function byLanguage(
  rows: readonly ReviewRow[],
  names: LanguageWords,
  { locale }: OfficeContext,
): PlanCheckView['languages'] {
  const codes = [...new Set(rows.map(({ household }) => household.letterLanguage))];
  const count = (code: string, channel: string): string =>
    String(
      rows.filter(({ household }) => household.letterLanguage === code && household.channel === channel)
        .length,
    );
  return codes
    .map((code) => ({
      language: languageWord(code, names),
      email: count(code, 'email'),
      letter: count(code, 'letter'),
    }))
    .sort((a, b) => a.language.localeCompare(b.language, locale));
}
