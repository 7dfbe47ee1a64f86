import { z } from 'zod';
import { siteRecord, type SiteSettings } from '../../../../features/settings/index.js';
import { fieldMaker, tick } from './fields.js';
import { readingOf } from './reading.js';
import { Line, Ticked, Words } from './schemas.js';
import type { SettingsForm } from './settings-form.js';
import { hoursOfWeek, weekEntries, weekLines, weekShape } from './week-hours.js';

const NEW: SiteSettings = {
  name: '',
  street: '',
  postcode: '',
  town: '',
  accessText: {},
  lift: false,
  hours: [1, 2, 3, 4, 5].flatMap((weekday) => [
    { weekday, from: '08:00', until: '12:00' },
    { weekday, from: '13:00', until: '17:00' },
  ]),
  active: true,
};

const Schema = z.object({
  name: Line,
  street: Line,
  postcode: z
    .string()
    .trim()
    .regex(/^\d{4,5}$/, 'settings:error.postcode'),
  town: Line,
  lift: Ticked,
  active: Ticked,
});

/** Sites: address, opening hours, the way there in every language. */
export const siteForm: SettingsForm<SiteSettings> = {
  record: siteRecord,
  entriesOf: (values, { textLanguages }) => {
    const { hours, accessText, lift, active, ...rest } = values ?? NEW;
    return {
      ...rest,
      ...weekEntries('hours', hours),
      ...Object.fromEntries(textLanguages.map((code) => [`way-${code}`, accessText[code] ?? ''])),
      lift: tick(lift),
      active: tick(active),
    };
  },
  groups: (entries, { context, languageNames, textLanguages }) => {
    const { t } = context;
    const { field, explained } = fieldMaker(entries, t);
    return [
      {
        legend: t('settings:group.site'),
        fields: [
          explained('name'),
          field('street'),
          field('postcode'),
          field('town'),
          field('lift', 'checkbox'),
        ],
      },
      {
        legend: t('settings:group.opening'),
        hint: t('settings:hint.hours'),
        inPairs: true,
        fields: weekLines('hours', entries, context),
      },
      {
        legend: t('settings:group.way'),
        folded: true,
        fields: textLanguages.map((code) => ({
          kind: 'area' as const,
          name: `way-${code}`,
          label: languageNames.get(code) ?? code,
          value: entries[`way-${code}`] ?? '',
        })),
      },
      { legend: t('settings:group.use'), fields: [field('active', 'checkbox')] },
    ];
  },
  read: (entries, world) => {
    const ways = Object.fromEntries(world.textLanguages.map((code) => [`way-${code}`, Words]));
    const more = { ...weekShape('hours'), ...ways };
    return readingOf(Schema, { entries, world, more }, (read, texts) => ({
      ...read,
      hours: hoursOfWeek('hours', texts),
      accessText: wayOf(texts, world.textLanguages),
    }));
  },
};

function wayOf(
  read: Readonly<Record<string, unknown>>,
  languages: readonly string[],
): Record<string, string> {
  const words = languages.map((code) => [code, read[`way-${code}`]] as const);
  return Object.fromEntries(words.filter(([, text]) => text !== '')) as Record<string, string>;
}
