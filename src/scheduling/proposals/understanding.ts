import type { InterpreterMode, Language, TalkMode } from '../model.js';
import type { AvailableInterpreter, WorkingCaseworker } from '../schedule/resources.js';
import { inOrder } from './order.js';
import type { Question } from './question.js';

/** A language and who makes it understood; without interpreter it is the caseworker. */
export interface Understanding {
  readonly lang: Language;
  readonly interpreter: AvailableInterpreter | null;
  readonly interpreterMode: InterpreterMode | null;
}

/** Every way for the newcomer to understand a talk in this mode, best language first, caseworkers before interpreters. */
export function understandingsAt(
  mode: TalkMode,
  caseworkers: readonly WorkingCaseworker[],
  question: Question,
): readonly Understanding[] {
  const interpreters = interpretersFor(question);
  return languagesFor(question).flatMap((lang) => [
    ...(question.request.interpreter === undefined ? withCaseworker(lang, caseworkers) : []),
    ...interpreters.filter((person) => offers(person, lang)).flatMap((person) => ways(lang, person, mode)),
  ]);
}

/** The languages the talk may be in. */
export function languagesFor({ newcomer, request }: Question): readonly Language[] {
  const languages = newcomer.languages.map((known) => known.lang);
  return languages.filter((lang) => request.language === undefined || lang === request.language);
}

function interpretersFor({ schedule, request }: Question): readonly AvailableInterpreter[] {
  const wanted = request.interpreter;
  return [...schedule.interpreters.values()]
    .filter((person) => wanted === undefined || person.id === wanted)
    .sort(inOrder<AvailableInterpreter>([(person) => person.id]));
}

function withCaseworker(lang: Language, caseworkers: readonly WorkingCaseworker[]): readonly Understanding[] {
  const isSpoken = caseworkers.some((caseworker) => caseworker.languages.includes(lang));
  return isSpoken ? [{ lang, interpreter: null, interpreterMode: null }] : [];
}

function ways(lang: Language, interpreter: AvailableInterpreter, mode: TalkMode): readonly Understanding[] {
  const modes: readonly InterpreterMode[] = mode === 'onsite' ? ['onsite', 'video'] : ['video'];
  return modes.map((interpreterMode) => ({ lang, interpreter, interpreterMode }));
}

function offers(interpreter: AvailableInterpreter, lang: Language): boolean {
  return interpreter.languages.some((known) => known.lang === lang);
}
