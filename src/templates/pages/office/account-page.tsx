import type { VNode } from 'preact';
import type { Translate } from '../../../platform/i18n/i18n.js';
import { Field } from '../../components/field.js';
import { PasskeyForm } from '../../components/passkey-form.js';
import { PostForm } from '../../components/post-form.js';
import { officePaths } from './paths.js';
import { ListTable } from '../../components/list-table.js';

interface AccountView {
  readonly csrfToken: string;
  readonly sessions: readonly {
    readonly browser: string;
    readonly since: string;
    readonly lastSeen: string;
    /** null for the session of this page. */
    readonly endAction: string | null;
  }[];
  /** The identity provider of the office; null when there is none. */
  readonly provider: { readonly name: string; readonly isBound: boolean } | null;
  /** They may give accounts of others back. */
  readonly mayGiveBack: boolean;
  readonly passkeys: readonly { readonly text: string; readonly removeAction: string }[];
  readonly factor: { readonly isOn: boolean; readonly recoveryCodes: number };
}

interface AccountProperties {
  readonly view: AccountView;
  readonly t: Translate;
}

/** *Meine Anmeldungen*: where I am signed in, and my second factor. */
export function AccountPage({ view, t }: AccountProperties): VNode {
  return (
    <div class="narrow">
      <div class="page-head">
        <h1>{t('account:title')}</h1>
      </div>
      <h2>{t('account:password.word')}</h2>
      <p>
        <a class="button" href={officePaths.ownPassword}>
          {t('account:password.title')}
        </a>
      </p>
      <SecondFactor view={view} t={t} />
      <Passkeys view={view} t={t} />
      <Provider view={view} t={t} />
      {view.mayGiveBack && (
        <p class="apart">
          <a href={officePaths.recoveries}>{t('account:give-back.link')}</a>
        </p>
      )}
      <h2>{t('account:sessions')}</h2>
      <p class="quiet">{t('account:sessions-hint')}</p>
      <section class="scroll" aria-label={t('account:sessions')} tabIndex={0}>
        <ListTable
          caption={t('account:sessions')}
          columns={[
            t('account:column.browser'),
            t('account:column.since'),
            t('account:column.last-seen'),
            <span class="unseen">{t('office:inbox.column.action')}</span>,
          ]}
        >
          {view.sessions.map((session) => (
            <Session key={session.endAction} session={session} view={view} t={t} />
          ))}
        </ListTable>
      </section>
      {view.sessions.length > 1 && (
        <PostForm action={officePaths.endOtherSessions} csrfToken={view.csrfToken} class="buttons">
          <button type="submit" class="button">
            {t('account:end-others')}
          </button>
        </PostForm>
      )}
    </div>
  );
}

function SecondFactor({ view, t }: AccountProperties): VNode {
  const { isOn, recoveryCodes } = view.factor;
  return (
    <>
      <h2>{t('account:factor.title')}</h2>
      <p>{isOn ? t('account:factor.on', { count: recoveryCodes }) : t('account:factor.off')}</p>
      <p>
        <a class={isOn ? 'button' : 'button button-primary'} href={officePaths.secondFactor}>
          {t(isOn ? 'account:factor.to-remove' : 'account:factor.set-up')}
        </a>
      </p>
    </>
  );
}

function Passkeys({ view: { passkeys, csrfToken }, t }: AccountProperties): VNode {
  return (
    <>
      <h2>{t('account:passkey.title')}</h2>
      <p>{t('account:passkey.text')}</p>
      {passkeys.map(({ text, removeAction }) => (
        <PostForm key={removeAction} action={removeAction} csrfToken={csrfToken} class="buttons">
          <span>{text}</span>
          <button type="submit" class="button">
            {t('account:passkey.remove')}
          </button>
        </PostForm>
      ))}
      <PasskeyForm
        kind="add"
        action={officePaths.passkeys}
        options={`${officePaths.passkeys}/options`}
        label={t('account:passkey.add')}
        t={t}
      >
        <input type="hidden" name="csrf" value={csrfToken} />
        <Field name="name" label={t('account:passkey.name')} value="" errors={[]} />
      </PasskeyForm>
    </>
  );
}

function Provider({ view: { provider, csrfToken }, t }: AccountProperties): VNode | null {
  if (provider === null) return null;
  const { name, isBound } = provider;
  return (
    <>
      <h2>{t('account:identity.title', { name })}</h2>
      <p>{t(isBound ? 'account:identity.on' : 'account:identity.off', { name })}</p>
      <PostForm
        action={isBound ? officePaths.removeIdentity : officePaths.identity}
        csrfToken={csrfToken}
        class="buttons"
      >
        <button type="submit" class="button">
          {t(isBound ? 'account:identity.remove' : 'account:identity.bind', { name })}
        </button>
      </PostForm>
    </>
  );
}

function Session({
  session,
  view,
  t,
}: AccountProperties & { readonly session: AccountView['sessions'][number] }): VNode {
  return (
    <tr>
      <th scope="row">{session.browser}</th>
      <td class="keep">{session.since}</td>
      <td class="keep">{session.lastSeen}</td>
      <td>
        {session.endAction === null ? (
          t('account:this-session')
        ) : (
          <PostForm action={session.endAction} csrfToken={view.csrfToken}>
            <button type="submit" class="button">
              {t('account:end')}
            </button>
          </PostForm>
        )}
      </td>
    </tr>
  );
}
