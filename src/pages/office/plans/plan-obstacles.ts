import type { ReviewGap } from '../../../features/plans/index.js';
import type { OfficeContext } from '../office-context.js';
import { languageWord, whenOf, type LanguageWords } from './plan-words.js';

/** What staff can do about an obstacle is the same for many rules, so they are told by topic. */
const TOPICS: Readonly<Record<string, string>> = {
  'interpreter-speaks-language': 'interpreter-language',
  'interpreter-is-qualified': 'interpreter-language',
  'interpreter-is-not-excluded': 'interpreter-fit',
  'interpreter-of-wished-gender': 'interpreter-fit',
  'interpreter-is-sworn-to-secrecy': 'interpreter-fit',
  'interpreter-mode-fits': 'interpreter-place',
  'interpreter-comes-to-site': 'interpreter-place',
  'interpreter-works-remotely': 'interpreter-place',
  'newcomer-accepts-remote-interpreter': 'interpreter-place',
  'caseworker-speaks-language': 'caseworker-language',
  'room-is-step-free': 'room-step-free',
  'room-holds-everyone': 'room-seats',
};

const BY_KIND: Readonly<Record<string, string>> = {
  interpreter: 'interpreter-time',
  caseworker: 'caseworker-time',
  room: 'room-time',
  site: 'site-time',
  newcomer: 'household',
};

interface Obstacle {
  readonly rule: string;
  readonly names: readonly string[];
  readonly language?: string | null | undefined;
}

/** Each topic once, with the people and places it is about. */
export function obstacleWords(
  obstacles: readonly Obstacle[],
  household: { readonly languages: readonly string[] },
  context: OfficeContext & { readonly languageNames: LanguageWords },
): string[] {
  const names = new Map<string, string[]>();
  for (const obstacle of obstacles) {
    const language = languageWord(obstacle.language ?? household.languages[0], context.languageNames);
    const words = context.t(`plans:gap.topic.${topicOf(obstacle.rule)}`, { language });
    names.set(words, [...(names.get(words) ?? []), ...obstacle.names]);
  }
  return [...names].map(([words, about]) => {
    const unique = [...new Set(about)].slice(0, 3);
    return unique.length === 0 ? words : `${words} (${unique.join(', ')})`;
  });
}

/** The ways out that were tried. */
export function hintWords(gap: ReviewGap, context: OfficeContext): string[] {
  const { t } = context;
  if (gap.hints.length === 0) return [t('plans:gap.hint.none')];
  return gap.hints.map(({ kind, startsAt }) =>
    t(`plans:gap.hint.${kind}`, { when: whenOf(startsAt, context) }),
  );
}

function topicOf(rule: string): string {
  const [kind = ''] = rule.split('-');
  return TOPICS[rule] ?? BY_KIND[kind] ?? 'period';
}
