import { z } from 'zod';
import { officeRecord, type OfficeSettings } from '../../../../features/settings/index.js';
import { fieldMaker } from './fields.js';
import { readingOf } from './reading.js';
import { Email, Line, LineOrNone, PhoneOrNone, Words } from './schemas.js';
import type { SettingsForm } from './settings-form.js';

/** Abbreviations of the cantons (Federal Constitution, Art. 1), in its order. */
const cantons = 'ZH BE LU UR SZ OW NW GL ZG FR SO BS BL SH AR AI SG GR AG TG TI VD VS NE GE JU'.split(' ');

const isTimeZone = (name: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
};

const Schema = z.object({
  name: Line,
  address: Words.min(1, 'settings:error.missing'),
  phone: PhoneOrNone,
  phoneHours: LineOrNone,
  email: Email,
  website: z.literal('').or(z.url({ protocol: /^https?$/, error: 'settings:error.website' })),
  canton: z.enum(cantons, 'validation:choice'),
  timeZone: z.string().trim().refine(isTimeZone, 'settings:error.time-zone'),
});

const UNKNOWN: OfficeSettings = {
  name: '',
  addressLines: [],
  phone: '',
  phoneHours: '',
  email: '',
  website: null,
  canton: '',
  timeZone: '',
};

/** The office: name, address, how it is reached. */
export const officeForm: SettingsForm<OfficeSettings> = {
  record: officeRecord,
  entriesOf: (values) => {
    const { addressLines, website, ...rest } = values ?? UNKNOWN;
    return { ...rest, address: addressLines.join('\n'), website: website ?? '' };
  },
  groups: (entries, { context }) => {
    const { t } = context;
    const { field, explained, select } = fieldMaker(entries, t);
    const options = cantons.map((canton) => ({ value: canton, label: canton }));
    return [
      { legend: t('settings:group.office'), fields: [explained('name'), explained('address', 'area')] },
      {
        legend: t('settings:group.reaching'),
        fields: [field('phone'), explained('phoneHours'), explained('email', 'email'), field('website')],
      },
      { legend: t('settings:group.place'), fields: [select('canton', options), explained('timeZone')] },
    ];
  },
  read: (entries, world) =>
    readingOf(Schema, { entries, world }, ({ address, website, ...rest }) => ({
      ...rest,
      website: website === '' ? null : website,
      addressLines: address
        .split(/\r?\n/)
        .map((line) => line.trim())
        .filter(Boolean),
    })),
};
