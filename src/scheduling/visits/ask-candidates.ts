import type { Candidate } from '../model.js';
import { explainTalk } from '../plans/explain-talk.js';
import { checkTalk } from '../rules/check-talk.js';
import type { RuleId, Violation } from '../rules/rule.js';
import { addTalks, withoutTalkOf, type Schedule } from '../schedule/schedule.js';
import type { AskCandidate } from './next-asks.js';

/** A talk that needs an interpreter, as it is booked; who interprets it in `talk` does not matter. */
export interface TalkToInterpret {
  readonly id: string;
  readonly talk: Candidate;
}

/** Somebody on the office's list, in the way in which they would take part. */
export interface ListedInterpreter {
  readonly interpreter: string;
  readonly tier: number;
  readonly mode: Candidate['interpreterMode'];
}

/** Rules about whoever interprets; the others were asked when the talk was booked. */
const ABOUT_INTERPRETERS: ReadonlySet<RuleId> = new Set<RuleId>([
  'everything-is-known',
  'interpreter-mode-fits',
  'interpreter-speaks-language',
  'interpreter-is-qualified',
  'interpreter-is-not-excluded',
  'interpreter-of-wished-gender',
  'interpreter-is-sworn-to-secrecy',
  'interpreter-comes-to-site',
  'interpreter-works-remotely',
  'newcomer-accepts-remote-interpreter',
  'interpreter-is-available',
  'interpreter-is-not-absent',
  'interpreter-is-free',
  'interpreter-can-change-place',
  'interpreter-day-limit',
  'interpreter-week-limit',
]);

/** What the interpreters' own word overrules: they may come at other times and more often than they said. */
const THEIR_OWN: ReadonlySet<RuleId> = new Set<RuleId>([
  'interpreter-is-available',
  'interpreter-day-limit',
  'interpreter-week-limit',
]);

/** Who of the list could interpret which of these talks, together, by every rule, and what it would cost. */
export function askCandidates(
  talks: readonly TalkToInterpret[],
  listed: readonly ListedInterpreter[],
  schedule: Schedule,
): readonly AskCandidate[] {
  const without = withoutTalks(talks, schedule);
  return listed.flatMap((one) => {
    const { possible, money } = together(talks, one, without);
    const { interpreter, tier } = one;
    return possible.length === 0 ? [] : [{ interpreter, tier, talks: possible, money }];
  });
}

/** What stands in the way of this interpreter accepting these talks; empty when nothing does. */
export function obstaclesToAccepting(
  talks: readonly TalkToInterpret[],
  one: Omit<ListedInterpreter, 'tier'>,
  schedule: Schedule,
): readonly Violation[] {
  const violations: Violation[] = [];
  let placed = withoutTalks(talks, schedule);
  for (const { talk } of talks) {
    const candidate = heldBy(talk, one);
    violations.push(...broken(candidate, placed).filter(({ rule }) => !THEIR_OWN.has(rule)));
    if (placed.interpreters.has(one.interpreter)) placed = addTalks([candidate], placed);
  }
  return violations;
}

function together(
  talks: readonly TalkToInterpret[],
  one: ListedInterpreter,
  without: Schedule,
): { readonly possible: readonly string[]; readonly money: number } {
  const possible: string[] = [];
  let money = 0;
  let placed = without;
  for (const { id, talk } of talks) {
    const candidate = heldBy(talk, one);
    if (broken(candidate, placed).length > 0) continue;
    placed = addTalks([candidate], placed);
    money += explainTalk(talk.newcomer, placed)?.cost.money ?? 0;
    possible.push(id);
  }
  return { possible, money };
}

function broken(candidate: Candidate, schedule: Schedule): readonly Violation[] {
  return checkTalk(candidate, schedule).filter(({ rule }) => ABOUT_INTERPRETERS.has(rule));
}

function withoutTalks(talks: readonly TalkToInterpret[], schedule: Schedule): Schedule {
  return talks.reduce((rest, { talk }) => withoutTalkOf(talk.newcomer, rest), schedule);
}

function heldBy(talk: Candidate, { interpreter, mode }: Omit<ListedInterpreter, 'tier'>): Candidate {
  return { ...talk, interpreter, interpreterMode: mode };
}
