import type { VNode } from 'preact';
import { LinkList } from '../../components/link-list.js';
import type { Translate } from '../../../platform/i18n/i18n.js';
import { ErrorSummary, type FieldError } from '../../components/error-summary.js';
import { Field } from '../../components/field.js';
import { PostForm } from '../../components/post-form.js';

export interface AvailabilityView {
  readonly csrfToken: string;
  /** Monday to Saturday, named in the language of the page. */
  readonly days: readonly {
    readonly name: string;
    readonly boxes: readonly { readonly value: string; readonly label: string; readonly ticked: boolean }[];
  }[];
  /** Exact hours that boxes cannot show, one line per day; empty when the boxes say it all. */
  readonly exact: readonly string[];
  /** When the parts of a day are. */
  readonly parts: string;
  readonly extraTimes: readonly { readonly id: number; readonly label: string }[];
  readonly entered: { readonly day: string; readonly from: string; readonly until: string };
  readonly errors: readonly FieldError[];
}

/** I4: the usual week in boxes, and further times on single days. */
export function AvailabilityPage(properties: {
  readonly view: AvailabilityView;
  readonly t: Translate;
}): VNode {
  const { view, t } = properties;
  return (
    <>
      <ErrorSummary title={t('interpreter:layout.check')} errors={view.errors} />
      <p>{t('interpreter:availability.lead')}</p>
      {view.exact.length > 0 && (
        <div class="note warn">
          <p>{t('interpreter:availability.exact-lead')}</p>
          <ul>
            {view.exact.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
          <p>{t('interpreter:availability.exact-lost')}</p>
        </div>
      )}
      <PostForm action="/interpreter/availability" csrfToken={view.csrfToken}>
        {view.days.map((day) => (
          <fieldset key={day.name}>
            <legend>{day.name}</legend>
            <div class="three">
              {day.boxes.map((box) => (
                <label key={box.value} class="choice">
                  <input
                    type="checkbox"
                    name="boxes"
                    value={box.value}
                    checked={box.ticked}
                    aria-label={`${day.name}, ${box.label}`}
                  />
                  <span>{box.label}</span>
                </label>
              ))}
            </div>
          </fieldset>
        ))}
        <p class="quiet">{view.parts}</p>
        <button type="submit" class="button yes">
          {t('interpreter:availability.save')}
        </button>
      </PostForm>
      <LinkList
        links={[
          { href: '/interpreter/availability/exact', label: t('interpreter:availability.exact') },
          { href: '/interpreter/busy', label: t('interpreter:availability.busy') },
        ]}
      />
      <ExtraTimes view={view} t={t} />
    </>
  );
}

function ExtraTimes({ view, t }: { readonly view: AvailabilityView; readonly t: Translate }): VNode {
  const { entered, errors, csrfToken } = view;
  return (
    <section>
      <h2>{t('interpreter:extra.title')}</h2>
      <p>{t('interpreter:extra.lead')}</p>
      {view.extraTimes.map(({ id, label }) => (
        <PostForm
          key={id}
          action={`/interpreter/availability/extra/${id}/remove`}
          csrfToken={csrfToken}
          class="row"
        >
          <span>{label}</span>
          <button
            type="submit"
            class="small"
            aria-label={t('interpreter:extra.remove-what', { what: label })}
          >
            {t('interpreter:extra.remove')}
          </button>
        </PostForm>
      ))}
      <PostForm action="/interpreter/availability/extra" csrfToken={csrfToken}>
        <Field
          name="day"
          type="date"
          label={t('interpreter:extra.day')}
          value={entered.day}
          errors={errors}
        />
        <div class="pair">
          <Field
            name="from"
            type="time"
            label={t('interpreter:extra.from')}
            value={entered.from}
            errors={errors}
          />
          <Field
            name="until"
            type="time"
            label={t('interpreter:extra.until')}
            value={entered.until}
            errors={errors}
          />
        </div>
        <button type="submit" class="button">
          {t('interpreter:extra.add')}
        </button>
      </PostForm>
    </section>
  );
}

export interface ExactHoursView {
  readonly csrfToken: string;
  /** Monday to Sunday with the fields of each stretch. */
  readonly days: readonly {
    readonly name: string;
    readonly stretches: readonly {
      readonly name: string;
      readonly from: string;
      readonly until: string;
    }[];
  }[];
  readonly errors: readonly FieldError[];
}

/** I4: the same week by the minute, for whoever works other hours than the boxes. */
export function ExactHoursPage({ view, t }: { readonly view: ExactHoursView; readonly t: Translate }): VNode {
  const wrong = (name: string): boolean => view.errors.some(({ field }) => field === `from-${name}`);
  return (
    <>
      <ErrorSummary title={t('interpreter:layout.check')} errors={view.errors} />
      <p>{t('interpreter:exact.lead')}</p>
      <PostForm action="/interpreter/availability/exact" csrfToken={view.csrfToken}>
        {view.days.map((day) => (
          <fieldset key={day.name}>
            <legend>{day.name}</legend>
            {day.stretches.map(({ name, from, until }, index) => (
              <div key={name} class={wrong(name) ? 'pair field-wrong' : 'pair'}>
                {(['from', 'until'] as const).map((end) => (
                  <label key={end} class="time-field">
                    <span>{t(`interpreter:extra.${end}`)}</span>
                    <input
                      id={`${end}-${name}`}
                      type="time"
                      name={`${end}-${name}`}
                      value={end === 'from' ? from : until}
                      aria-label={`${day.name}, ${index + 1}: ${t(`interpreter:extra.${end}`)}`}
                      aria-invalid={wrong(name) ? 'true' : undefined}
                    />
                  </label>
                ))}
              </div>
            ))}
          </fieldset>
        ))}
        <button type="submit" class="button yes">
          {t('interpreter:availability.save')}
        </button>
      </PostForm>
      <LinkList links={[{ href: '/interpreter/availability', label: t('interpreter:layout.back') }]} />
    </>
  );
}
