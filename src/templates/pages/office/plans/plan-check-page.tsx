import type { VNode } from 'preact';
import type { Translate } from '../../../../platform/i18n/i18n.js';
import { PostForm } from '../../../components/post-form.js';
import { ListTable } from '../../../components/list-table.js';

export interface PlanCheckView {
  readonly problem: string | null;
  readonly lines: readonly string[];
  readonly final: string;
  readonly languages: readonly {
    readonly language: string;
    readonly email: string;
    readonly letter: string;
  }[];
  /** null when there is nothing to book. */
  readonly submit: string | null;
  readonly action: string;
  readonly version: number;
  readonly csrfToken: string;
  readonly backHref: string;
}

interface CheckProperties {
  readonly view: PlanCheckView;
  readonly t: Translate;
}

/** What publishing will do, before it is done. */
export function PlanCheckPage({ view, t }: CheckProperties): VNode {
  return (
    <div class="narrow">
      {view.problem !== null && (
        <p class="banner banner-bad" role="alert">
          {view.problem}
        </p>
      )}
      <h1>{t('plans:check.title')}</h1>
      <ul>
        {view.lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {view.languages.length > 0 && <Invitations view={view} t={t} />}
      <p class="apart">{view.final}</p>
      <PostForm action={view.action} csrfToken={view.csrfToken}>
        <input type="hidden" name="version" value={view.version} />
        <div class="buttons">
          {view.submit !== null && (
            <button type="submit" class="button button-primary">
              {view.submit}
            </button>
          )}
          <a href={view.backHref}>{t('plans:check.back')}</a>
        </div>
      </PostForm>
    </div>
  );
}

function Invitations({ view, t }: CheckProperties): VNode {
  return (
    <>
      <h2 class="apart">{t('plans:check.invitations')}</h2>
      <section class="scroll" aria-label={t('plans:check.invitations')} tabIndex={0}>
        <ListTable
          numbers
          caption={t('plans:check.caption')}
          columns={[t('plans:check.language'), t('plans:check.email'), t('plans:check.letter')]}
        >
          {view.languages.map((line) => (
            <tr key={line.language}>
              <th scope="row">{line.language}</th>
              <td>{line.email}</td>
              <td>{line.letter}</td>
            </tr>
          ))}
        </ListTable>
      </section>
    </>
  );
}
