import type { Household } from '../../../features/households/index.js';
import type { FreeSlotsQuestion, TalkView } from '../../../features/talks/index.js';
import { officePaths } from '../../../templates/pages/office/paths.js';
import { nameOfHousehold } from '../household/household.view.js';
import type { OfficeContext } from '../office-context.js';
import { seenFields } from '../talk/talk-conflict.js';

/** What free slots are looked for: a first talk of a household, or another time for a talk. */
export interface SlotsPurpose {
  readonly kind: 'book' | 'move';
  readonly household: Household;
  /** The talk that is moved. */
  readonly talk: TalkView | null;
  readonly name: string;
  readonly listHref: string;
  readonly checkHref: string;
  readonly backHref: string;
  /** What the form sends along beside the choice. */
  readonly fields: readonly (readonly [name: string, value: string])[];
  readonly question: Pick<FreeSlotsQuestion, 'householdId' | 'talkId' | 'near'>;
}

export function bookingFor(household: Household): SlotsPurpose {
  return {
    kind: 'book',
    household,
    talk: null,
    name: nameOfHousehold(household),
    listHref: officePaths.newTalk(household.id),
    checkHref: officePaths.checkTalk(household.id),
    backHref: officePaths.household(household.id),
    fields: [],
    question: { householdId: household.id },
  };
}

export function movingOf(talk: TalkView, household: Household, context: OfficeContext): SlotsPurpose {
  return {
    kind: 'move',
    household,
    talk,
    name: talk.personName,
    listHref: officePaths.moveTalk(talk.id),
    checkHref: officePaths.checkMove(talk.id),
    backHref: officePaths.talk(talk.id),
    fields: seenFields(talk, context),
    question: { householdId: household.id, talkId: talk.id, near: talk.startsAt.toISOString() },
  };
}
