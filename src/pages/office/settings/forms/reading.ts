import { z } from 'zod';
import { fieldErrors } from '../../form-errors.js';
import type { SettingsWorld } from '../settings-world.js';
import type { Entries, Reading } from './settings-form.js';

interface Filled {
  readonly entries: Entries;
  readonly world: SettingsWorld;
  /** Fields whose names depend on what the office has, such as languages and sites. */
  readonly more?: Readonly<Record<string, z.ZodType>>;
}

/** Reads entries by a schema and makes values of what it gives; all errors are told at once. */
export function readingOf<Read, Values>(
  schema: z.ZodType<Read>,
  { entries, world, more = {} }: Filled,
  valuesOf: (read: Read, more: Readonly<Record<string, unknown>>) => Values,
): Reading<Values> {
  const usual = schema.safeParse(entries);
  const others = z.object(more).safeParse(entries);
  if (usual.success && others.success) return { kind: 'read', values: valuesOf(usual.data, others.data) };
  const { t } = world.context;
  const errors = [usual.error, others.error].flatMap((error) => (error ? fieldErrors(error, t) : []));
  return { kind: 'wrong', errors };
}
