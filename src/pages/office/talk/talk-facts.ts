import type { TalkView } from '../../../features/talks/index.js';
import type { FactView } from '../../../templates/components/facts.js';
import { officePaths } from '../../../templates/pages/office/paths.js';
import type { OfficeContext } from '../office-context.js';

/** What is fixed about a talk, in words; parts that say nothing are left out. */
export function talkFacts(
  talk: TalkView,
  { t }: OfficeContext,
  languageNames: ReadonlyMap<string, string>,
): FactView[] {
  const fact = (term: string, lines: readonly (string | null)[]): FactView[] => {
    const said = lines.filter((line): line is string => line !== null && line !== '');
    return said.length === 0 ? [] : [{ term: t(`office:talk-fact.${term}`), lines: said }];
  };
  const persons = t('office:persons', { count: talk.personCount });
  const person = {
    term: t('office:talk-fact.person'),
    lines: [talk.personName],
    href: officePaths.household(talk.householdId),
  };
  return [
    person,
    ...fact('case', [`${talk.reference} · ${persons}`]),
    ...fact('language', [languageNames.get(talk.language) ?? talk.language]),
    ...fact('provision', [provisionWords(talk, t)]),
    ...fact('interpreter', [interpreterWords(talk, t)]),
    ...fact('caseworker', [talk.caseworkerName]),
    ...fact('place', placeLines(talk, t)),
    ...fact('wishes', [talk.wishes]),
    ...fact('outcome-by', [talk.outcomeBy && t(`office:party.${talk.outcomeBy}`)]),
    ...fact('cancelled-by', [talk.cancelledBy && t(`office:party.${talk.cancelledBy}`), talk.cancelReason]),
    ...fact('override', [talk.overrideReason]),
  ];
}

/** Whoever interprets, and how far they are; null when nobody has to. */
export function interpreterWords(
  { interpreterName, interpreterState }: Pick<TalkView, 'interpreterName' | 'interpreterState'>,
  t: OfficeContext['t'],
): string | null {
  if (interpreterState === null) return interpreterName;
  const state = t(`office:interpreter-state.${interpreterState}`);
  return interpreterName === null ? state : `${interpreterName} (${state})`;
}

/** How the talk will be understood. */
export function provisionWords(
  talk: Pick<TalkView, 'provision' | 'interpreterMode'>,
  t: OfficeContext['t'],
): string {
  const words = t(`office:provision.${talk.provision}`);
  return talk.interpreterMode === null ? words : `${words} (${t(`office:mode.${talk.interpreterMode}`)})`;
}

function placeLines(talk: TalkView, t: OfficeContext['t']): readonly (string | null)[] {
  if (talk.mode === 'video') return [t('office:talk.by-video')];
  return [talk.siteName, [talk.roomName, talk.floor].filter(Boolean).join(', ')];
}
