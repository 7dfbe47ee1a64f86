import type {
  HouseholdFacts,
  HouseholdRevision,
  NewHousehold,
  RegisteredHousehold,
  RegisteredPerson,
} from '../../households/index.js';
import type { OfficePolicies } from '../../offices/index.js';
import type { RowWarning } from '../rows/arrival-row.js';
import type { ArrivingHousehold, ArrivingPerson } from '../rows/arriving-household.js';
import type { KnownHouseholds, KnownPerson } from './known-households.js';
import { languagesOf, mergeHousehold, newHouseholdFacts } from './merge-household.js';
import { isNews } from './marks.js';
import { mergePerson, newPerson } from './merge-person.js';

/** What is to be written for one arriving household, counted in rows. */
export interface Decision {
  readonly create: NewHousehold | null;
  readonly revise: HouseholdRevision | null;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  /** People the office did not know. */
  readonly newcomers: readonly ArrivingPerson[];
  readonly warnings: readonly RowWarning[];
}

/** Compares an arriving household with what is known. */
export function decideHousehold(
  arriving: ArrivingHousehold,
  known: KnownHouseholds,
  policies: OfficePolicies,
): Decision {
  const people = arriving.persons.map((person) => ({ arriving: person, known: known.person(person) }));
  const target = targetOf(arriving, people, known);
  const elsewhere = people.filter(
    (each) => each.known !== undefined && each.known.household.id !== target?.id,
  );
  const here = people.filter((each) => !elsewhere.includes(each));
  const decision = target ? revised(target, arriving, here, policies) : created(arriving, here, policies);
  return {
    ...decision,
    unchanged: decision.unchanged + elsewhere.length,
    newcomers: here.filter((each) => each.known === undefined).map((each) => each.arriving),
    warnings: [
      ...decision.warnings,
      ...elsewhere.map((each) => warning('person-in-other-household', each.arriving)),
    ],
  };
}

interface Recognised {
  readonly arriving: ArrivingPerson;
  readonly known: KnownPerson | undefined;
}

type Part = Omit<Decision, 'newcomers'>;

const NOTHING: Part = { create: null, revise: null, created: 0, updated: 0, unchanged: 0, warnings: [] };

/** The household of that number; else the one in which a person of the row lives, unless it has another number. */
function targetOf(
  arriving: ArrivingHousehold,
  people: readonly Recognised[],
  known: KnownHouseholds,
): RegisteredHousehold | undefined {
  const home = people.map((each) => each.known?.household).find((household) => household !== undefined);
  const isOther = arriving.number !== null && home?.registerKey !== null;
  return known.household(arriving.number) ?? (isOther ? undefined : home);
}

function created(arriving: ArrivingHousehold, here: readonly Recognised[], policies: OfficePolicies): Part {
  if (here.length === 0) return NOTHING;
  const persons = here.map((each, index) => newPerson(each.arriving, index === 0));
  const facts = newHouseholdFacts(arriving, persons, policies);
  return { ...NOTHING, create: { facts, languages: languagesOf(arriving), persons }, created: here.length };
}

function revised(
  target: RegisteredHousehold,
  arriving: ArrivingHousehold,
  here: readonly Recognised[],
  policies: OfficePolicies,
): Part {
  const merged = mergedPersons(target, here);
  const changedPersons = merged.filter((person) =>
    differs(
      person,
      target.persons.find(({ id }) => id === person.id),
    ),
  );
  const newPersons = here
    .filter((each) => each.known === undefined)
    .map((each) => newPerson(each.arriving, false));
  const facts = mergeHousehold(target, arriving, [...merged, ...newPersons], policies);
  const speaksNew = isNews(
    target.importMarks,
    'languages',
    arriving.languages.length === 0 ? null : arriving.languages,
  );
  const known = here.length - newPersons.length;
  const factsDiffer = differs<HouseholdFacts>(facts, target);
  if (!factsDiffer && changedPersons.length === 0 && newPersons.length === 0) {
    return { ...NOTHING, unchanged: known };
  }
  const updated = known === 0 ? 0 : Math.min(known, Math.max(changedPersons.length, factsDiffer ? 1 : 0));
  const languages = speaksNew ? languagesOf(arriving) : null;
  const first = arriving.persons[0];
  return {
    create: null,
    revise: { id: target.id, facts, languages, changedPersons, newPersons },
    created: newPersons.length,
    updated,
    unchanged: known - updated,
    warnings: target.hasOpenTalk && first ? [warning('open-talk', first)] : [],
  };
}

/** Everybody in the household, those of the file with what it says. */
function mergedPersons(target: RegisteredHousehold, here: readonly Recognised[]): RegisteredPerson[] {
  return target.persons.map((person) => {
    const said = here.find((each) => each.known?.person.id === person.id);
    return said ? mergePerson(person, said.arriving) : person;
  });
}

/** Whether a field has another content than before. */
function differs<T extends object>(now: T, before: T | undefined): boolean {
  const old = new Map<string, unknown>(Object.entries(before ?? {}));
  return Object.entries(now).some(([name, value]) => written(value) !== written(old.get(name)));
}

/** Same content, same text, whatever the order of marks. */
function written(value: unknown): string {
  const isObject = typeof value === 'object' && value !== null;
  return JSON.stringify(isObject ? Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)) : value);
}

function warning(code: RowWarning['code'], { line }: ArrivingPerson): RowWarning {
  return { line, column: null, code };
}
