import type {
  HouseholdFacts,
  HouseholdLanguage,
  PersonFacts,
  RegisteredHousehold,
} from '../../households/index.js';
import type { OfficePolicies } from '../../offices/index.js';
import type { ArrivingHousehold } from '../rows/arriving-household.js';
import { judgeHousehold } from './judge-household.js';
import { isNews, markOf, marksAfter } from './marks.js';

const FLUENT = 3;
const GOOD = 2;

/** A household as an import brings it for the first time. */
export function newHouseholdFacts(
  arriving: ArrivingHousehold,
  persons: readonly PersonFacts[],
  policies: OfficePolicies,
): HouseholdFacts {
  const { municipalityBfs, arrivedOn, letterLanguage, street, postcode, town, note } = arriving;
  const judgement = judgeHousehold(persons, policies);
  return {
    registerKey: arriving.number,
    ...{ municipalityBfs, arrivedOn, letterLanguage, street, postcode, town, note },
    targetOn: daysAfter(arrivedOn, policies.targetDays),
    state: judgement.state,
    stateReason: judgement.reason,
    channel: persons.some((person) => person.isContact && person.email !== null) ? 'email' : 'letter',
    stepFree: arriving.stepFree ?? false,
    interpreterGender: arriving.interpreterGender,
    addressLock: arriving.addressLock ?? false,
    importMarks: marksAfter({}, { ...saidByBoth(arriving), judgement }),
  };
}

/** The languages as a household has them: the first is the person's own. */
export function languagesOf(arriving: ArrivingHousehold): HouseholdLanguage[] {
  return arriving.languages.map((language, index) => ({ language, level: index === 0 ? FLUENT : GOOD }));
}

/**
 * What is known of a household with what a register now says. What staff also write (languages, needs, note, lock)
 * and the decision whether to invite follow the register only when it says something new.
 */
export function mergeHousehold(
  known: RegisteredHousehold,
  arriving: ArrivingHousehold,
  persons: readonly PersonFacts[],
  policies: OfficePolicies,
): HouseholdFacts {
  const news = (field: keyof ReturnType<typeof saidByBoth>): boolean =>
    isNews(known.importMarks, field, saidByBoth(arriving)[field]);
  const judgement = judgeHousehold(persons, policies);
  const arrivedOn = persons.map((person) => person.arrivedOn).sort()[0] ?? known.arrivedOn;
  return {
    registerKey: known.registerKey ?? arriving.number,
    municipalityBfs: arriving.municipalityBfs,
    arrivedOn,
    targetOn: arrivedOn === known.arrivedOn ? known.targetOn : daysAfter(arrivedOn, policies.targetDays),
    ...judged(known, judgement),
    channel: channelOf(known, persons),
    letterLanguage: news('languages') ? arriving.letterLanguage : known.letterLanguage,
    stepFree: news('stepFree') ? arriving.stepFree === true : known.stepFree,
    interpreterGender: news('interpreterGender') ? arriving.interpreterGender : known.interpreterGender,
    ...addressOf(known, arriving),
    addressLock: news('addressLock') ? arriving.addressLock === true : known.addressLock,
    note: news('note') ? noteAfter(known, arriving.note) : known.note,
    importMarks: marksAfter(known.importMarks, { ...saidByBoth(arriving), judgement }),
  };
}

/** A part of the address that the register leaves empty stays. */
function addressOf(
  known: RegisteredHousehold,
  { street, postcode, town }: ArrivingHousehold,
): Pick<HouseholdFacts, 'street' | 'postcode' | 'town'> {
  return { street: street || known.street, postcode: postcode || known.postcode, town: town || known.town };
}

/** Fields that staff may change as well; null where the register says nothing. */
function saidByBoth(arriving: ArrivingHousehold): {
  readonly languages: readonly string[] | null;
  readonly stepFree: boolean | null;
  readonly interpreterGender: string | null;
  readonly addressLock: boolean | null;
  readonly note: string | null;
} {
  const { stepFree, interpreterGender, addressLock } = arriving;
  const languages = arriving.languages.length === 0 ? null : arriving.languages;
  return { languages, stepFree, interpreterGender, addressLock, note: arriving.note || null };
}

/** Staff and talks decide once they have; a new judgement counts while the household only waits. */
function judged(
  known: RegisteredHousehold,
  judgement: ReturnType<typeof judgeHousehold>,
): Pick<HouseholdFacts, 'state' | 'stateReason'> {
  const waits = ['open', 'written', 'not-invited'].includes(known.state);
  const { state, stateReason } = known;
  // its people go on in the household that it was merged into
  const isMerged = stateReason?.startsWith('merged:') === true;
  if (isMerged || !waits || known.hasOpenTalk || !isNews(known.importMarks, 'judgement', judgement)) {
    return { state, stateReason };
  }
  return { state: judgement.state, stateReason: judgement.reason };
}

/** The first e-mail address of the contact opens that way; a choice of the staff stays. */
function channelOf(known: RegisteredHousehold, persons: readonly PersonFacts[]): HouseholdFacts['channel'] {
  const had = known.persons.some((person) => person.isContact && person.email !== null);
  const has = persons.some((person) => person.isContact && person.email !== null);
  return !had && has ? 'email' : known.channel;
}

/** Words of the staff are kept before the new ones. */
function noteAfter(known: RegisteredHousehold, note: string): string {
  const isUntouched = known.note === '' || markOf(known.note) === known.importMarks['note'];
  return isUntouched || known.note.includes(note) ? note : `${known.note}\n${note}`;
}

/** A local date some days later. */
function daysAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
