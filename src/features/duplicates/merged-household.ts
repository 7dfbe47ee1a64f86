import type { Household, HouseholdState, Person } from '../households/index.js';

/** What comes of two entries of the same people. */
export interface MergedHousehold {
  readonly state: HouseholdState;
  readonly arrivedOn: string;
  readonly targetOn: string;
  readonly stepFree: boolean;
  readonly addressLock: boolean;
  readonly acceptsRemoteInterpreter: boolean;
  readonly note: string;
  /** People that only the entry that goes has. */
  readonly addedPersons: readonly Person[];
  /** Of the contact, where the entry that stays has none. */
  readonly email: string | null;
  readonly phone: string | null;
}

/** Why two entries cannot become one; undefined when they can. */
export type MergeObstacle = 'same' | 'two-talks' | 'not-alike';

/** Both have somebody of the same name and birth date, and at most one has a coming talk. */
export function obstacleToMerging(kept: Household, gone: Household): MergeObstacle | undefined {
  if (kept.id === gone.id) return 'same';
  if (kept.openTalkId !== null && gone.openTalkId !== null) return 'two-talks';
  return gone.persons.some((person) => isIn(person, kept.persons)) ? undefined : 'not-alike';
}

/** The entry that stays wins; the other one fills what it lacks, and the earlier days and the stricter needs count. */
export function merged(kept: Household, gone: Household): MergedHousehold {
  return {
    state: stateOf(kept, gone),
    arrivedOn: earlier(kept.arrivedOn, gone.arrivedOn),
    targetOn: earlier(kept.targetOn, gone.targetOn),
    stepFree: kept.stepFree || gone.stepFree,
    addressLock: kept.addressLock || gone.addressLock,
    acceptsRemoteInterpreter: kept.acceptsRemoteInterpreter && gone.acceptsRemoteInterpreter,
    note: [...new Set([kept.note, gone.note])].filter(Boolean).join('\n'),
    addedPersons: gone.persons.filter((person) => !isIn(person, kept.persons)),
    ...reached(contactOf(kept), contactOf(gone)),
  };
}

function reached(
  one: Person | undefined,
  other: Person | undefined,
): Pick<MergedHousehold, 'email' | 'phone'> {
  return { email: one?.email ?? other?.email ?? null, phone: one?.phone ?? other?.phone ?? null };
}

const contactOf = ({ persons }: Household): Person | undefined => persons.find(({ isContact }) => isContact);

function stateOf(kept: Household, gone: Household): HouseholdState {
  if (kept.openTalkId !== null || gone.openTalkId !== null) return 'planned';
  return gone.state === 'done' ? 'done' : kept.state;
}

const earlier = (one: string, other: string): string => (one < other ? one : other);

function isIn(person: Person, persons: readonly Person[]): boolean {
  const key = ({ firstName, lastName, born }: Person): string =>
    `${firstName}|${lastName}|${born ?? ''}`.toLocaleLowerCase('de');
  return persons.some((other) => key(other) === key(person));
}
