import type { VNode } from 'preact';
import type { Translate } from '../../../../platform/i18n/i18n.js';
import { Badge, type BadgeView } from '../../../components/badge.js';
import { SettingsTrail } from './settings-trail.js';
import { ListTable } from '../../../components/list-table.js';

/** One language: how many caseworkers, interpreters and waiting households it has. */
export interface LanguageLineView {
  readonly name: string;
  readonly figures: readonly number[];
  readonly texts: string;
  readonly textsHref: string | null;
  readonly state: BadgeView;
}

const COLUMNS = ['language', 'caseworkers', 'interpreters', 'waiting', 'texts', 'state'];

/** Who covers which language. */
export function LanguagesPage(properties: {
  readonly view: { readonly lines: readonly LanguageLineView[]; readonly others: string };
  readonly t: Translate;
}): VNode {
  const { view, t } = properties;
  return (
    <div class="medium">
      <SettingsTrail list={null} t={t} />
      <h1>{t('settings:section.languages')}</h1>
      <p class="lead">{t('settings:lead.languages')}</p>
      <section class="scroll" aria-label={t('settings:section.languages')} tabIndex={0}>
        <ListTable
          caption={t('settings:section.languages')}
          columns={COLUMNS.map((column) => t(`settings:column.${column}`))}
        >
          {view.lines.map((line) => (
            <tr key={line.name}>
              <th scope="row">{line.name}</th>
              {line.figures.map((figure, index) => (
                <td key={COLUMNS[index + 1]}>{figure}</td>
              ))}
              <td>{line.textsHref === null ? line.texts : <a href={line.textsHref}>{line.texts}</a>}</td>
              <td>
                <Badge view={line.state} />
              </td>
            </tr>
          ))}
        </ListTable>
      </section>
      {view.others !== '' && (
        <section class="apart">
          <h2>{t('settings:languages.others')}</h2>
          <p>{view.others}</p>
        </section>
      )}
    </div>
  );
}
