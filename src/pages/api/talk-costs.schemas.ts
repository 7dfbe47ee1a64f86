import { z } from 'zod';

const Rappen = z.int().describe('whole Rappen; 100 are one franc');
const Instant = z.iso.datetime({ precision: -1 });

const Line = z.strictObject({
  what: z.enum([
    'time',
    'call',
    'unused',
    'visit-flat',
    'travel',
    'travel-time',
    'ticket',
    'express',
    'surcharge',
    'cancelled-full',
    'cancelled-part',
    'cancelled-flat',
    'cancelled-travel',
    'rounding',
    'travel-unknown',
    'unpriced',
  ]),
  minutes: z.int().nullable(),
  rateRappen: Rappen.nullable().describe('per hour'),
  percent: z.number().nullable(),
  amountRappen: Rappen,
});

export const CancellationCostAnswer = z.strictObject({
  talkId: z.uuid(),
  interpreterId: z.int().nullable().describe('null: the talk has no interpreter, or is not coming'),
  tariff: z
    .strictObject({ code: z.string(), name: z.string(), validFrom: z.iso.date() })
    .nullable()
    .describe(
      'the version valid on the day of the visit; null: none is, or the interpreter has not said yes',
    ),
  totalRappen: Rappen.nullable().describe('what calling it off now costs; null: not known'),
  lines: z.array(Line).describe('they sum up to the total'),
  prices: z
    .array(z.strictObject({ until: Instant, totalRappen: Rappen }))
    .describe('what it costs up to and including each instant, the cheapest first'),
  visit: z
    .strictObject({ beforeRappen: Rappen, afterRappen: Rappen })
    .nullable()
    .describe('what the interpreter’s visit costs with and without this talk; null: nothing is left of it'),
});
