import { z } from 'zod';
import type { FormFieldView } from '../../../../templates/components/form-fields.js';
import type { SettingsWorld } from '../settings-world.js';
import type { Entries } from './settings-form.js';

/** A language with a level, and what else is known of it. */
interface SpokenLanguage {
  readonly language: string;
  readonly level: number;
  readonly dialect?: string | null;
  readonly qualification?: string | null;
}

/** Lines beyond those that are filled. */
const FREE_PLACES = 2;
const LEAST_PLACES = 4;
const MOST_PLACES = 20;
const EXTRAS = ['dialect', 'qualification'] as const;

/** How many lines a form has that was filled in like this. */
function placesOf(entries: Entries): number[] {
  const places = Array.from({ length: MOST_PLACES }, (_, index) => index + 1);
  return places.filter((place) => entries[`language-${place}`] !== undefined);
}

export function languageEntries(languages: readonly SpokenLanguage[], isDetailed: boolean): Entries {
  const count = Math.min(MOST_PLACES, Math.max(LEAST_PLACES, languages.length + FREE_PLACES));
  const lines = Array.from({ length: count }, (_, index) => {
    const known = languages[index];
    const place = index + 1;
    const extras = EXTRAS.map((extra) => [`${extra}-${place}`, known?.[extra] ?? '']);
    return [
      [`language-${place}`, known?.language ?? ''],
      [`level-${place}`, String(known?.level ?? 3)],
      ...(isDetailed ? extras : []),
    ];
  });
  return Object.fromEntries(lines.flat()) as Entries;
}

export function languageFields(entries: Entries, { context, languageNames }: SettingsWorld): FormFieldView[] {
  const { t } = context;
  const none = { value: '', label: t('office:household-field.no-language') };
  const languages = [none, ...[...languageNames].map(([value, label]) => ({ value, label }))];
  const levels = ['3', '2', '1'].map((value) => ({ value, label: t(`office:level.${value}`) }));
  const value = (name: string): string => entries[name] ?? '';
  return placesOf(entries).flatMap((place) => [
    {
      kind: 'select' as const,
      name: `language-${place}`,
      label: t('office:household-field.language', { place }),
      value: value(`language-${place}`),
      options: languages,
    },
    {
      kind: 'select' as const,
      name: `level-${place}`,
      label: t('office:household-field.level', { place }),
      value: value(`level-${place}`),
      options: levels,
    },
    ...EXTRAS.filter((extra) => entries[`${extra}-${place}`] !== undefined).map((extra) => ({
      kind: 'text' as const,
      name: `${extra}-${place}`,
      label: t(`settings:field.${extra}`, { place }),
      value: value(`${extra}-${place}`),
    })),
  ]);
}

/** The part of a schema that reads the lines of these entries. */
export function languageShape(entries: Entries): Record<string, z.ZodType<string>> {
  const lines = placesOf(entries).flatMap((place): [string, z.ZodType<string>][] => [
    [`language-${place}`, z.string().regex(/^$|^[a-z]{2,3}$/, 'validation:language')],
    [`level-${place}`, z.enum(['1', '2', '3'])],
  ]);
  return Object.fromEntries(lines);
}

/** Best first, each language once, as records keep them. */
export function spokenLanguages(entries: Entries): Required<SpokenLanguage>[] {
  const typed = (name: string): string | null => entries[name]?.trim().slice(0, 200) || null;
  const chosen = placesOf(entries).map((place) => ({
    language: entries[`language-${place}`] ?? '',
    level: Number(entries[`level-${place}`]),
    dialect: typed(`dialect-${place}`),
    qualification: typed(`qualification-${place}`),
  }));
  return chosen
    .filter(
      ({ language }, index) =>
        language !== '' && chosen.findIndex((other) => other.language === language) === index,
    )
    .sort((a, b) => b.level - a.level || (a.language < b.language ? -1 : 1));
}
