import type { VNode } from 'preact';
import type { Translate } from '../../../../platform/i18n/i18n.js';
import { PostForm } from '../../../components/post-form.js';
import { ListTable } from '../../../components/list-table.js';

/** A booked talk that would lose its place. */
interface TouchedTalkView {
  readonly href: string;
  readonly when: string;
  readonly name: string;
  readonly breaks: readonly string[];
}

export interface DisplacesView {
  readonly title: string;
  readonly talks: readonly TouchedTalkView[];
  readonly action: string;
  readonly csrfToken: string;
  /** Everything that was entered, sent again with the approval. */
  readonly fields: readonly (readonly [name: string, value: string])[];
  /** Ids of the talks shown, with commas between them. */
  readonly approved: string;
}

/** A change that breaks booked talks says so first: save and see to them, or go back. */
export function DisplacesPage({ view, t }: { readonly view: DisplacesView; readonly t: Translate }): VNode {
  return (
    <div class="narrow">
      <h1>{view.title}</h1>
      <p>{t('settings:displaces.lead')}</p>
      <section class="scroll" aria-label={view.title} tabIndex={0}>
        <ListTable
          caption={view.title}
          columns={[t('settings:displaces.when'), t('settings:displaces.who'), t('settings:displaces.what')]}
        >
          {view.talks.map((talk) => (
            <tr key={talk.href}>
              <th scope="row" class="keep">
                <a href={talk.href}>{talk.when}</a>
              </th>
              <td>{talk.name}</td>
              <td>{talk.breaks.join(' ')}</td>
            </tr>
          ))}
        </ListTable>
      </section>
      <PostForm action={view.action} csrfToken={view.csrfToken}>
        {view.fields.map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <input type="hidden" name="approved" value={view.approved} />
        <div class="buttons">
          <button type="submit" class="button button-primary">
            {t('settings:displaces.save')}
          </button>
          <button type="submit" class="button" name="do" value="back">
            {t('office:form.back')}
          </button>
        </div>
      </PostForm>
    </div>
  );
}
