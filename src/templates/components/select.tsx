import type { VNode } from 'preact';
import type { FieldError } from './error-summary.js';

/** A list to choose one value from. */
export interface SelectView {
  readonly name: string;
  /** Where two lists of one page have the same name; else the name is the id. */
  readonly id?: string;
  readonly label: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly hint?: string;
}

/** A labelled list with its hint and its error. */
export function Select(properties: {
  readonly view: SelectView;
  readonly errors?: readonly FieldError[];
}): VNode {
  const { name, id = name, label, value, options, hint } = properties.view;
  const error = properties.errors?.find((candidate) => candidate.field === name);
  const described = [hint === undefined ? '' : `${id}-hint`, error ? `${id}-error` : ''];
  return (
    <div class={error ? 'field field-wrong' : 'field'}>
      <label for={id}>{label}</label>
      {hint !== undefined && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p class="field-error" id={`${id}-error`}>
          {error.text}
        </p>
      )}
      <select
        id={id}
        name={name}
        aria-invalid={error ? 'true' : undefined}
        aria-describedby={described.filter(Boolean).join(' ') || undefined}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value} selected={option.value === value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}
