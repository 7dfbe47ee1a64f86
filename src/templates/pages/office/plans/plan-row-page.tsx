import type { VNode } from 'preact';
import type { Translate } from '../../../../platform/i18n/i18n.js';
import { Facts, type FactView } from '../../../components/facts.js';
import { Field } from '../../../components/field.js';
import { PostForm } from '../../../components/post-form.js';
import { Select, type SelectView } from '../../../components/select.js';
import { ListTable } from '../../../components/list-table.js';

/** A free place for a row, with what it costs beside the present one. */
export interface RowPlaceView {
  readonly key: string;
  readonly when: string;
  readonly where: string;
  readonly caseworker: string;
  readonly interpreter: string;
  readonly difference: string;
  readonly wishes: string;
  readonly fields: readonly (readonly [name: string, value: string])[];
  readonly takeName: string;
}

export interface PlanRowPageView {
  readonly title: string;
  readonly action: string;
  readonly csrfToken: string;
  /** Why the last attempt did not change the row. */
  readonly problem: string | null;
  readonly facts: readonly FactView[];
  readonly cost: string;
  readonly from: string;
  readonly selects: readonly SelectView[];
  readonly places: readonly RowPlaceView[];
  /** Why there is no place. */
  readonly obstacles: readonly string[];
  readonly backHref: string;
}

interface RowPageProperties {
  readonly view: PlanRowPageView;
  readonly t: Translate;
}

/** Choosing another place for a row by hand, each with its price beside the others. */
export function PlanRowPage({ view, t }: RowPageProperties): VNode {
  return (
    <>
      {view.problem !== null && (
        <p class="banner banner-bad" role="alert">
          {view.problem}
        </p>
      )}
      <h1>{view.title}</h1>
      <div class="columns">
        <section class="card">
          <h2>{t('plans:row.present')}</h2>
          <Facts facts={view.facts} />
          <p>{view.cost}</p>
        </section>
        <form class="card" method="get" action={view.action}>
          <h2>{t('plans:row.filter')}</h2>
          <Field name="from" type="date" label={t('plans:row.from')} value={view.from} errors={[]} />
          {view.selects.map((select) => (
            <Select key={select.name} view={select} />
          ))}
          <div class="buttons">
            <button type="submit" class="button">
              {t('plans:row.search')}
            </button>
          </div>
        </form>
      </div>
      <h2 class="apart">{t('plans:row.places')}</h2>
      {view.places.length === 0 ? <NoPlaces view={view} t={t} /> : <Places view={view} t={t} />}
      <p class="apart">
        <a href={view.backHref}>{t('plans:check.back')}</a>
      </p>
    </>
  );
}

function NoPlaces({ view, t }: RowPageProperties): VNode {
  return (
    <div class="empty">
      <p>{t('plans:row.none')}</p>
      <ul>
        {view.obstacles.map((obstacle) => (
          <li key={obstacle}>{obstacle}</li>
        ))}
      </ul>
    </div>
  );
}

function Places({ view, t }: RowPageProperties): VNode {
  const columns = ['when', 'where', 'caseworker', 'interpreter', 'difference', 'action'] as const;
  return (
    <section class="scroll" aria-label={t('plans:row.places')} tabIndex={0}>
      <ListTable
        caption={t('plans:row.place-caption')}
        columns={columns.map((column) => t(`plans:row.column.${column}`))}
      >
        {view.places.map((place) => (
          <tr key={place.key}>
            <th scope="row" class="keep">
              {place.when}
            </th>
            <td>{place.where}</td>
            <td>{place.caseworker}</td>
            <td>{place.interpreter}</td>
            <td>
              {place.difference} <span class="below">{place.wishes}</span>
            </td>
            <td>
              <PostForm action={view.action} csrfToken={view.csrfToken}>
                {place.fields.map(([name, value]) => (
                  <input key={name} type="hidden" name={name} value={value} />
                ))}
                <button type="submit" class="button button-small" aria-label={place.takeName}>
                  {t('plans:row.take')}
                </button>
              </PostForm>
            </td>
          </tr>
        ))}
      </ListTable>
    </section>
  );
}
