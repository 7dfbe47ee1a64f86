import { plain } from '../../../platform/text/plain.js';
import type { KnownMunicipality, Read, ReadingFacts } from './field.js';

const BFS_NUMBER = /^\d{1,4}$/;
/** `4436 Oberdorf`: the postcode says nothing about the municipality. */
const POSTCODE_BEFORE = /^\d{4}\s+(?=\p{L})/u;
const CANTON_BEHIND = /[\s,]*\(?\b([A-Z]{2})\)?$/;

/** The BFS number of a municipality that exists today, by its number or its name, with or without its canton. */
export function readMunicipality(
  text: string,
  facts: Pick<ReadingFacts, 'canton' | 'municipalities'>,
): Read<number> {
  if (text === '') return { error: 'missing' };
  const found = candidates(text, facts.municipalities);
  const own = found.filter((each) => each.canton === facts.canton);
  const [only, another] = own.length > 0 ? own : found;
  if (only === undefined) return { error: 'municipality-unknown' };
  return another === undefined ? { value: only.bfsNumber } : { error: 'municipality-ambiguous' };
}

function candidates(text: string, known: readonly KnownMunicipality[]): KnownMunicipality[] {
  if (BFS_NUMBER.test(text)) return known.filter((each) => each.bfsNumber === Number(text));
  const name = text.replace(POSTCODE_BEFORE, '');
  const exact = known.filter((each) => plain(each.name) === plain(name));
  if (exact.length > 0) return exact;
  const canton = CANTON_BEHIND.exec(name)?.[1];
  return known.filter(
    (each) => withoutCanton(each.name) === withoutCanton(name) && (canton ?? each.canton) === each.canton,
  );
}

function withoutCanton(name: string): string {
  return plain(name.replace(CANTON_BEHIND, ''));
}
