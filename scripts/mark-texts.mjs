// writes down from which German texts the translations of a language were made: locales/<language>/_sources.json
// usage: npm run texts:mark -- <language> [key …]; without keys every text of the language is marked
import fs from 'node:fs';
import path from 'node:path';
import { textHash } from '../dist/features/texts/text-hash.js';
import { isTranslated } from '../dist/features/texts/text-pack.js';
import { sourceOf } from '../dist/platform/i18n/catalogue.js';
import { I18n } from '../dist/platform/i18n/i18n.js';

const [language, ...chosen] = process.argv.slice(2);
const i18n = I18n.load();
if (!language || !i18n.locales().includes(language) || language === 'de') {
  console.error(`Name a language that has a folder: ${i18n.locales().join(', ')}`);
  process.exit(2);
}
const german = i18n.texts('de');
const known = i18n.sourceHashes(language);
const marks = [...i18n.texts(language).keys()]
  .filter((key) => isTranslated(key) && sourceOf(german, key) !== undefined)
  .map((key) => [
    key,
    chosen.length > 0 && !chosen.includes(key) ? known.get(key) : textHash(sourceOf(german, key)),
  ])
  .filter(([, hash]) => hash !== undefined);
const file = path.resolve(import.meta.dirname, `../locales/${language}/_sources.json`);
fs.writeFileSync(file, `${JSON.stringify(Object.fromEntries(marks), null, 2)}\n`);
console.log(`${marks.length} texts: ${file}`);
