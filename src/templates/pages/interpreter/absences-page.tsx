import type { VNode } from 'preact';
import { LinkList } from '../../components/link-list.js';
import type { Translate } from '../../../platform/i18n/i18n.js';
import { ErrorSummary, type FieldError } from '../../components/error-summary.js';
import { Field } from '../../components/field.js';
import { PostForm } from '../../components/post-form.js';

/** What was entered, as the fields show it. */
export interface AbsenceFields {
  readonly firstDay: string;
  readonly lastDay: string;
  readonly from: string;
  readonly until: string;
  readonly note: string;
}

export interface AbsencesView {
  readonly csrfToken: string;
  readonly absences: readonly { readonly id: number; readonly label: string; readonly note: string }[];
  readonly entered: AbsenceFields;
  readonly errors: readonly FieldError[];
}

/** I5: when they are away. */
export function AbsencesPage({ view, t }: { readonly view: AbsencesView; readonly t: Translate }): VNode {
  const { csrfToken, entered, errors } = view;
  const field = (name: keyof AbsenceFields, type: 'date' | 'time' | 'text', key: string): VNode => (
    <Field
      name={name}
      type={type}
      label={t(`interpreter:absence.${key}`)}
      value={entered[name]}
      errors={errors}
    />
  );
  return (
    <>
      <ErrorSummary title={t('interpreter:layout.check')} errors={errors} />
      <p>{t('interpreter:absence.lead')}</p>
      {view.absences.map(({ id, label, note }) => (
        <PostForm key={id} action={`/interpreter/absences/${id}/remove`} csrfToken={csrfToken} class="row">
          <span>
            <b>{label}</b>
            {note !== '' && <small>{note}</small>}
          </span>
          <button
            type="submit"
            class="small"
            aria-label={t('interpreter:extra.remove-what', { what: label })}
          >
            {t('interpreter:extra.remove')}
          </button>
        </PostForm>
      ))}
      <h2>{t('interpreter:absence.new')}</h2>
      <PostForm action="/interpreter/absences" csrfToken={csrfToken}>
        {field('firstDay', 'date', 'first-day')}
        {field('lastDay', 'date', 'last-day')}
        <details open={entered.from !== '' || entered.until !== ''}>
          <summary>{t('interpreter:absence.part')}</summary>
          <div class="inside pair">
            {field('from', 'time', 'from')}
            {field('until', 'time', 'until')}
          </div>
        </details>
        {field('note', 'text', 'note')}
        <button type="submit" class="button yes">
          {t('interpreter:absence.save')}
        </button>
      </PostForm>
    </>
  );
}

export interface AbsenceCheckView {
  readonly csrfToken: string;
  readonly label: string;
  readonly talks: readonly { readonly id: string; readonly label: string }[];
  readonly entered: AbsenceFields;
}

/** I5: the talks they have said yes to in that time, before it is saved. */
export function AbsenceCheckPage({
  view,
  t,
}: {
  readonly view: AbsenceCheckView;
  readonly t: Translate;
}): VNode {
  return (
    <>
      <p>
        <b>{view.label}</b>
      </p>
      <div class="note warn">
        <p>{t('interpreter:absence.affects', { count: view.talks.length })}</p>
        <ul>
          {view.talks.map(({ id, label }) => (
            <li key={id}>{label}</li>
          ))}
        </ul>
      </div>
      <p>{t('interpreter:absence.what-follows')}</p>
      <PostForm action="/interpreter/absences" csrfToken={view.csrfToken}>
        {Object.entries(view.entered).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={String(value)} />
        ))}
        {view.talks.map(({ id }) => (
          <input key={id} type="hidden" name="seen" value={id} />
        ))}
        <button type="submit" class="button no">
          {t('interpreter:absence.save-anyway')}
        </button>
      </PostForm>
      <LinkList links={[{ href: '/interpreter/absences', label: t('interpreter:absence.do-not') }]} />
    </>
  );
}
