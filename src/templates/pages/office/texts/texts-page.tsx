import type { VNode } from 'preact';
import type { Translate } from '../../../../platform/i18n/i18n.js';
import { Badge, type BadgeView } from '../../../components/badge.js';
import { ListTable } from '../../../components/list-table.js';

/** One language with the number of its texts in each state. */
export interface TextLanguageView {
  readonly name: string;
  readonly endonym: string;
  readonly lang: string;
  readonly direction: 'ltr' | 'rtl';
  readonly href: string;
  readonly state: BadgeView;
  readonly untranslated: number;
  readonly draft: number;
  readonly reviewed: number;
  readonly approved: number;
}

export interface TextsView {
  readonly languages: readonly TextLanguageView[];
  /** Said when the office approved its texts only to show the product. */
  readonly exampleNote: string | null;
}

const COLUMNS = ['untranslated', 'draft', 'reviewed', 'approved'] as const;

/** The languages of newcomers and how far their texts are. */
export function TextsPage({ view, t }: { readonly view: TextsView; readonly t: Translate }): VNode {
  return (
    <>
      <h1>{t('texts:title')}</h1>
      <p class="lead">{t('texts:lead')}</p>
      {view.exampleNote !== null && <p class="card">{view.exampleNote}</p>}
      <section class="scroll fitted" aria-label={t('texts:title')} tabIndex={0}>
        <ListTable
          numbers
          columns={[
            t('texts:column.language'),
            t('texts:column.state'),
            ...COLUMNS.map((column) => t(`texts:state.${column}`)),
          ]}
        >
          {view.languages.map((language) => (
            <tr key={language.href}>
              <th scope="row">
                <a href={language.href}>{language.name}</a>{' '}
                <span lang={language.lang} dir={language.direction} class="quiet">
                  {language.endonym}
                </span>
              </th>
              <td>
                <Badge view={language.state} />
              </td>
              {COLUMNS.map((column) => (
                <td key={column}>{language[column]}</td>
              ))}
            </tr>
          ))}
        </ListTable>
      </section>
    </>
  );
}
