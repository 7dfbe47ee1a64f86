import type { Household, Person } from '../../../features/households/index.js';
import { roleAllows } from '../../../features/staff/index.js';
import type { HouseholdLadder } from '../../../features/notices/index.js';
import type { TalkView } from '../../../features/talks/index.js';
import type { FactView } from '../../../templates/components/facts.js';
import type { TimelineEntryView } from '../../../templates/components/timeline.js';
import type { HouseholdTalkView, HouseholdView } from '../../../templates/pages/office/household-page.js';
import { officePaths } from '../../../templates/pages/office/paths.js';
import { dayFormat } from '../day-format.js';
import { householdBadge } from '../household-badges.js';
import type { OfficeContext } from '../office-context.js';
import { stateReasonWords } from '../state-reason.js';
import { talkBadge } from '../talk-badges.js';
import { ladderView } from './ladder.view.js';

/** Everything the page of one household shows. */
export interface HouseholdMaterial {
  readonly household: Household;
  readonly talks: readonly TalkView[];
  readonly ladder: HouseholdLadder;
  readonly timeline: readonly TimelineEntryView[];
  readonly languageNames: ReadonlyMap<string, string>;
}

export function householdView(material: HouseholdMaterial, context: OfficeContext): HouseholdView {
  const { household, talks, timeline } = material;
  const mayPlan = roleAllows(context.staff.role, 'plan');
  return {
    name: nameOfHousehold(household),
    reference: household.reference,
    state: householdBadge(household.state, context.t),
    stateReason: stateReasonWords(household.stateReason, context),
    editHref: mayPlan ? officePaths.editHousehold(household.id) : null,
    planHref: mayPlan && household.state === 'open' ? officePaths.newTalk(household.id) : null,
    talking: talkingFacts(material, context),
    reaching: reachingFacts(material, context),
    arriving: arrivingFacts(household, context),
    note: household.note,
    persons: household.persons.map((person) => personView(person, context.locale)),
    talks: talks.map((talk) => talkView(talk, context)),
    ladder: ladderView(household, material.ladder, context),
    timeline,
  };
}

/** The contact's name stands for the household. */
export function nameOfHousehold(household: Household): string {
  const contact = household.persons.find((person) => person.isContact) ?? household.persons[0];
  return contact ? `${contact.firstName} ${contact.lastName}`.trim() : household.reference;
}

function talkingFacts({ household, languageNames }: HouseholdMaterial, { t }: OfficeContext): FactView[] {
  const languages = household.languages.map(({ language, level }) =>
    t('office:household-fact.language', {
      language: languageNames.get(language) ?? language,
      level: t(`office:level.${level}`),
    }),
  );
  const gender = household.interpreterGender;
  const kindOfWish = household.interpreterGenderRequired ? 'gender-must' : 'gender-wish';
  const wish = gender && t(`office:household-fact.${kindOfWish}`, { gender: t(`office:gender.${gender}`) });
  return [
    { term: t('office:household-fact.languages'), lines: orUnknown(languages, t('office:unknown')) },
    {
      term: t('office:household-fact.interpreter'),
      lines: [
        t(`office:household-fact.remote-${household.acceptsRemoteInterpreter ? 'yes' : 'no'}`),
        ...(wish === null ? [] : [wish]),
      ],
    },
    {
      term: t('office:household-fact.access'),
      lines: [t(`office:household-fact.access-${household.stepFree ? 'step-free' : 'any'}`)],
    },
  ];
}

function reachingFacts(material: HouseholdMaterial, context: OfficeContext): FactView[] {
  const { household, languageNames } = material;
  const { t } = context;
  const contact = household.persons.find((person) => person.isContact);
  const unknown = t('office:unknown');
  const { street, postcode, town } = household;
  const address = [street, `${postcode} ${town}`.trim()].filter((line) => line !== '');
  return [
    {
      term: t('office:household-fact.letters'),
      lines: [languageNames.get(household.letterLanguage) ?? household.letterLanguage],
    },
    { term: t('office:household-fact.channel'), lines: [t(`office:channel.${household.channel}`)] },
    { term: t('office:household-fact.consent'), lines: consentLines(material, context) },
    { term: t('office:household-fact.email'), lines: [contact?.email ?? unknown] },
    {
      term: t('office:household-fact.phone'),
      lines: [contact?.phone?.replaceAll(' ', '\u00a0') ?? unknown],
      ...(contact?.phone ? { href: `tel:${contact.phone.replaceAll(/[^+\d]/g, '')}` } : {}),
    },
    {
      term: t('office:household-fact.address'),
      lines: household.addressLock
        ? [...orUnknown(address, unknown), t('office:address-lock')]
        : orUnknown(address, unknown),
    },
  ];
}

/** Since when it may be told by e-mail, where it said so and in which words; and that it took that back. */
function consentLines({ household, languageNames }: HouseholdMaterial, context: OfficeContext): string[] {
  const { t, format } = context;
  const { emailConsent: consent } = household;
  if (consent === null) return [t('office:household-fact.consent-none')];
  const day = (instant: string): string => format.numericDate(new Date(instant));
  const given = t(`office:household-fact.consent-${consent.source}`, {
    day: day(consent.givenAt),
    wording: consent.wording,
    language: languageNames.get(consent.language) ?? consent.language,
  });
  if (consent.withdrawnAt === null) return [given];
  return [t('office:household-fact.consent-withdrawn', { day: day(consent.withdrawnAt) }), given];
}

function arrivingFacts(household: Household, { t }: OfficeContext): FactView[] {
  return [
    {
      term: t('office:household-fact.municipality'),
      lines: [household.municipality ?? t('office:unknown')],
    },
    { term: t('office:household-fact.arrived'), lines: [dayFormat(household.arrivedOn)] },
    { term: t('office:household-fact.target'), lines: [dayFormat(household.targetOn)] },
  ];
}

function personView(person: Person, locale: string): HouseholdView['persons'][number] {
  const regions = new Intl.DisplayNames([locale], { type: 'region' });
  const { id, firstName, lastName, born, nationality, isContact } = person;
  return {
    id,
    name: `${firstName} ${lastName}`.trim(),
    born: born === null ? '' : dayFormat(born),
    nationality: nationality === null ? '' : (regions.of(nationality) ?? nationality),
    isContact,
  };
}

function talkView(talk: TalkView, { t, format }: OfficeContext): HouseholdTalkView {
  return {
    id: talk.id,
    href: officePaths.talk(talk.id),
    when: `${format.longDate(talk.startsAt)}, ${format.timeRange(talk.startsAt, talk.endsAt)}`,
    state: talkBadge(talk.state, t),
    where: [talk.siteName, talk.roomName].filter(Boolean).join(', ') || t('office:talk.by-video'),
    who: [talk.caseworkerName, talk.interpreterName].filter(Boolean).join(', '),
  };
}

const orUnknown = (lines: readonly string[], unknown: string): readonly string[] =>
  lines.length === 0 ? [unknown] : lines;
