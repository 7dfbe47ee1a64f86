import type { VNode } from 'preact';
import type { Translate } from '../../../../platform/i18n/i18n.js';
import { ActionButton, type ActionView } from '../../../components/action-button.js';
import { ErrorSummary, type FieldError } from '../../../components/error-summary.js';
import { type FieldGroupView, FieldGroups } from '../../../components/form-fields.js';
import { PostForm } from '../../../components/post-form.js';
import { SettingsTrail } from './settings-trail.js';
import { ListTable } from '../../../components/list-table.js';

/** One closing day or absence. */
export interface SettingsDayView {
  readonly key: string;
  readonly when: string;
  readonly what: string;
  readonly below: string;
  /** null for those who only look. */
  readonly remove: ActionView | null;
}

export interface SettingsDaysView {
  readonly title: string;
  readonly lead: string;
  readonly empty: string;
  readonly days: readonly SettingsDayView[];
  readonly csrfToken: string;
  readonly action: string;
  /** The form for another one; empty for those who only look. */
  readonly groups: readonly FieldGroupView[];
  readonly submit: string;
  readonly errors: readonly FieldError[];
  /** What else can be entered at once, each with a sentence. */
  readonly offers: readonly { readonly text: string; readonly action: ActionView }[];
}

/** Closing days, or absences: what is coming, and the form for another one. */
export function SettingsDaysPage(properties: {
  readonly view: SettingsDaysView;
  readonly t: Translate;
}): VNode {
  const { view, t } = properties;
  return (
    <div class="narrow">
      <ErrorSummary title={t('validation:summary')} errors={view.errors} />
      <SettingsTrail list={null} t={t} />
      <h1>{view.title}</h1>
      <p class="lead">{view.lead}</p>
      {view.days.length === 0 ? <p class="empty">{view.empty}</p> : <Days view={view} t={t} />}
      {view.offers.map(({ text, action }) => (
        <section key={text} class="card apart">
          <p>{text}</p>
          <ActionButton view={action} csrfToken={view.csrfToken} />
        </section>
      ))}
      {view.groups.length > 0 && (
        <PostForm action={view.action} csrfToken={view.csrfToken} class="stack apart">
          <FieldGroups groups={view.groups} errors={view.errors} />
          <div class="buttons">
            <button type="submit" class="button button-primary">
              {view.submit}
            </button>
          </div>
        </PostForm>
      )}
    </div>
  );
}

function Days({ view, t }: { readonly view: SettingsDaysView; readonly t: Translate }): VNode {
  return (
    <section class="scroll" aria-label={view.title} tabIndex={0}>
      <ListTable
        caption={view.title}
        columns={[
          t('settings:column.when'),
          t('settings:column.what'),
          <span class="unseen">{t('settings:column.action')}</span>,
        ]}
      >
        {view.days.map((day) => (
          <tr key={day.key}>
            <th scope="row" class="keep">
              {day.when}
            </th>
            <td>
              {day.what}
              {day.below !== '' && <span class="below">{day.below}</span>}
            </td>
            <td>{day.remove && <ActionButton view={day.remove} csrfToken={view.csrfToken} small />}</td>
          </tr>
        ))}
      </ListTable>
    </section>
  );
}
