import { type HangsOn, merged, obstacleToMerging } from '../../../features/duplicates/index.js';
import type { Household } from '../../../features/households/index.js';
import type { MergeView } from '../../../templates/pages/office/merge-page.js';
import { officePaths } from '../../../templates/pages/office/paths.js';
import { dayFormat } from '../day-format.js';
import { nameOfHousehold } from '../household/household.view.js';
import type { OfficeContext } from '../office-context.js';

/** One entry with what hangs on it. */
export interface MergeSide {
  readonly household: Household;
  readonly hangsOn: HangsOn;
}

type Row = MergeView['rows'][number];

/** Both entries, fact by fact, and what is kept from which. */
export function mergeView(
  { kept, gone }: { readonly kept: MergeSide; readonly gone: MergeSide },
  isChanged: boolean,
  context: OfficeContext,
): MergeView {
  const { t, staff } = context;
  const obstacle = obstacleToMerging(kept.household, gone.household);
  const why = obstacle === undefined ? null : t(`errors:merge-${obstacle}`);
  return {
    title: t('office:merge.title', { name: nameOfHousehold(kept.household) }),
    action: officePaths.merge(kept.household.id),
    csrfToken: staff.csrfToken,
    message: isChanged ? t('office:merge.changed') : why,
    canMerge: obstacle === undefined,
    kept: sideOf(kept.household),
    gone: sideOf(gone.household),
    swapHref: `${officePaths.merge(gone.household.id)}?with=${kept.household.id}`,
    rows: rowsOf(kept, gone, context),
  };
}

function sideOf({ id, reference, version }: Household): MergeView['kept'] {
  return { id, reference, version, href: officePaths.household(id) };
}

/** What of an entry, or of what comes of two, one line of the table shows. */
interface Shown {
  readonly state: Household['state'];
  readonly persons: Household['persons'];
  readonly email: string | null;
  readonly phone: string | null;
  readonly arrivedOn: string;
  readonly targetOn: string;
  readonly stepFree: boolean;
  readonly addressLock: boolean;
  readonly note: string;
}

function rowsOf(kept: MergeSide, gone: MergeSide, { t }: OfficeContext): Row[] {
  const [one, other] = [kept.household, gone.household];
  const result = merged(one, other);
  const columns = [
    shownOf(one),
    shownOf(other),
    { ...result, persons: [...one.persons, ...result.addedPersons] },
  ];
  const row = (fact: string, texts: readonly string[]): Row => {
    const [first = '', second = '', third = ''] = texts;
    return { fact: t(`office:merge.fact.${fact}`), kept: first, gone: second, result: third };
  };
  const of = (fact: string, text: (shown: Shown) => string): Row => row(fact, columns.map(text));
  const sum = (fact: keyof HangsOn): Row =>
    row(fact, [kept.hangsOn[fact], gone.hangsOn[fact], kept.hangsOn[fact] + gone.hangsOn[fact]].map(String));
  const yes = (value: boolean): string => t(`office:merge.${value ? 'yes' : 'no'}`);
  return [
    of('state', ({ state }) => t(`office:household-state.${state}`)),
    sum('talks'),
    sum('notices'),
    of('persons', ({ persons }) => names(persons)),
    of('email', ({ email }) => email ?? '–'),
    of('phone', ({ phone }) => phone ?? '–'),
    of('arrived', ({ arrivedOn }) => dayFormat(arrivedOn)),
    of('target', ({ targetOn }) => dayFormat(targetOn)),
    of('step-free', ({ stepFree }) => yes(stepFree)),
    of('address-lock', ({ addressLock }) => yes(addressLock)),
    of('note', ({ note }) => (note === '' ? '–' : note)),
  ];
}

function shownOf(household: Household): Shown {
  const contact = household.persons.find(({ isContact }) => isContact);
  return { ...household, email: contact?.email ?? null, phone: contact?.phone ?? null };
}

const names = (persons: Household['persons']): string =>
  persons.map(({ firstName, lastName }) => `${firstName} ${lastName}`.trim()).join(', ');
