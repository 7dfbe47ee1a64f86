import { z } from 'zod';
import { caseworkerRecord, type CaseworkerSettings } from '../../../../features/settings/index.js';
import { fieldMaker, tick } from './fields.js';
import { readingOf } from './reading.js';
import { Email, Line, Ticked, Whole } from './schemas.js';
import type { Entries, SettingsForm } from './settings-form.js';
import { languageEntries, languageFields, languageShape, spokenLanguages } from './spoken-languages.js';
import { hoursOfWeek, weekEntries, weekLines, weekShape } from './week-hours.js';

const Schema = z.object({
  name: Line,
  email: Email,
  maxTalksPerDay: Whole(1, 30),
  accountId: z.string().regex(/^$|^[1-9]\d{0,8}$/, 'validation:choice'),
  active: Ticked,
});

const NEW: CaseworkerSettings = {
  name: '',
  email: '',
  maxTalksPerDay: 6,
  accountId: null,
  languages: [{ language: 'de', level: 3 }],
  hours: [],
  active: true,
};

/** Caseworkers: languages, working hours by site, the account they sign in with. */
export const caseworkerForm: SettingsForm<CaseworkerSettings> = {
  record: caseworkerRecord,
  entriesOf: (values, { sites }) => {
    const { hours, languages, active, ...person } = values ?? NEW;
    const weeks = sites.map(({ id }) => {
      const there = hours.filter(({ siteId }) => siteId === id);
      return weekEntries(hoursAt(id), there);
    });
    return {
      name: person.name,
      email: person.email,
      maxTalksPerDay: String(person.maxTalksPerDay),
      accountId: String(person.accountId ?? ''),
      ...languageEntries(languages, false),
      ...(Object.assign({}, ...weeks) as Entries),
      active: tick(active),
    };
  },
  groups: (entries, world) => {
    const { t } = world.context;
    const { field, explained, select } = fieldMaker(entries, t);
    const nobody = { value: '', label: t('settings:no-account') };
    const accounts = world.accounts.map(({ id, name }) => ({ value: String(id), label: name }));
    return [
      {
        legend: t('settings:group.caseworker'),
        fields: [
          field('name'),
          field('email', 'email'),
          explained('maxTalksPerDay'),
          select('accountId', [nobody, ...accounts]),
        ],
      },
      { legend: t('settings:group.languages'), inPairs: true, fields: languageFields(entries, world) },
      ...world.sites.map((site) => ({
        legend: t('settings:group.working', { site: site.name }),
        hint: t('settings:hint.hours'),
        inPairs: true,
        fields: weekLines(hoursAt(site.id), entries, world.context),
      })),
      { legend: t('settings:group.use'), fields: [field('active', 'checkbox')] },
    ];
  },
  read: (entries, world) => {
    const weeks = world.sites.map(({ id }) => weekShape(hoursAt(id)));
    const more = Object.assign(languageShape(entries), ...weeks) as Record<string, z.ZodType>;
    return readingOf(Schema, { entries, world, more }, ({ accountId, ...read }, week) => ({
      ...read,
      accountId: accountId === '' ? null : Number(accountId),
      languages: spokenLanguages(entries).map(({ language, level }) => ({ language, level })),
      hours: world.sites.flatMap(({ id }) =>
        hoursOfWeek(hoursAt(id), week).map((hours) => ({ siteId: id, ...hours })),
      ),
    }));
  },
};

const hoursAt = (siteId: number): string => `hours-${siteId}`;
