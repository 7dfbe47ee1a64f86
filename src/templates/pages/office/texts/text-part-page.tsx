import type { VNode } from 'preact';
import type { Translate } from '../../../../platform/i18n/i18n.js';
import { Badge, type BadgeView } from '../../../components/badge.js';
import { ErrorSummary, type FieldError } from '../../../components/error-summary.js';
import { PostForm } from '../../../components/post-form.js';
import { textPaths } from './text-paths.js';

/** One text to read, change and decide on. */
export interface TextFieldView {
  /** Id of the field, which errors name. */
  readonly id: string;
  /** Name of the field: the key of the text. */
  readonly name: string;
  readonly german: string;
  readonly english: string;
  readonly words: string;
  /** How it stands now, sent back with what is typed over it. */
  readonly seen: { readonly name: string; readonly words: string };
  readonly rows: number;
  readonly state: BadgeView;
  /** Who wrote, read and approved it, and when. */
  readonly history: readonly string[];
  /** What a machine thinks that somebody should look at. */
  readonly warnings: readonly string[];
}

export interface TextPartView {
  readonly code: string;
  readonly part: string;
  readonly title: string;
  readonly lang: string;
  readonly direction: 'ltr' | 'rtl';
  readonly csrfToken: string;
  readonly parts: readonly {
    readonly href: string;
    readonly label: string;
    readonly current: boolean;
  }[];
  readonly fields: readonly TextFieldView[];
  readonly errors: readonly FieldError[];
  readonly previewHref: string;
}

interface PartProperties {
  readonly view: TextPartView;
  readonly t: Translate;
}

/** German on the left, the translation on the right, the real mail or page below. */
export function TextPartPage({ view, t }: PartProperties): VNode {
  return (
    <>
      <ErrorSummary title={t('validation:summary')} errors={view.errors} />
      <p>
        <a href={textPaths.all}>{t('texts:back')}</a>
      </p>
      <h1>{view.title}</h1>
      <p class="lead">{t('texts:part.lead')}</p>
      <nav class="views" aria-label={t('texts:part.navigation')}>
        <ul>
          {view.parts.map((part) => (
            <li key={part.href}>
              <a href={part.href} aria-current={part.current ? 'page' : undefined}>
                {part.label}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <PostForm action={textPaths.language(view.code)} csrfToken={view.csrfToken} class="stack">
        <input type="hidden" name="part" value={view.part} />
        {view.fields.map((field) => (
          <TextField field={field} view={view} t={t} key={field.name} />
        ))}
        <div class="buttons">
          <button type="submit" class="button" name="do" value="save">
            {t('texts:action.save')}
          </button>
          <button type="submit" class="button" name="do" value="reviewed">
            {t('texts:action.reviewed')}
          </button>
          <button type="submit" class="button button-primary" name="do" value="approved">
            {t('texts:action.approved')}
          </button>
        </div>
        <p class="hint">{t('texts:part.four-eyes')}</p>
      </PostForm>
      <h2 class="apart">{t('texts:part.preview')}</h2>
      <p class="hint">{t('texts:part.preview-lead')}</p>
      <iframe
        class="text-preview"
        src={view.previewHref}
        title={t('texts:part.preview')}
        sandbox="allow-same-origin"
        loading="lazy"
      />
    </>
  );
}

function TextField({ field, view, t }: PartProperties & { readonly field: TextFieldView }): VNode {
  const error = view.errors.find(({ field: id }) => id === field.id);
  return (
    <div class={error ? 'text-pair field field-wrong' : 'text-pair field'}>
      <div>
        <p lang="de">{field.german}</p>
        <p class="hint" lang="en">
          {field.english}
        </p>
        <p class="hint">
          <Badge view={field.state} /> {field.history.join(' · ')}
        </p>
      </div>
      <div>
        <label for={field.id} class="unseen">
          {t('texts:part.translation', { text: field.german })}
        </label>
        {error && (
          <p class="field-error" id={`${field.id}-error`}>
            {error.text}
          </p>
        )}
        <input type="hidden" name={field.seen.name} value={field.seen.words} />
        <textarea
          id={field.id}
          name={field.name}
          rows={field.rows}
          lang={view.lang}
          dir={view.direction}
          aria-invalid={error ? 'true' : undefined}
          aria-describedby={error ? `${field.id}-error` : undefined}
        >
          {field.words}
        </textarea>
        {field.warnings.map((warning) => (
          <p class="hint" key={warning}>
            {warning}
          </p>
        ))}
      </div>
    </div>
  );
}
