import type { VNode } from 'preact';
import type { Translate } from '../../../platform/i18n/i18n.js';
import { ErrorSummary, type FieldError } from '../../components/error-summary.js';
import { Field } from '../../components/field.js';
import { PostForm } from '../../components/post-form.js';

export interface ProfileView {
  readonly csrfToken: string;
  readonly name: string;
  readonly email: string;
  /** `Tigrinya (Dialekt), Niveau …`, one line each. */
  readonly languages: readonly string[];
  readonly secrecy: string;
  readonly secrecyIsGood: boolean;
  readonly phone: string;
  /** Languages of the pages, each named in itself. */
  readonly pageLanguages: readonly {
    readonly code: string;
    readonly endonym: string;
    readonly chosen: boolean;
  }[];
  readonly modes: readonly { readonly name: string; readonly label: string; readonly ticked: boolean }[];
  readonly maxTalksPerDay: string;
  readonly maxTalksPerWeek: string;
  readonly errors: readonly FieldError[];
  /** `2 Geräte sind angemeldet.` */
  readonly devices: string;
}

/** I8: what the office knows of them, and what they may change themselves. */
export function ProfilePage({ view, t }: { readonly view: ProfileView; readonly t: Translate }): VNode {
  return (
    <>
      <ErrorSummary title={t('interpreter:layout.check')} errors={view.errors} />
      <Known view={view} t={t} />
      <h2>{t('interpreter:profile.change')}</h2>
      <PostForm action="/interpreter/profile" csrfToken={view.csrfToken}>
        <Field
          name="phone"
          type="tel"
          label={t('interpreter:profile.phone')}
          value={view.phone}
          errors={view.errors}
        />
        <fieldset>
          <legend>{t('interpreter:profile.page-language')}</legend>
          {view.pageLanguages.map(({ code, endonym, chosen }) => (
            <label key={code} class="choice">
              <input type="radio" name="locale" value={code} checked={chosen} />
              <bdi lang={code}>{endonym}</bdi>
            </label>
          ))}
        </fieldset>
        <fieldset id="modes">
          <legend>{t('interpreter:profile.modes')}</legend>
          {view.modes.map(({ name, label, ticked }) => (
            <label key={name} class="choice">
              <input type="checkbox" name={name} value="1" checked={ticked} />
              <span>{label}</span>
            </label>
          ))}
        </fieldset>
        <div class="pair">
          <Field
            name="maxTalksPerDay"
            label={t('interpreter:profile.per-day')}
            value={view.maxTalksPerDay}
            errors={view.errors}
          />
          <Field
            name="maxTalksPerWeek"
            label={t('interpreter:profile.per-week')}
            value={view.maxTalksPerWeek}
            errors={view.errors}
          />
        </div>
        <button type="submit" class="button yes">
          {t('interpreter:profile.save')}
        </button>
      </PostForm>
      <h2>{t('interpreter:profile.devices')}</h2>
      <p>{view.devices}</p>
      {(['sign-out', 'sign-out-everywhere'] as const).map((action) => (
        <PostForm key={action} action={`/interpreter/${action}`} csrfToken={view.csrfToken}>
          <button type="submit" class={action === 'sign-out' ? 'button' : 'button no'}>
            {t(`interpreter:profile.${action}`)}
          </button>
        </PostForm>
      ))}
    </>
  );
}

function Known({ view, t }: { readonly view: ProfileView; readonly t: Translate }): VNode {
  return (
    <>
      <dl class="known">
        <div>
          <dt>{t('interpreter:profile.name')}</dt>
          <dd>
            <bdi>{view.name}</bdi>
            <br />
            <bdi>{view.email}</bdi>
          </dd>
        </div>
        <div>
          <dt>{t('interpreter:profile.languages')}</dt>
          <dd>
            <ul>
              {view.languages.map((language) => (
                <li key={language}>{language}</li>
              ))}
            </ul>
          </dd>
        </div>
        <div>
          <dt>{t('interpreter:profile.secrecy')}</dt>
          <dd>
            <span aria-hidden="true">{view.secrecyIsGood ? '●' : '⚠'}</span> {view.secrecy}
          </dd>
        </div>
      </dl>
      <p class="quiet">{t('interpreter:profile.office-changes')}</p>
    </>
  );
}
