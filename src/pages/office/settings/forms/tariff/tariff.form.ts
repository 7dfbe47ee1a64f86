import { tariffRecord, type TariffSettings } from '../../../../../features/settings/index.js';
import type { FieldGroupView } from '../../../../../templates/components/form-fields.js';
import type { Entries, SettingsForm } from '../settings-form.js';
import type { SettingsWorld } from '../../settings-world.js';
import { cancellationPart } from './cancellation-part.js';
import { countingPart } from './counting-part.js';
import { EntryReader } from './entry-reader.js';
import { expressPart } from './express-part.js';
import { pricePart } from './price-part.js';
import { partFields, type TariffRules } from './rule-part.js';
import { surchargePart } from './surcharge-part.js';
import { travelPart } from './travel-part.js';

/** How counting begins for a new tariff. It names no amount: those stand in the tariff that the office was given. */
const NEW: TariffRules = {
  prices: {},
  visitFlat: 0,
  countsFromAgreedStart: true,
  unusedPercent: 100,
  waiting: 'worked',
  travel: { kind: 'flat', amount: 0, far: null },
  newVisitAfterMinutes: null,
  express: null,
  surcharges: [],
  cancellation: [],
  postponement: 'cancellation',
  totalStep: 1,
};

const EMPTY_HEAD: Entries = { code: '', name: '', validFrom: '', validUntil: '', source: '' };

/** Versions of tariffs: when they hold, and every rule by which visits are counted. */
export const tariffForm: SettingsForm<TariffSettings> = {
  record: tariffRecord,
  entriesOf: (values) => {
    if (!values) return { ...EMPTY_HEAD, ...ruleEntries(NEW), amount: '', 'onsite-by': 'hourly' };
    const { rules, validUntil, ...head } = values;
    return { ...head, validUntil: validUntil ?? '', ...ruleEntries(rules) };
  },
  groups: (entries, world) => {
    const { context } = world;
    return [
      headGroup(entries, world),
      ...pricePart.groups(entries, context),
      ...travelPart.groups(entries, context),
      ...countingPart.groups(entries, context),
      ...cancellationPart.groups(entries, context),
      ...expressPart.groups(entries, context),
      ...surchargePart.groups(entries, context),
    ];
  },
  read: (entries, world) => {
    const reader = new EntryReader(entries, world.context.t);
    const values = { ...readHead(reader), rules: readRules(reader) };
    return reader.errors.length > 0 ? { kind: 'wrong', errors: reader.errors } : { kind: 'read', values };
  },
};

/** A further version of a tariff begins like the one before; when it begins is still to be said. */
export function nextVersion(entries: Entries): Entries {
  return { ...entries, validFrom: '', validUntil: '' };
}

function headGroup(entries: Entries, { context, tariffs }: SettingsWorld): FieldGroupView {
  const { t } = context;
  const { explained } = partFields(entries, context);
  const own = new Map(tariffs.filter(({ isOwn }) => isOwn).map(({ code, name }) => [code, name]));
  const choices = [...own].map(([value, label]) => ({ value, label }));
  return {
    legend: t('tariffs:form.tariff'),
    fields: [
      {
        kind: 'select',
        name: 'code',
        label: t('tariffs:field.code'),
        hint: t('tariffs:hint.code'),
        value: entries['code'] ?? '',
        options: [{ value: '', label: t('tariffs:choice.code.none') }, ...choices],
      },
      explained('', 'name'),
      explained('', 'validFrom', 'date'),
      explained('', 'validUntil', 'date'),
      explained('', 'source'),
    ],
  };
}

function readHead(reader: EntryReader): Omit<TariffSettings, 'rules'> {
  if (reader.isEmpty('name')) reader.wrong('name', 'settings:error.missing');
  const line = (field: string): string => reader.text(field).slice(0, 200);
  return { code: line('code'), name: line('name'), source: line('source'), ...readValidity(reader) };
}

function readValidity(reader: EntryReader): Pick<TariffSettings, 'validFrom' | 'validUntil'> {
  const validFrom = reader.text('validFrom');
  const validUntil = reader.text('validUntil') || null;
  if (!isDay(validFrom)) reader.wrong('validFrom', 'validation:day');
  if (validUntil !== null && !isDay(validUntil)) reader.wrong('validUntil', 'validation:day');
  if (validUntil !== null && validUntil < validFrom) reader.wrong('validUntil', 'settings:error.day-order');
  return { validFrom, validUntil };
}

function isDay(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text));
}

function ruleEntries(rules: TariffRules): Entries {
  return {
    ...pricePart.entriesOf(rules.prices),
    ...travelPart.entriesOf(rules.travel),
    ...countingPart.entriesOf(rules),
    ...cancellationPart.entriesOf(rules.cancellation),
    ...expressPart.entriesOf(rules.express),
    ...surchargePart.entriesOf(rules.surcharges),
  };
}

function readRules(reader: EntryReader): TariffRules {
  return {
    prices: pricePart.read(reader),
    travel: travelPart.read(reader),
    ...countingPart.read(reader),
    cancellation: cancellationPart.read(reader),
    express: expressPart.read(reader),
    surcharges: surchargePart.read(reader),
  };
}
