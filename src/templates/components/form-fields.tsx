import type { VNode } from 'preact';
import type { FieldError } from './error-summary.js';
import { Field } from './field.js';
import { Select, type SelectView } from './select.js';

/** One field of a form, whatever it looks like. A ticked box has the value `1`. */
export type FormFieldView =
  | ({ readonly kind: 'select' } & SelectView)
  | {
      readonly kind: 'text' | 'email' | 'date' | 'time' | 'area' | 'checkbox';
      readonly name: string;
      readonly label: string;
      readonly value: string;
      readonly hint?: string;
    };

/** Fields that belong together. */
export interface FieldGroupView {
  readonly legend: string;
  /** How all its fields are filled in. */
  readonly hint?: string;
  /** Pairs stand beside each other. */
  readonly inPairs?: boolean;
  /** Opened by those who need it. */
  readonly folded?: boolean;
  readonly fields: readonly FormFieldView[];
}

/** The groups of a long form. */
export function FieldGroups(properties: {
  readonly groups: readonly FieldGroupView[];
  readonly errors: readonly FieldError[];
}): VNode {
  return (
    <>
      {properties.groups.map((group) =>
        group.folded === true ? (
          <details key={group.legend} class="group" open={isWrong(group, properties.errors)}>
            <summary>{group.legend}</summary>
            <Fields group={group} errors={properties.errors} />
          </details>
        ) : (
          <fieldset key={group.legend} class={group.inPairs === true ? 'group group-pairs' : 'group'}>
            <legend>{group.legend}</legend>
            <Fields group={group} errors={properties.errors} />
          </fieldset>
        ),
      )}
    </>
  );
}

function isWrong({ fields }: FieldGroupView, errors: readonly FieldError[]): boolean {
  return fields.some(({ name }) => errors.some(({ field }) => field === name));
}

function Fields(properties: {
  readonly group: FieldGroupView;
  readonly errors: readonly FieldError[];
}): VNode {
  return (
    <>
      {properties.group.hint !== undefined && <p class="hint">{properties.group.hint}</p>}
      {properties.group.fields.map((field) => (
        <FormField key={field.name} field={field} errors={properties.errors} />
      ))}
    </>
  );
}

interface FieldProperties {
  readonly field: FormFieldView;
  readonly errors: readonly FieldError[];
}

/** One field by its kind. */
export function FormField({ field, errors }: FieldProperties): VNode {
  if (field.kind === 'select') return <Select view={field} errors={errors} />;
  if (field.kind === 'area') return <TextArea field={field} errors={errors} />;
  if (field.kind === 'checkbox') return <Checkbox field={field} errors={errors} />;
  const type = field.kind;
  return (
    <Field
      name={field.name}
      label={field.label}
      value={field.value}
      type={type}
      errors={errors}
      {...(field.hint === undefined ? {} : { hint: field.hint })}
    />
  );
}

function Checkbox({ field, errors }: FieldProperties): VNode {
  const { name, label, value, hint } = field;
  const error = errors.find((candidate) => candidate.field === name);
  return (
    <div class={error ? 'check field-wrong' : 'check'}>
      <input
        id={name}
        name={name}
        type="checkbox"
        value="1"
        checked={value === '1'}
        aria-invalid={error ? 'true' : undefined}
        aria-describedby={describedBy(name, hint, error)}
      />
      <div>
        <label for={name}>{label}</label>
        {hint !== undefined && (
          <p class="hint" id={`${name}-hint`}>
            {hint}
          </p>
        )}
        {error && (
          <p class="field-error" id={`${name}-error`}>
            {error.text}
          </p>
        )}
      </div>
    </div>
  );
}

function describedBy(
  name: string,
  hint: string | undefined,
  error: FieldError | undefined,
): string | undefined {
  const ids = [...(hint === undefined ? [] : [`${name}-hint`]), ...(error ? [`${name}-error`] : [])];
  return ids.join(' ') || undefined;
}

function TextArea({ field, errors }: FieldProperties): VNode {
  const { name, label, value, hint } = field;
  const error = errors.find((candidate) => candidate.field === name);
  return (
    <div class={error ? 'field field-wrong' : 'field'}>
      <label for={name}>{label}</label>
      {hint !== undefined && (
        <p class="hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p class="field-error" id={`${name}-error`}>
          {error.text}
        </p>
      )}
      <textarea
        id={name}
        name={name}
        rows={3}
        aria-invalid={error ? 'true' : undefined}
        aria-describedby={describedBy(name, hint, error)}
      >
        {value}
      </textarea>
    </div>
  );
}
