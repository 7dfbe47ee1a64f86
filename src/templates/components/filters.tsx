import type { VNode } from 'preact';
import { Field } from './field.js';
import { Select, type SelectView } from './select.js';

/** A filter form: its values stand in the address, so that Back and sharing work. */
export interface FiltersView {
  readonly action: string;
  readonly title: string;
  readonly submit: string;
  readonly selects: readonly SelectView[];
  /** Days to type, above the lists. */
  readonly dates?: readonly { readonly name: string; readonly label: string; readonly value: string }[];
  /** Where no filter is set; null when none is. */
  readonly reset: { readonly href: string; readonly label: string } | null;
}

/** The filters beside a list, or in one line above it. */
export function Filters(properties: {
  readonly view: FiltersView;
  /** What else stands in the address. */
  readonly hidden?: readonly (readonly [name: string, value: string])[];
  readonly inline?: boolean;
}): VNode {
  const { view, hidden = [], inline = false } = properties;
  return (
    <form
      class={inline ? 'filters filters-inline' : 'filters'}
      method="get"
      action={view.action}
      aria-labelledby="filters-title"
    >
      <h2 id="filters-title" class={inline ? 'unseen' : undefined}>
        {view.title}
      </h2>
      {hidden.map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {(view.dates ?? []).map((date) => (
        <Field key={date.name} {...date} type="date" errors={[]} />
      ))}
      {view.selects.map((select) => (
        <Select key={select.name} view={select} />
      ))}
      <div class="buttons">
        <button type="submit" class="button">
          {view.submit}
        </button>
        {view.reset && <a href={view.reset.href}>{view.reset.label}</a>}
      </div>
    </form>
  );
}
