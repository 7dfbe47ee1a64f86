import { z } from 'zod';
import type { OfficePolicies } from '../../../features/offices/index.js';

type Weights = OfficePolicies['weights'];

/** The fields of the form by group; `stability-…` are those of a change of an announced talk. */
export const weightGroups = {
  people: ['unscheduled', 'late', 'waiting', 'gender'],
  language: ['langRank', 'langLevel', 'interpreterLevel'],
  change: [
    'stability-dropped',
    'stability-day',
    'stability-time',
    'stability-interpreter',
    'stability-caseworker',
    'stability-room',
    'stability-mode',
  ],
  interpreters: ['fairness'],
} as const;

export type WeightField = (typeof weightGroups)[keyof typeof weightGroups][number];

export const weightFields: readonly WeightField[] = Object.values(weightGroups).flat();

const MOST_FRANCS = 100_000;

/** An amount as people type it: `20`, `20.50`, `1’000`; in Rappen. */
const Francs = z
  .string('plans:weights.invalid')
  .transform((typed) => typed.replaceAll(/['’\s]/g, '').replace(',', '.'))
  .pipe(z.string().regex(/^\d{1,6}(\.\d{1,2})?$/, 'plans:weights.invalid'))
  .transform((plain) => Math.round(Number(plain) * 100))
  .refine((rappen) => rappen <= MOST_FRANCS * 100, 'plans:weights.invalid');

export const WeightsForm = z.object(
  Object.fromEntries(weightFields.map((field) => [field, Francs])) as Record<WeightField, typeof Francs>,
);

/** The amounts as the form shows them. */
export function entriesOfWeights(weights: Weights): Record<WeightField, string> {
  return Object.fromEntries(
    weightFields.map((field) => [field, (amountOf(weights, field) / 100).toFixed(2)]),
  ) as Record<WeightField, string>;
}

/** The weights that a read form stands for. */
export function weightsOf(amounts: Readonly<Record<WeightField, number>>): Weights {
  return {
    unscheduled: amounts.unscheduled,
    late: amounts.late,
    langRank: amounts.langRank,
    langLevel: amounts.langLevel,
    interpreterLevel: amounts.interpreterLevel,
    gender: amounts.gender,
    fairness: amounts.fairness,
    waiting: amounts.waiting,
    stability: {
      dropped: amounts['stability-dropped'],
      day: amounts['stability-day'],
      time: amounts['stability-time'],
      interpreter: amounts['stability-interpreter'],
      caseworker: amounts['stability-caseworker'],
      room: amounts['stability-room'],
      mode: amounts['stability-mode'],
    },
  };
}

function amountOf(weights: Weights, field: WeightField): number {
  const { stability, ...others } = weights;
  const changes: Readonly<Record<string, number>> = stability;
  const plain: Readonly<Record<string, number>> = others;
  return field.startsWith('stability-') ? (changes[field.slice(10)] ?? 0) : (plain[field] ?? 0);
}
