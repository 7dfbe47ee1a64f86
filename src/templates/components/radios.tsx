import type { VNode } from 'preact';
import type { FieldError } from './error-summary.js';

/** One choice of a few. */
export interface RadiosView {
  readonly name: string;
  readonly legend: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

/** Radio buttons below each other; the first carries the name as its id, so that an error can lead to it. */
export function Radios(properties: {
  readonly view: RadiosView;
  readonly errors?: readonly FieldError[];
}): VNode {
  const { name, legend, value, options } = properties.view;
  const error = properties.errors?.find((candidate) => candidate.field === name);
  return (
    <div class={error ? 'field field-wrong' : 'field'}>
      <fieldset aria-describedby={error ? `${name}-error` : undefined}>
        <legend>{legend}</legend>
        {error && (
          <p class="field-error" id={`${name}-error`}>
            {error.text}
          </p>
        )}
        {options.map((option, index) => (
          <div key={option.value} class="check">
            <input
              id={index === 0 ? name : `${name}-${option.value}`}
              name={name}
              type="radio"
              value={option.value}
              checked={option.value === value}
            />
            <label for={index === 0 ? name : `${name}-${option.value}`}>{option.label}</label>
          </div>
        ))}
      </fieldset>
    </div>
  );
}
