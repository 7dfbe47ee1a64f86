import type { Entries } from '../settings-form.js';
import type { EntryReader } from './entry-reader.js';
import { partFields, type RulePart, type TariffRules, writeFrancs } from './rule-part.js';

type Travel = TariffRules['travel'];
type Zones = Extract<Travel, { kind: 'zones' }>;

const KINDS = ['flat', 'zones', 'hourly'] as const;
const NONE = {
  travel: 'flat',
  amount: '',
  farKilometres: '',
  farHourly: '',
  zones: '',
  elsewhere: '',
  wayHourly: '',
};

/** What a journey to the site and back costs. */
export const travelPart: RulePart<Travel> = {
  entriesOf: (travel) => ({ ...NONE, travel: travel.kind, ...amountsOf(travel) }),
  groups: (entries, context) => {
    const { field, explained, select } = partFields(entries, context);
    return [
      {
        legend: context.t('tariffs:rule.travel'),
        inPairs: true,
        fields: [
          select('', 'travel', KINDS),
          field('', 'amount'),
          explained('', 'farKilometres'),
          field('', 'farHourly'),
          explained('', 'zones', 'area'),
          explained('', 'elsewhere'),
          field('', 'wayHourly'),
        ],
      },
    ];
  },
  read: (reader) => {
    const kind = reader.chosen('travel', KINDS);
    if (kind === 'hourly') return { kind, hourly: reader.francs('wayHourly') };
    if (kind === 'flat') return { kind, amount: reader.francs('amount'), far: readFar(reader) };
    const elsewhere = reader.isEmpty('elsewhere') ? null : reader.francs('elsewhere');
    return { kind, zones: readZones(reader), elsewhere };
  },
};

function amountsOf(travel: Travel): Entries {
  if (travel.kind === 'hourly') return { wayHourly: writeFrancs(travel.hourly) };
  if (travel.kind === 'flat') {
    const { far } = travel;
    const amount = { amount: writeFrancs(travel.amount) };
    return far
      ? { ...amount, farKilometres: String(far.fromKilometres), farHourly: writeFrancs(far.hourly) }
      : amount;
  }
  const lines = travel.zones.map(({ places, amount }) => `${places.join(', ')}: ${writeFrancs(amount)}`);
  const elsewhere = travel.elsewhere === null ? '' : writeFrancs(travel.elsewhere);
  return { zones: lines.join('\n'), elsewhere };
}

function readFar(reader: EntryReader): Extract<Travel, { kind: 'flat' }>['far'] {
  if (reader.isEmpty('farKilometres')) return null;
  return {
    fromKilometres: reader.whole('farKilometres', { least: 1, most: 1000 }),
    hourly: reader.francs('farHourly'),
  };
}

/** Lines such as `Pratteln, Muttenz: 25.00`. */
function readZones(reader: EntryReader): Zones['zones'] {
  const lines = reader
    .text('zones')
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '');
  const zones = lines.map((line) => {
    const [, names = '', whole = '', part = ''] = /^(.+):\s*(\d{1,5})(?:[.,](\d{1,2}))?\s*$/.exec(line) ?? [];
    const places = names.split(',').map((place) => place.trim());
    return { places: places.filter(Boolean), amount: Number(whole) * 100 + Number(part.padEnd(2, '0')) };
  });
  if (zones.length === 0 || zones.some(({ places }) => places.length === 0))
    reader.wrong('zones', 'tariffs:error.zones');
  return zones;
}
