import { characters } from './characters.js';
import type { Check, Finding, TextPack } from './check.js';
import { glossary } from './glossary.js';
import { keys } from './keys.js';
import { lengths } from './lengths.js';
import { placeholders } from './placeholders.js';
import { plainGerman } from './plain-german.js';
import { pluralFormsCheck } from './plural-forms.js';
import { scriptShare } from './script-share.js';
import { sisterLanguages } from './sister-languages.js';
import { staleness } from './staleness.js';

/** What a machine can see of single texts (ux.md 3.9); rendering is checked with the mails, approval per office. */
const textChecks: readonly Check[] = [
  keys,
  placeholders,
  pluralFormsCheck,
  scriptShare,
  sisterLanguages,
  lengths,
  characters,
  plainGerman,
  glossary,
  staleness,
];

/** What the checks of single texts find in one language. */
export function checkTexts(pack: TextPack): Finding[] {
  return textChecks.flatMap((check) => findingsOf(check, pack));
}

/** The same, and whether the whole is in its language; the detector is loaded only when somebody asks for it. */
export async function checkLanguage(pack: TextPack): Promise<Finding[]> {
  const { detection } = await import('./detection.js');
  return [...checkTexts(pack), ...findingsOf(detection, pack)];
}

function findingsOf(check: Check, pack: TextPack): Finding[] {
  return check.look(pack).map((remark) => ({ check: check.id, language: pack.language.code, ...remark }));
}
