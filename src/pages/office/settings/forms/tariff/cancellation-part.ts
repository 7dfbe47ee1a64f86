import { tick } from '../fields.js';
import { noticeEntries, noticeFields, readNotice } from './notice-part.js';
import { partFields, type RulePart, type TariffRules } from './rule-part.js';

type Step = TariffRules['cancellation'][number];

/** Steps that a form has room for; the published tariffs have at most three. */
const PLACES = [1, 2, 3, 4] as const;

const prefixOf = (place: number): string => `cancel-${place}-`;

/** What is due when a visit is called off late, step by step. */
export const cancellationPart: RulePart<TariffRules['cancellation']> = {
  entriesOf: (steps) =>
    Object.fromEntries(
      PLACES.flatMap((place) => {
        const prefix = prefixOf(place);
        const step = steps[place - 1];
        return Object.entries({
          ...noticeEntries(prefix, step?.unless ?? null),
          [`${prefix}full`]: String(step?.fullMinutes ?? 0),
          [`${prefix}rest`]: String(step?.restPercent ?? 0),
          [`${prefix}withFlat`]: tick(step?.flat === true),
          [`${prefix}withWay`]: tick(step?.travel === true),
        });
      }),
    ),
  groups: (entries, context) =>
    PLACES.map((place) => {
      const prefix = prefixOf(place);
      const { field, explained } = partFields(entries, context);
      return {
        legend: context.t('tariffs:form.step', { place }),
        hint: context.t('tariffs:hint.step'),
        inPairs: true,
        folded: place > 1 && entries[`${prefix}kind`] === '',
        fields: [
          ...noticeFields(prefix, entries, context),
          explained(prefix, 'full'),
          explained(prefix, 'rest'),
          field(prefix, 'withFlat', 'checkbox'),
          field(prefix, 'withWay', 'checkbox'),
        ],
      };
    }),
  read: (reader) =>
    PLACES.flatMap((place): Step[] => {
      const prefix = prefixOf(place);
      const unless = readNotice(prefix, reader);
      if (unless === null) return [];
      return [
        {
          unless,
          fullMinutes: reader.whole(`${prefix}full`, { least: 0, most: 480 }),
          restPercent: reader.whole(`${prefix}rest`, { least: 0, most: 100 }),
          flat: reader.isTicked(`${prefix}withFlat`),
          travel: reader.isTicked(`${prefix}withWay`),
        },
      ];
    }),
};
