import type { VNode } from 'preact';
import { Select, type SelectView } from './select.js';

/** A filter form: its values stand in the address, so that Back and sharing work. */
export interface FiltersView {
  readonly action: string;
  readonly title: string;
  readonly submit: string;
  readonly selects: readonly SelectView[];
  /** Where no filter is set; null when none is. */
  readonly reset: { readonly href: string; readonly label: string } | null;
}

/** The filters beside a list. */
export function Filters({ view }: { readonly view: FiltersView }): VNode {
  return (
    <form class="filters" method="get" action={view.action} aria-labelledby="filters-title">
      <h2 id="filters-title">{view.title}</h2>
      {view.selects.map((select) => (
        <Select key={select.name} view={select} />
      ))}
      <div class="buttons">
        <button class="button">{view.submit}</button>
        {view.reset && <a href={view.reset.href}>{view.reset.label}</a>}
      </div>
    </form>
  );
}
