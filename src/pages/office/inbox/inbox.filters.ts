import type { InboxCounts } from '../../../features/households/index.js';
import type { Translate } from '../../../platform/i18n/i18n.js';
import type { FiltersView } from '../../../templates/components/filters.js';
import type { SelectView } from '../../../templates/components/select.js';
import { officePaths } from '../../../templates/pages/office/paths.js';
import { rungs, type InboxRequest, type InboxSelect } from './inbox.forms.js';

interface FilterWorld {
  readonly t: Translate;
  readonly counts: InboxCounts;
  readonly languageNames: ReadonlyMap<string, string>;
}

type Option = SelectView['options'][number];

/** The filters beside the list, each choice with its number. */
export function inboxFilters(request: InboxRequest, world: FilterWorld): FiltersView {
  const { t } = world;
  const options: Readonly<Record<InboxSelect, readonly Option[]>> = {
    state: stateOptions(world),
    language: [any(t, 'language'), ...languageOptions(world, request.chosen.language)],
    municipality: [any(t, 'municipality'), ...municipalityOptions(world)],
    channel: [any(t, 'channel'), ...keyed(t, 'office:channel', ['email', 'letter'])],
    age: [any(t, 'age'), ...ageOptions(world)],
    rung: [any(t, 'rung'), ...keyed(t, 'office:inbox.rung', [...rungs])],
  };
  return {
    action: officePaths.inbox,
    title: t('office:filter.title'),
    submit: t('office:filter.submit'),
    selects: (Object.keys(options) as InboxSelect[]).map((name) => ({
      name,
      label: t(`office:inbox.column.${name}`),
      value: request.chosen[name],
      options: options[name],
    })),
    reset: isFiltered(request) ? { href: officePaths.inbox, label: t('office:filter.reset') } : null,
  };
}

export function isFiltered({ chosen }: InboxRequest): boolean {
  const { state, ...others } = chosen;
  return state !== 'open' || Object.values(others).some((value) => value !== '');
}

const any = (t: Translate, name: InboxSelect): Option => ({
  value: '',
  label: t(`office:inbox.any.${name}`),
});

const keyed = (t: Translate, prefix: string, values: readonly string[]): Option[] =>
  values.map((value) => ({ value, label: t(`${prefix}.${value}`) }));

function stateOptions({ t, counts }: FilterWorld): Option[] {
  const states = Object.entries(counts.states).map(([value, count]) => ({
    value,
    label: `${t(`office:household-state.${value}`)} (${count})`,
  }));
  return [...states, { value: 'all', label: t('office:inbox.any.state') }];
}

/** Languages that somebody waits for; the chosen one also when nobody does. */
function languageOptions({ counts, languageNames }: FilterWorld, chosen: string): Option[] {
  const countOf = new Map(counts.languages.map(({ language, count }) => [language, count]));
  return [...languageNames]
    .filter(([code]) => code === chosen || countOf.has(code))
    .map(([value, name]) => ({ value, label: `${name} (${countOf.get(value) ?? 0})` }));
}

function municipalityOptions({ counts }: FilterWorld): Option[] {
  return counts.municipalities.map(({ bfs, name, count }) => ({
    value: String(bfs),
    label: `${name} (${count})`,
  }));
}

function ageOptions({ t, counts }: FilterWorld): Option[] {
  const overdue = { value: 'overdue', label: `${t('office:inbox.age.overdue')} (${counts.overdue})` };
  const days = [30, 60, 90].map((count) => ({
    value: String(count),
    label: t('office:inbox.age.days', { count }),
  }));
  return [overdue, ...days];
}
