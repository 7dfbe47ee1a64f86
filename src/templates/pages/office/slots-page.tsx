import type { VNode } from 'preact';
import type { Translate } from '../../../platform/i18n/i18n.js';
import { ErrorSummary, type FieldError } from '../../components/error-summary.js';
import { Filters, type FiltersView } from '../../components/filters.js';
import { FormField, type FormFieldView } from '../../components/form-fields.js';

/** One free slot. */
export interface SlotView {
  readonly href: string;
  /** The link as a whole sentence. */
  readonly label: string;
  readonly when: string;
  readonly place: string;
  readonly people: string;
  readonly understanding: string;
  readonly cost: string;
  readonly reasons: readonly string[];
  /** What a move would mean for the others. */
  readonly changes: readonly string[];
}

export interface SlotsView {
  readonly title: string;
  readonly intro: readonly string[];
  /** What went wrong before these slots were shown; null when nothing did. */
  readonly notice: { readonly title: string; readonly lines: readonly string[] } | null;
  readonly heading: string;
  readonly slots: readonly SlotView[];
  /** Why there is no slot. */
  readonly obstacles: readonly string[];
  readonly filters: FiltersView;
  readonly free: {
    readonly action: string;
    readonly isOpen: boolean;
    readonly fields: readonly FormFieldView[];
    readonly errors: readonly FieldError[];
  };
  readonly backHref: string;
}

interface SlotsProperties {
  readonly view: SlotsView;
  readonly t: Translate;
}

/** Free slots to choose from, or every obstacle in words, and a form for any other time. */
export function SlotsPage({ view, t }: SlotsProperties): VNode {
  return (
    <>
      <ErrorSummary title={t('validation:summary')} errors={view.free.errors} />
      <div class="page-head">
        <h1>{view.title}</h1>
        <a href={view.backHref}>{t('office:form.back')}</a>
      </div>
      {view.intro.map((line) => (
        <p key={line} class="quiet">
          {line}
        </p>
      ))}
      {view.notice && <Notice view={view.notice} />}
      <div class="with-filters">
        <Filters view={view.filters} />
        <div>
          <h2>{view.heading}</h2>
          {view.slots.length === 0 ? <Obstacles view={view} t={t} /> : <Slots view={view} t={t} />}
          <FreeForm view={view.free} t={t} />
        </div>
      </div>
    </>
  );
}

function Notice({ view }: { readonly view: NonNullable<SlotsView['notice']> }): VNode {
  return (
    <section class="error-summary" role="alert" aria-labelledby="notice-title">
      <h2 id="notice-title">{view.title}</h2>
      {view.lines.length > 0 && (
        <ul>
          {view.lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Slots({ view, t }: SlotsProperties): VNode {
  return (
    <ol class="slots">
      {view.slots.map((slot) => (
        <li key={slot.href} class="card slot">
          <div>
            <h3>{slot.when}</h3>
            <p>
              {slot.place} · {slot.people}
              <br />
              {slot.understanding}
              <br />
              {slot.cost}
            </p>
            <Lines lines={slot.reasons} kind="reasons" />
            <Lines lines={slot.changes} kind="changes" />
          </div>
          <a class="button button-primary" href={slot.href} aria-label={slot.label}>
            {t('office:slots.choose')}
          </a>
        </li>
      ))}
    </ol>
  );
}

function Lines({ lines, kind }: { readonly lines: readonly string[]; readonly kind: string }): VNode | null {
  if (lines.length === 0) return null;
  return (
    <ul class={`marks ${kind}`}>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

function Obstacles({ view, t }: SlotsProperties): VNode {
  return (
    <section class="empty">
      <h3>{t('office:slots.why-not')}</h3>
      {view.obstacles.length > 0 && (
        <ul>
          {view.obstacles.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      )}
      <p>{t('office:slots.advice')}</p>
    </section>
  );
}

function FreeForm({ view, t }: { readonly view: SlotsView['free']; readonly t: Translate }): VNode {
  return (
    <details class="card free-form" open={view.isOpen}>
      <summary>{t('office:slots.free')}</summary>
      <p class="hint">{t('office:slots.free-hint')}</p>
      <form method="get" action={view.action} class="group-pairs" noValidate>
        {view.fields.map((field) => (
          <FormField key={field.name} field={field} errors={view.errors} />
        ))}
        <div class="buttons">
          <button type="submit" class="button">
            {t('office:slots.check')}
          </button>
        </div>
      </form>
    </details>
  );
}
