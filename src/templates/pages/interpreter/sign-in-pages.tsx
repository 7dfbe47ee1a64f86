import type { VNode } from 'preact';
import type { Translate } from '../../../platform/i18n/i18n.js';
import { ErrorSummary, type FieldError } from '../../components/error-summary.js';
import { Field } from '../../components/field.js';

export interface AskForLinkView {
  readonly email: string;
  /** Page to show after signing in. */
  readonly next: string;
  readonly errors: readonly FieldError[];
}

/** I1: whoever is not signed in enters their e-mail address. */
export function AskForLinkPage({ view, t }: { readonly view: AskForLinkView; readonly t: Translate }): VNode {
  return (
    <>
      <ErrorSummary title={t('interpreter:layout.check')} errors={view.errors} />
      <p>{t('interpreter:sign-in.lead')}</p>
      <form method="post" action="/interpreter/sign-in" noValidate>
        <input type="hidden" name="next" value={view.next} />
        <Field
          name="email"
          label={t('interpreter:sign-in.email')}
          value={view.email}
          type="email"
          autocomplete="email"
          errors={view.errors}
        />
        <button type="submit" class="button yes">
          {t('interpreter:sign-in.send')}
        </button>
      </form>
    </>
  );
}

/** The same for a known and for an unknown address. */
export function LinkSentPage({ minutes, t }: { readonly minutes: number; readonly t: Translate }): VNode {
  return (
    <>
      <p>{t('interpreter:sign-in.sent', { minutes })}</p>
      <p>{t('interpreter:sign-in.nothing-came')}</p>
      <p>
        <a href="/interpreter">{t('interpreter:sign-in.other-address')}</a>
      </p>
    </>
  );
}

/** The page behind a link: only the button signs in, so programs that open links do not use it up. */
export function OpenLinkPage({ action, t }: { readonly action: string; readonly t: Translate }): VNode {
  return (
    <>
      <p>{t('interpreter:sign-in.press')}</p>
      <form method="post" action={action}>
        <button type="submit" class="button yes">
          {t('interpreter:sign-in.button')}
        </button>
      </form>
      <p class="quiet">{t('interpreter:sign-in.device')}</p>
    </>
  );
}

/** A link that was used or is too old: one tap sends a new one to the address that this one went to. */
export function OldLinkPage(properties: {
  /** Null when nobody knows whose link it was. */
  readonly againAction: string | null;
  readonly t: Translate;
}): VNode {
  const { againAction, t } = properties;
  return (
    <>
      <p>{t('interpreter:sign-in.old')}</p>
      {againAction === null ? (
        <a class="button" href="/interpreter">
          {t('interpreter:sign-in.ask')}
        </a>
      ) : (
        <form method="post" action={againAction}>
          <button type="submit" class="button yes">
            {t('interpreter:sign-in.again')}
          </button>
        </form>
      )}
    </>
  );
}
