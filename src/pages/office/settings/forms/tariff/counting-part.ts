import { tick } from '../fields.js';
import { partFields, type RulePart, type TariffRules, writeFrancs } from './rule-part.js';

type Counting = Pick<
  TariffRules,
  | 'visitFlat'
  | 'countsFromAgreedStart'
  | 'unusedPercent'
  | 'waiting'
  | 'newVisitAfterMinutes'
  | 'postponement'
  | 'totalStep'
>;

/** How the time of a visit is counted, and its total. */
export const countingPart: RulePart<Counting> = {
  entriesOf: (part) => ({
    visitFlat: writeFrancs(part.visitFlat),
    agreedStart: tick(part.countsFromAgreedStart),
    unusedPercent: String(part.unusedPercent),
    waiting: part.waiting,
    newVisitAfter: String(part.newVisitAfterMinutes ?? ''),
    postponement: part.postponement,
    totalStep: String(part.totalStep),
  }),
  groups: (entries, context) => {
    const { explained, select } = partFields(entries, context);
    return [
      {
        legend: context.t('tariffs:form.counting'),
        fields: [
          explained('', 'visitFlat'),
          explained('', 'agreedStart', 'checkbox'),
          explained('', 'unusedPercent'),
          select('', 'waiting', ['worked', 'unused']),
          explained('', 'newVisitAfter'),
          select('', 'postponement', ['cancellation', 'free']),
          select('', 'totalStep', ['1', '5']),
        ],
      },
    ];
  },
  read: (reader) => ({
    visitFlat: reader.francs('visitFlat'),
    countsFromAgreedStart: reader.isTicked('agreedStart'),
    unusedPercent: reader.whole('unusedPercent', { least: 0, most: 100 }),
    waiting: reader.chosen('waiting', ['worked', 'unused']),
    newVisitAfterMinutes: reader.isEmpty('newVisitAfter')
      ? null
      : reader.whole('newVisitAfter', { least: 1, most: 480 }),
    postponement: reader.chosen('postponement', ['cancellation', 'free']),
    totalStep: reader.chosen('totalStep', ['1', '5']) === '5' ? 5 : 1,
  }),
};
