import { z } from 'zod';
import { policiesRecord, PoliciesSchema } from '../../../../features/settings/index.js';
import type { FieldError } from '../../../../templates/components/error-summary.js';
import type { FormFieldView } from '../../../../templates/components/form-fields.js';
import type { OfficeContext } from '../../office-context.js';
import { policyGroups } from './policy-groups.js';
import { wallClock } from './schemas.js';
import type { Entries, SettingsForm } from './settings-form.js';

/** What JSON Schema says of one policy; only what forms need. */
interface PolicyShape {
  readonly type: 'integer' | 'boolean' | 'string' | 'array';
  readonly enum?: readonly string[];
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly items?: PolicyShape;
}

const { properties } = z.toJSONSchema(PoliciesSchema, { io: 'input' });
const shapes = properties as unknown as Readonly<Record<string, PolicyShape>>;

/** Every policy by its name, in the order of the schema. */
export const policyNames: readonly string[] = Object.keys(shapes);

/** The rules that the office sets itself, made of their schema: a new policy appears by itself. */
export const policiesForm: SettingsForm = {
  record: policiesRecord,
  entriesOf: (values) =>
    Object.fromEntries(
      policyNames.map((name) => [
        name,
        entryOf((values as Readonly<Record<string, unknown>> | null)?.[name]),
      ]),
    ),
  groups: (entries, { context }) => {
    const { t } = context;
    return policyGroups(policyNames).map(([group, names]) => ({
      legend: t(`settings:policy-group.${group}`),
      fields: names.map((name) => fieldOf(name, entries, context)),
    }));
  },
  read: (entries, { context }) => {
    const typed = Object.fromEntries(policyNames.map((name) => [name, typedOf(name, entries[name] ?? '')]));
    const parsed = PoliciesSchema.safeParse(typed);
    if (parsed.success) return { kind: 'read', values: parsed.data };
    return { kind: 'wrong', errors: errorsOf(parsed.error, context) };
  },
};

function entryOf(value: unknown): string {
  if (Array.isArray(value)) return value.join(', ');
  if (typeof value === 'boolean') return value ? '1' : '';
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function fieldOf(name: string, entries: Entries, { t }: OfficeContext): FormFieldView {
  const shape = shapes[name];
  const labelled = { name, label: t(`settings:policy.${name}`), value: entries[name] ?? '' };
  const hint = t(`settings:policy-effect.${name}`);
  if (shape?.enum) {
    const options = shape.enum.map((value) => ({
      value,
      label: t(`settings:policy-value.${name}.${value}`),
    }));
    return { kind: 'select', ...labelled, hint, options };
  }
  if (shape?.type === 'boolean') return { kind: 'checkbox', ...labelled, hint };
  return { kind: 'text', ...labelled, hint };
}

/** What somebody typed, in the type that the schema wants; what has another type stays text and is refused. */
function typedOf(name: string, entry: string): unknown {
  const shape = shapes[name];
  if (shape?.type === 'boolean') return entry === '1';
  if (shape?.type === 'integer') return numberOr(entry);
  if (shape?.type !== 'array') return wallClock(entry);
  const parts = entry.split(/[,;\s]+/).filter(Boolean);
  return shape.items?.type === 'integer' ? parts.map(numberOr) : parts.map((part) => part.toUpperCase());
}

function numberOr(text: string): number | string {
  return /^\d{1,7}$/.test(text.trim()) ? Number(text) : text;
}

function errorsOf(error: z.ZodError, { t }: OfficeContext): FieldError[] {
  const wrong = [...new Set(error.issues.map(({ path }) => String(path[0])))];
  return wrong.map((field) => {
    const { type, minimum, maximum } = shapes[field] ?? {};
    const label = t(`settings:policy.${field}`);
    if (type !== 'integer') return { field, text: t('settings:error.policy', { label }) };
    const most = maximum === undefined || maximum > 1_000_000 ? 1_000_000 : maximum;
    return { field, text: t('settings:error.policy-number', { label, least: minimum ?? 0, most }) };
  });
}
