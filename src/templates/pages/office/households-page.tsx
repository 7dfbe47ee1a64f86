import type { VNode } from 'preact';
import type { Translate } from '../../../platform/i18n/i18n.js';
import { Badge, type BadgeView } from '../../components/badge.js';
import { ListTable } from '../../components/list-table.js';

/** One household to go to. */
export interface FoundHouseholdView {
  readonly id: number;
  readonly href: string;
  readonly name: string;
  readonly below: string;
  readonly language: string;
  readonly municipality: string;
  readonly state: BadgeView;
  readonly talk: string;
}

export interface HouseholdsView {
  readonly title: string;
  readonly summary: string;
  /** A search of its own, where the one in the header would lead away. */
  readonly search: {
    readonly action: string;
    readonly value: string;
    readonly hidden: readonly (readonly [name: string, value: string])[];
  } | null;
  readonly rows: readonly FoundHouseholdView[];
  readonly empty: string;
  readonly more: string;
}

/** Households found by name, case number or phone number. */
export function HouseholdsPage({ view, t }: { readonly view: HouseholdsView; readonly t: Translate }): VNode {
  return (
    <>
      <div class="page-head">
        <h1>{view.title}</h1>
        <p class="quiet">{view.summary}</p>
      </div>
      {view.search && (
        <form class="filters filters-inline spaced" method="get" action={view.search.action}>
          {view.search.hidden.map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <div class="field">
            <label for="who">{t('office:search.label')}</label>
            <input id="who" name="who" type="text" value={view.search.value} autocomplete="off" />
          </div>
          <button type="submit" class="button">
            {t('office:search.submit')}
          </button>
        </form>
      )}
      {view.rows.length === 0 ? (
        <p class="empty">{view.empty}</p>
      ) : (
        <section class="scroll" aria-label={view.title} tabIndex={0}>
          <ListTable
            caption={view.title}
            columns={[
              ...(['name', 'language', 'municipality', 'state'] as const).map((column) =>
                t(`office:inbox.column.${column}`),
              ),
            ]}
          >
            {view.rows.map((row) => (
              <tr key={row.id}>
                <th scope="row">
                  <a href={row.href}>{row.name}</a>
                  <span class="below">{row.below}</span>
                </th>
                <td>{row.language}</td>
                <td>{row.municipality}</td>
                <td>
                  <Badge view={row.state} />
                  {row.talk !== '' && <span class="below">{row.talk}</span>}
                </td>
              </tr>
            ))}
          </ListTable>
        </section>
      )}
      {view.more !== '' && <p class="hint">{view.more}</p>}
    </>
  );
}
