import type { TalkChoice, TalkView } from '../../../features/talks/index.js';
import type { FactView } from '../../../templates/components/facts.js';
import { languageWordsOf, type SlotFieldsWorld } from './slot-fields.js';
import type { SlotsPurpose } from './purpose.js';

/** A choice in words; a name that this office does not have is a question mark, and booking refuses it. */
export function choiceFacts(choice: TalkChoice, world: SlotFieldsWorld): FactView[] {
  const { context, resources } = world;
  const { t, format, office } = context;
  const startsAt = new Date(choice.startsAt);
  const endsAt = new Date(startsAt.getTime() + office.policies.talkMinutes * 60_000);
  const room = resources.rooms.find(({ id }) => id === choice.roomId);
  const caseworker = resources.caseworkers.find(({ id }) => id === choice.caseworkerId);
  const interpreter = resources.interpreters.find(({ id }) => id === choice.interpreterId);
  const place = room ? `${room.siteName}, ${room.name}` : '?';
  const interpreterMode = choice.interpreterMode === null ? '' : t(`office:mode.${choice.interpreterMode}`);
  return factsOf(
    {
      when: `${format.longDate(startsAt)}, ${format.timeRange(startsAt, endsAt)}`,
      place: choice.roomId === null ? t('office:talk.by-video') : place,
      caseworker: caseworker?.name ?? '?',
      interpreter:
        choice.interpreterId === null
          ? t('office:slots.no-interpreter')
          : `${interpreter?.name ?? '?'} (${interpreterMode})`,
      language: languageWordsOf(choice.language, world),
    },
    t,
  );
}

/** The talk as it is, in the same words. */
export function presentFacts(talk: TalkView, world: SlotFieldsWorld): FactView[] {
  const { t, format } = world.context;
  const mode = talk.interpreterMode === null ? '' : t(`office:mode.${talk.interpreterMode}`);
  return factsOf(
    {
      when: `${format.longDate(talk.startsAt)}, ${format.timeRange(talk.startsAt, talk.endsAt)}`,
      place: [talk.siteName, talk.roomName].filter(Boolean).join(', ') || t('office:talk.by-video'),
      caseworker: talk.caseworkerName,
      interpreter:
        talk.interpreterName === null
          ? t('office:slots.no-interpreter')
          : `${talk.interpreterName} (${mode})`,
      language: languageWordsOf(talk.language, world),
    },
    t,
  );
}

function factsOf(lines: Readonly<Record<string, string>>, t: SlotFieldsWorld['context']['t']): FactView[] {
  return Object.entries(lines).map(([name, line]) => ({
    term: t(`office:slots.fact.${name}`),
    lines: [line],
  }));
}

/** Who will hear of it, and how. */
export function consequencesOf(choice: TalkChoice, world: SlotFieldsWorld): string[] {
  const { context, purpose, resources } = world;
  const { t } = context;
  const interpreter = resources.interpreters.find(({ id }) => id === choice.interpreterId);
  return [
    t(`office:check.${purpose.kind}-${purpose.household.channel}`, {
      name: purpose.name,
      language: languageWordsOf(purpose.household.letterLanguage, world),
    }),
    ...(interpreter ? [t(interpreterKey(choice, purpose), { name: interpreter.name })] : []),
    ...freedInterpreter(choice, world),
  ];
}

function interpreterKey(choice: TalkChoice, { talk }: SlotsPurpose): string {
  return talk?.interpreterId === choice.interpreterId
    ? 'office:slots.same-interpreter'
    : 'office:slots.new-interpreter';
}

function freedInterpreter(choice: TalkChoice, { context, purpose }: SlotFieldsWorld): string[] {
  const { talk } = purpose;
  if (!talk || talk.interpreterName === null || talk.interpreterId === choice.interpreterId) return [];
  return [context.t('office:slots.freed-interpreter', { name: talk.interpreterName })];
}
