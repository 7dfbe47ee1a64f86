import type { VNode } from 'preact';
import type { Translate } from '../../../platform/i18n/i18n.js';
import { Badge, type BadgeView } from '../../components/badge.js';
import { ErrorSummary, type FieldError } from '../../components/error-summary.js';
import { type FieldGroupView, FieldGroups } from '../../components/form-fields.js';
import { PostForm } from '../../components/post-form.js';
import { officePaths } from './paths.js';
import { ListTable } from '../../components/list-table.js';

export interface MunicipalityView {
  readonly title: string;
  /** False: the account was not given a municipality yet. */
  readonly isBound: boolean;
  readonly rows: readonly {
    readonly id: number;
    readonly name: string;
    readonly arrived: string;
    readonly language: string;
    readonly state: BadgeView;
  }[];
  readonly more: string;
}

/** The households of a municipality, and where they stand. */
export function MunicipalityPage({
  view,
  t,
}: {
  readonly view: MunicipalityView;
  readonly t: Translate;
}): VNode {
  return (
    <div class="narrow">
      <h1>{view.title}</h1>
      <p class="lead">{t(view.isBound ? 'office:municipality.lead' : 'office:municipality.unbound')}</p>
      {view.isBound && (
        <p>
          <a class="button button-primary" href={officePaths.refer}>
            {t('office:municipality.refer')}
          </a>
        </p>
      )}
      {view.isBound && view.rows.length === 0 && <p class="empty">{t('office:municipality.empty')}</p>}
      {view.rows.length > 0 && <Households view={view} t={t} />}
      {view.more !== '' && <p class="hint">{view.more}</p>}
    </div>
  );
}

function Households({ view, t }: { readonly view: MunicipalityView; readonly t: Translate }): VNode {
  return (
    <section class="scroll" aria-label={view.title} tabIndex={0}>
      <ListTable
        caption={view.title}
        columns={[
          t('office:inbox.column.name'),
          t('arrivals:field.arrivedOn'),
          t('office:inbox.column.language'),
          t('office:inbox.column.state'),
        ]}
      >
        {view.rows.map((row) => (
          <tr key={row.id}>
            <th scope="row">{row.name}</th>
            <td>{row.arrived}</td>
            <td>{row.language}</td>
            <td>
              <Badge view={row.state} />
            </td>
          </tr>
        ))}
      </ListTable>
    </section>
  );
}

export interface ReferralView {
  readonly title: string;
  readonly csrfToken: string;
  readonly groups: readonly FieldGroupView[];
  readonly errors: readonly FieldError[];
}

/** Refers a person to the office. */
export function ReferralPage({ view, t }: { readonly view: ReferralView; readonly t: Translate }): VNode {
  return (
    <div class="narrow">
      <ErrorSummary title={t('validation:summary')} errors={view.errors} />
      <h1>{view.title}</h1>
      <p class="lead">{t('office:municipality.refer-lead')}</p>
      <PostForm action={officePaths.refer} csrfToken={view.csrfToken} class="stack">
        <FieldGroups groups={view.groups} errors={view.errors} />
        <div class="buttons">
          <button type="submit" class="button button-primary">
            {t('office:municipality.send')}
          </button>
          <a href={officePaths.municipality}>{t('office:form.cancel')}</a>
        </div>
      </PostForm>
    </div>
  );
}
