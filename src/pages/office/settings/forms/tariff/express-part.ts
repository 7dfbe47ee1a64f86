import { noticeEntries, noticeFields, readNotice } from './notice-part.js';
import { partFields, type RulePart, type TariffRules, writeFrancs } from './rule-part.js';

const PREFIX = 'express-';

/** What is due for an order that comes late. */
export const expressPart: RulePart<TariffRules['express']> = {
  entriesOf: (express) => ({
    ...noticeEntries(PREFIX, express?.unless ?? null),
    [`${PREFIX}flat`]: writeFrancs(express?.flat ?? 0),
    [`${PREFIX}percent`]: String(express?.percent ?? 0),
  }),
  groups: (entries, context) => {
    const { field, explained } = partFields(entries, context);
    return [
      {
        legend: context.t('tariffs:rule.express'),
        inPairs: true,
        folded: entries[`${PREFIX}kind`] === '',
        fields: [
          ...noticeFields(PREFIX, entries, context),
          field(PREFIX, 'flat'),
          explained(PREFIX, 'percent'),
        ],
      },
    ];
  },
  read: (reader) => {
    const unless = readNotice(PREFIX, reader);
    if (unless === null) return null;
    const flat = reader.francs(`${PREFIX}flat`);
    const percent = reader.whole(`${PREFIX}percent`, { least: 0, most: 200 });
    if (flat === 0 && percent === 0) reader.wrong(`${PREFIX}flat`, 'tariffs:error.nothing-due');
    return { unless, flat, percent };
  },
};
