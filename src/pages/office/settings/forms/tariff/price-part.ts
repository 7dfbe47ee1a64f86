import type { FieldGroupView } from '../../../../../templates/components/form-fields.js';
import type { Entries } from '../settings-form.js';
import type { EntryReader } from './entry-reader.js';
import { partFields, type RulePart, type TariffRules, writeFrancs } from './rule-part.js';

type Prices = TariffRules['prices'];
type Price = NonNullable<Prices['onsite']>;

const MODES = ['onsite', 'phone', 'video'] as const;
const KINDS = ['', 'hourly', 'call'] as const;
const NONE = {
  by: '',
  hourly: '',
  minimum: '60',
  step: '15',
  flat: '',
  included: '15',
  minute: '',
};

/** What time costs on site, by phone and by video. */
export const pricePart: RulePart<Prices> = {
  entriesOf: (prices) =>
    Object.fromEntries(
      MODES.flatMap((mode) =>
        Object.entries(entriesOf(prices[mode])).map(([what, value]) => [`${mode}-${what}`, value]),
      ),
    ),
  groups: (entries, context) =>
    MODES.map((mode): FieldGroupView => {
      const { field, explained, select } = partFields(entries, context);
      const prefix = `${mode}-`;
      return {
        legend: context.t(`tariffs:rule.${mode}`),
        hint: context.t('tariffs:hint.price'),
        inPairs: true,
        folded: entries[`${mode}-by`] === '',
        fields: [
          select(prefix, 'by', KINDS),
          field(prefix, 'hourly'),
          field(prefix, 'minimum'),
          field(prefix, 'step'),
          field(prefix, 'flat'),
          field(prefix, 'included'),
          explained(prefix, 'minute'),
        ],
      };
    }),
  read: (reader) => {
    const prices = MODES.map((mode) => [mode, readPrice(`${mode}-`, reader)] as const);
    if (prices.every(([, price]) => price === null)) reader.wrong('onsite-by', 'tariffs:error.no-price');
    return Object.fromEntries(prices.filter(([, price]) => price !== null));
  },
};

function entriesOf(price: Price | undefined): Entries {
  if (!price) return NONE;
  if (price.kind === 'hourly') {
    const { hourly, minMinutes, stepMinutes } = price;
    const amounts = { hourly: writeFrancs(hourly), minimum: String(minMinutes), step: String(stepMinutes) };
    return { ...NONE, by: 'hourly', ...amounts };
  }
  const { flat, includedMinutes, perMinute } = price;
  const amounts = {
    flat: writeFrancs(flat),
    included: String(includedMinutes),
    minute: writeFrancs(perMinute),
  };
  return { ...NONE, by: 'call', ...amounts };
}

function readPrice(prefix: string, reader: EntryReader): Price | null {
  const kind = reader.chosen(`${prefix}by`, KINDS);
  if (kind === '') return null;
  if (kind === 'hourly')
    return {
      kind,
      hourly: reader.francs(`${prefix}hourly`),
      minMinutes: reader.whole(`${prefix}minimum`, { least: 0, most: 480 }),
      stepMinutes: reader.whole(`${prefix}step`, { least: 1, most: 120 }),
    };
  const perMinute = reader.francs(`${prefix}minute`);
  if (perMinute === 0) reader.wrong(`${prefix}minute`, 'tariffs:error.francs');
  return {
    kind,
    flat: reader.francs(`${prefix}flat`),
    includedMinutes: reader.whole(`${prefix}included`, { least: 0, most: 480 }),
    perMinute,
  };
}
