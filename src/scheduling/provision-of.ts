import type { Candidate, Newcomer, Provision } from './model.js';

const GERMAN = 'de';

/** How the newcomer will understand this talk; derived from language and interpreter, never stored. */
export function provisionOf(
  candidate: Pick<Candidate, 'interpreter' | 'lang'>,
  newcomer: Pick<Newcomer, 'languages'>,
): Provision {
  if (candidate.interpreter !== null) return 'interpreter';
  if (candidate.lang === newcomer.languages[0]?.lang) return 'caseworker';
  return candidate.lang === GERMAN ? 'german' : 'relay';
}
