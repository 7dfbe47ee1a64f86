import type { AuditChoices, RecordedEntry } from '../../../features/audit/index.js';
import type { I18n } from '../../../platform/i18n/i18n.js';
import type { FiltersView } from '../../../templates/components/filters.js';
import type { SelectView } from '../../../templates/components/select.js';
import type { AuditLineView } from '../../../templates/pages/office/audit-page.js';
import { officePaths } from '../../../templates/pages/office/paths.js';
import type { OfficeContext } from '../office-context.js';
import { auditHref, type AuditRequest } from './audit.forms.js';

/** Who reads, what the actors are called, and which words there are. */
export interface AuditWords {
  readonly context: OfficeContext;
  readonly nameOf: (actor: string) => string;
  readonly i18n: I18n;
}

/** One entry in words; an action that has none yet stands by its name. */
export function auditLine(entry: RecordedEntry, words: AuditWords): AuditLineView {
  const { format } = words.context;
  return {
    id: entry.id,
    when: `${format.numericDate(entry.at)} ${format.time(entry.at)}`,
    who: words.nameOf(entry.actor),
    actor: entry.actor,
    what: actionWords(entry.action, words),
    action: entry.action,
    subject: `${subjectWords(entry.subjectKind, words)} ${entry.subjectId}`,
    detail: detailOf(entry.detail),
  };
}

export function auditFilters(asked: AuditRequest, choices: AuditChoices, words: AuditWords): FiltersView {
  const { t } = words.context;
  const select = (name: 'action' | 'subject' | 'actor', options: SelectView['options']): SelectView => ({
    name,
    label: t(`office:audit.column.${name}`),
    value: asked[name] ?? '',
    options: [{ value: '', label: t('office:audit.all') }, ...options],
  });
  const isSet = auditHref(asked) !== officePaths.audit;
  return {
    action: officePaths.audit,
    title: t('office:filter.title'),
    submit: t('office:filter.submit'),
    dates: (['from', 'until'] as const).map((name) => ({
      name,
      label: t(`office:audit.${name}`),
      value: asked[name] ?? '',
    })),
    selects: [
      select(
        'action',
        named(choices.actions, (action) => actionWords(action, words)),
      ),
      select(
        'subject',
        named(choices.subjectKinds, (kind) => subjectWords(kind, words)),
      ),
      select(
        'actor',
        named(choices.actors, (actor) => actorWords(actor, words)),
      ),
    ],
    reset: isSet ? { href: officePaths.audit, label: t('office:filter.reset') } : null,
  };
}

function named(values: readonly string[], words: (value: string) => string): SelectView['options'] {
  return values
    .map((value) => ({ value, label: words(value) }))
    .sort((a, b) => a.label.localeCompare(b.label));
}

/** People have names; of all others there may be several with the same words. */
function actorWords(actor: string, { nameOf }: AuditWords): string {
  const [kind = '', id = ''] = actor.split(':');
  return kind === 'staff' || id === '' ? nameOf(actor) : `${nameOf(actor)} ${id}`;
}

function actionWords(action: string, words: AuditWords): string {
  return (
    wordsFor(`office:timeline.action.${action}`, words) ??
    wordsFor(`office:audit.action.${action}`, words) ??
    action
  );
}

function subjectWords(kind: string, words: AuditWords): string {
  return wordsFor(`office:audit.subject-kind.${kind}`, words) ?? kind;
}

function wordsFor(key: string, { context, i18n }: AuditWords): string | undefined {
  return i18n.has(context.locale, key) ? context.t(key) : undefined;
}

function detailOf(detail: Readonly<Record<string, unknown>>): string {
  return Object.entries(detail)
    .map(([name, value]) => `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .join(' · ');
}
