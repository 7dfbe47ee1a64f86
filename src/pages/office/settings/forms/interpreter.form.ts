import { z } from 'zod';
import { interpreterRecord, type InterpreterSettings } from '../../../../features/settings/index.js';
import type { FieldGroupView } from '../../../../templates/components/form-fields.js';
import type { SettingsWorld } from '../settings-world.js';
import { fieldMaker, tick } from './fields.js';
import { readingOf } from './reading.js';
import { DayOrNone, Email, Line, LineOrNone, PhoneOrNone, Ticked, Whole } from './schemas.js';
import type { Entries, SettingsForm } from './settings-form.js';
import { languageEntries, languageFields, languageShape, spokenLanguages } from './spoken-languages.js';
import { hoursOfWeek, weekEntries, weekLines, weekShape } from './week-hours.js';

const MODES = ['onSite', 'byPhone', 'byVideo'] as const;

const Schema = z
  .object({
    firstName: Line,
    lastName: Line,
    email: Email,
    phone: PhoneOrNone,
    gender: z.enum(['', 'f', 'm']).transform((gender) => (gender === '' ? null : gender)),
    onSite: Ticked,
    byPhone: Ticked,
    byVideo: Ticked,
    maxTalksPerDay: Whole(1, 30),
    maxTalksPerWeek: Whole(1, 100),
    transferMinutes: Whole(0, 480),
    waitMinutes: Whole(0, 480),
    secrecyDeclaredOn: DayOrNone,
    secrecyValidUntil: DayOrNone,
    tier: Whole(1, 9),
    tariffCode: z.string(),
    agencyReference: LineOrNone,
    active: Ticked,
  })
  .refine((read) => MODES.some((mode) => read[mode]), { path: ['onSite'], message: 'settings:error.mode' });

const NEW: InterpreterSettings = {
  firstName: '',
  lastName: '',
  email: '',
  phone: '',
  gender: null,
  onSite: true,
  byPhone: false,
  byVideo: false,
  maxTalksPerDay: 4,
  maxTalksPerWeek: 12,
  transferMinutes: 60,
  waitMinutes: 30,
  secrecyDeclaredOn: null,
  secrecyValidUntil: null,
  tier: 2,
  tariffCode: '',
  agencyReference: '',
  languages: [],
  hours: [],
  active: true,
};

/** Interpreters on the list of the office. */
export const interpreterForm: SettingsForm<InterpreterSettings> = {
  record: interpreterRecord,
  entriesOf: (values, { tariffs }) => {
    const { languages, hours, ...terms } = values ?? { ...NEW, tariffCode: tariffs[0]?.code ?? '' };
    return {
      ...Object.fromEntries(Object.entries(terms).map(([name, value]) => [name, entryOf(value)])),
      ...languageEntries(languages, true),
      ...weekEntries('hours', hours),
    };
  },
  groups: (entries, world) => {
    const { t } = world.context;
    const { field } = fieldMaker(entries, t);
    return [
      personGroup(entries, world),
      { legend: t('settings:group.interpreted'), inPairs: true, fields: languageFields(entries, world) },
      { legend: t('settings:group.modes'), fields: MODES.map((mode) => field(mode, 'checkbox')) },
      {
        legend: t('settings:group.available'),
        hint: t('settings:hint.hours'),
        inPairs: true,
        fields: weekLines('hours', entries, world.context),
      },
      ...termGroups(entries, world),
    ];
  },
  read: (entries, world) => {
    const more = {
      ...languageShape(entries),
      ...weekShape('hours'),
      tariffCode: z
        .string()
        .refine((typed) => world.tariffs.some(({ code }) => code === typed), 'settings:error.tariff'),
    };
    return readingOf(Schema, { entries, world, more }, (read, week) => ({
      ...read,
      languages: spokenLanguages(entries),
      hours: hoursOfWeek('hours', week),
    }));
  },
};

function entryOf(value: string | number | boolean | null): string {
  return typeof value === 'boolean' ? tick(value) : String(value ?? '');
}

function personGroup(entries: Entries, { context }: SettingsWorld): FieldGroupView {
  const { t } = context;
  const { field, select } = fieldMaker(entries, t);
  const genders = ['', 'f', 'm'].map((value) => ({
    value,
    label: t(`settings:gender.${value === '' ? 'unknown' : value}`),
  }));
  return {
    legend: t('settings:group.interpreter'),
    fields: [
      field('firstName'),
      field('lastName'),
      field('email', 'email'),
      field('phone'),
      select('gender', genders),
    ],
  };
}

function termGroups(entries: Entries, { context, tariffs }: SettingsWorld): FieldGroupView[] {
  const { t } = context;
  const { field, explained, select } = fieldMaker(entries, t);
  const options = tariffs.map(({ code, name }) => ({ value: code, label: name }));
  return [
    {
      legend: t('settings:group.limits'),
      inPairs: true,
      fields: [
        field('maxTalksPerDay'),
        field('maxTalksPerWeek'),
        explained('transferMinutes'),
        explained('waitMinutes'),
      ],
    },
    {
      legend: t('settings:group.terms'),
      fields: [
        explained('secrecyDeclaredOn', 'date'),
        explained('secrecyValidUntil', 'date'),
        explained('tier'),
        select('tariffCode', options),
        explained('agencyReference'),
        field('active', 'checkbox'),
      ],
    },
  ];
}
