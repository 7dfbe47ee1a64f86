import { sourceOf } from '../../../platform/i18n/catalogue.js';
import { textHash } from '../text-hash.js';
import { type Check, eachText } from './check.js';

/** A translation was made from the German text that is there now. */
export const staleness: Check = {
  id: 'staleness',
  look: (pack) =>
    eachText(pack, 'untranslated', (_text, key) => {
      const made = pack.sourceHashes.get(key);
      const source = sourceOf(pack.german, key);
      return made === undefined || source === undefined || made === textHash(source)
        ? undefined
        : 'was made from an older German text: translate it again';
    }),
};
