import {
  rungsAfter,
  type InvitationPace,
  type Ladder,
  type RungStop,
  type SendingRules,
} from '../../scheduling/index.js';
import { invitationDue } from './invitation-due.js';
import { householdReminders, reminder } from './planned-reminders.js';

/** Who is told, by which way, in which language; frozen on the notice. */
export interface Recipient {
  readonly kind: 'household' | 'interpreter';
  readonly id: number;
  readonly channel: 'email' | 'letter';
  readonly locale: string;
  readonly direction: 'ltr' | 'rtl';
  /** Why the locale is not the recipient's own language. */
  readonly fallbackReason: string | null;
}

/** The last thing a recipient of this talk was really told. */
export interface Told {
  readonly recipient: Recipient;
  readonly kind: string;
  readonly startsAt: string;
  /** Of `PlanningFacts` as it was then; null in notices that were planned without it. */
  readonly place: string | null;
  /** The recipient has the talk in a calendar that we filled. */
  readonly hasCalendarEntry: boolean;
}

/** Everything that decides which notices a talk needs now. */
export interface PlanningFacts {
  readonly now: Date;
  readonly officeId: number;
  readonly talkId: string;
  readonly revision: number;
  readonly state: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  /** Room, way and language of the talk: where nothing of it differs, a notice would say nothing new. */
  readonly place: string;
  readonly noticeHoldSeconds: number;
  readonly invitations: InvitationPace;
  /** Calendar days between the invitation and the talk. */
  readonly noticeDays: number;
  readonly reminderDaysBefore: readonly number[];
  readonly sending: SendingRules;
  /** The steps of inviting for the household's group. */
  readonly ladder: Ladder;
  readonly household: Recipient;
  /** A letter would arrive. */
  readonly hasHomeAddress: boolean;
  /** Whoever comes as far as anyone knows; null while an answer is missing. */
  readonly interpreter: Recipient | null;
  readonly told: readonly Told[];
}

/** What a notice remembers of the moment it was planned. */
export interface NoticeFacts {
  readonly startsAt: string;
  readonly place?: string;
  /** What the recipient knew before, for a change. */
  readonly previousStartsAt?: string;
  /** A calendar entry goes with it. */
  readonly calendar?: boolean;
  /** What ends the ladder before this rung of it. */
  readonly stops?: readonly RungStop[];
  /** Where a link to sign in leads. */
  readonly path?: string;
}

