import type { VNode } from 'preact';
import type { FieldError } from './error-summary.js';

/** A labelled input with its hint and its error. */
export function Field(properties: {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly errors: readonly FieldError[];
  readonly type?: 'text' | 'email' | 'tel' | 'password' | 'date' | 'time';
  readonly hint?: string;
  readonly autocomplete?: string;
}): VNode {
  const { name, hint } = properties;
  const error = properties.errors.find((candidate) => candidate.field === name);
  // Preact types every kind of input apart; the attributes here fit them all
  const type = (properties.type ?? 'text') as 'text';
  const described = [hint === undefined ? '' : `${name}-hint`, error ? `${name}-error` : ''];
  return (
    <div class={error ? 'field field-wrong' : 'field'}>
      <label for={name}>{properties.label}</label>
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
      <input
        id={name}
        name={name}
        type={type}
        value={properties.value}
        autocomplete={properties.autocomplete ?? 'off'}
        aria-invalid={error ? 'true' : undefined}
        aria-describedby={described.filter(Boolean).join(' ') || undefined}
      />
    </div>
  );
}