export interface PlannedNotice {
  readonly kind: string;
  readonly recipient: Recipient;
  readonly dueAt: Date;
  readonly expiresAt: Date;
  readonly facts: NoticeFacts;
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** An invitation that could not be delivered for five days is a matter for staff (RFC 5321 4.5.4.1). */
const INVITATION_LIFE_MS = 5 * 24 * HOUR_MS;
const INTERPRETER_REMINDER_DAYS = 1;

/**
 * A talk was booked: invitation and reminders for the household, assignment for the interpreter. A household hears
 * nothing of a talk that is only planned.
 */
export function noticesOfBooking(facts: PlanningFacts): PlannedNotice[] {
  const household = isUntold(facts) ? [] : householdNotices(facts, 'invitation');
  return [...household, ...interpreterNotices(facts)];
}

/**
 * A talk was moved: whoever was told hears of the change, whoever was not hears of the new time alone. Moved back before
 * anybody heard of it, it is no change for anyone.
 */
export function noticesOfMove(facts: PlanningFacts): PlannedNotice[] {
  const household = isUntold(facts) ? [] : householdNotices(facts, invitationOrChange(facts));
  return [...household, ...interpreterNotices(facts), ...farewells(facts)];
}

/** The interpreter said yes: a household that waited for that hears of the talk, the interpreter is reminded of it. */
export function noticesOfAcceptance(facts: PlanningFacts): PlannedNotice[] {
  const { interpreter } = facts;
  const reminders = interpreter ? reminder(facts, interpreter, INTERPRETER_REMINDER_DAYS) : [];
  return [...householdNotices(facts, invitationOrChange(facts)), ...reminders];
}

/** The interpreter does not come after all; the household is told nothing, because time and place stay. */
export function noticesOfDropOut(facts: PlanningFacts): PlannedNotice[] {
  return farewells({ ...facts, interpreter: null });
}

/** The household said yes. */
export function noticesOfConfirmation(facts: PlanningFacts): PlannedNotice[] {
  if (facts.household.channel === 'letter') return [];
  return [atOnce(facts, 'confirmation', facts.household, { calendar: true })];
}

/** The talk will not take place: only whoever was told hears of it. */
export function noticesOfCancellation(facts: PlanningFacts): PlannedNotice[] {
  const told = toldTo(facts, facts.household);
  const household = told
    ? [atOnce(facts, 'cancellation', facts.household, { calendar: told.hasCalendarEntry })]
    : [];
  return [...household, ...farewells({ ...facts, interpreter: null })];
}

function householdNotices(facts: PlanningFacts, kind: 'invitation' | 'change'): PlannedNotice[] {
  const { household } = facts;
  const told = toldTo(facts, household);
  const calendar = kind === 'change' && (told?.hasCalendarEntry === true || facts.state === 'confirmed');
  const first = atOnce(facts, kind, household, {
    ...(kind === 'change' && told ? { previousStartsAt: told.startsAt } : {}),
    ...(calendar ? { calendar } : {}),
  });
  const reminders = householdReminders(facts);
  const rest = [...reminders, ...ladderNotices(facts, first.dueAt, reminders)];
  return knows(facts, told) ? rest : [first, ...rest];
}

/** The rungs that ask again as long as the household has not answered. */
function ladderNotices(
  facts: PlanningFacts,
  invitedAt: Date,
  reminders: readonly PlannedNotice[],
): PlannedNotice[] {
  const { household, startsAt, ladder, sending } = facts;
  if (facts.state !== 'invited') return [];
  const minute = (instant: Date): number => instant.getTime() / MINUTE_MS;
  const invited = {
    invitedAt: minute(invitedAt),
    talkStart: minute(startsAt),
    channels: waysTo(facts),
    reminders: reminders.map(({ dueAt }) => minute(dueAt)),
  };
  return rungsAfter(ladder, invited, sending).map(({ kind, channel, dueAt, usefulUntil, stops }) => ({
    kind,
    recipient: { ...household, channel },
    dueAt: new Date(dueAt * MINUTE_MS),
    expiresAt: new Date(usefulUntil * MINUTE_MS),
    facts: { startsAt: startsAt.toISOString(), stops },
  }));
}

function waysTo({ household, hasHomeAddress }: PlanningFacts): readonly Recipient['channel'][] {
  return household.channel === 'email' && hasHomeAddress ? ['email', 'letter'] : [household.channel];
}

/** The office published nothing yet. */
function isUntold({ state }: PlanningFacts): boolean {
  return state === 'planned';
}

function invitationOrChange(facts: PlanningFacts): 'invitation' | 'change' {
  return toldTo(facts, facts.household) ? 'change' : 'invitation';
}

function interpreterNotices(facts: PlanningFacts): PlannedNotice[] {
  const { interpreter } = facts;
  if (!interpreter) return [];
  const told = toldTo(facts, interpreter);
  const isKnown = told !== undefined && told.kind !== 'interpreter-cancelled';
  const first = isKnown
    ? atOnce(facts, 'interpreter-moved', interpreter, { previousStartsAt: told.startsAt })
    : atOnce(facts, 'interpreter-booked', interpreter);
  const rest = reminder(facts, interpreter, INTERPRETER_REMINDER_DAYS);
  return isKnown && knows(facts, told) ? rest : [first, ...rest];
}

/** What they were told last holds again. */
function knows({ startsAt, place }: PlanningFacts, told: Told | undefined): boolean {
  return told?.place === place && Date.parse(told.startsAt) === startsAt.getTime();
}

/** Interpreters who were told and are no longer part of the talk. */
function farewells(facts: PlanningFacts): PlannedNotice[] {
  return facts.told
    .filter(({ recipient, kind }) => recipient.kind === 'interpreter' && kind !== 'interpreter-cancelled')
    .filter(({ recipient }) => recipient.id !== facts.interpreter?.id)
    .map(({ recipient, startsAt }) => atOnce(facts, 'interpreter-cancelled', recipient, { startsAt }));
}

function atOnce(
  facts: PlanningFacts,
  kind: string,
  recipient: Recipient,
  more: Partial<NoticeFacts> = {},
): PlannedNotice {
  const soonest = new Date(facts.now.getTime() + facts.noticeHoldSeconds * 1000);
  const dueAt = kind === 'invitation' ? invitationDue(facts, soonest) : soonest;
  const lastUseful = new Date(Math.max(facts.startsAt.getTime(), dueAt.getTime() + HOUR_MS));
  const expiresAt =
    kind === 'invitation' && recipient.channel === 'email'
      ? new Date(Math.min(lastUseful.getTime(), dueAt.getTime() + INVITATION_LIFE_MS))
      : lastUseful;
  return {
    kind,
    recipient,
    dueAt,
    expiresAt,
    facts: { startsAt: facts.startsAt.toISOString(), place: facts.place, ...more },
  };
}

function toldTo(facts: PlanningFacts, recipient: Recipient): Told | undefined {
  return facts.told.find(
    (told) => told.recipient.kind === recipient.kind && told.recipient.id === recipient.id,
  );
}
