import { isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';
import { DomainError } from '../../../platform/errors/domain-error.js';
import type { Encoding } from './sheet.js';

/** A text and how its bytes were understood. */
export interface DecodedText {
  readonly text: string;
  readonly encoding: Exclude<Encoding, 'xlsx'>;
}

/** Share of NUL bytes on one side of the pairs from which a text without a mark counts as UTF-16. */
const UTF16_SHARE = 0.3;
const LOOKED_AT = 2000;
/** Stands in a decoded text for every byte that has no meaning in the encoding. */
const MEANINGLESS = '\uFFFD';

/**
 * UTF-8 or UTF-16 by their mark or, without one, by their form; everything else is Windows-1252. A file that is
 * none of them throws `arrivals-file-encoding`.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const decoded = byMark(bytes) ?? byForm(bytes);
  if (decoded.text.includes('\0') || decoded.text.includes(MEANINGLESS))
    throw new DomainError('arrivals-file-encoding', 'invalid');
  return decoded;
}

function byMark(bytes: Uint8Array): DecodedText | undefined {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return decodedAs(bytes, 'utf-8', 'utf-8-bom');
  if (first === 0xff && second === 0xfe) return decodedAs(bytes, 'utf-16le', 'utf-16le');
  if (first === 0xfe && second === 0xff) return decodedAs(bytes, 'utf-16be', 'utf-16be');
  return undefined;
}

function byForm(bytes: Uint8Array): DecodedText {
  const wide = utf16Form(bytes);
  if (wide) return decodedAs(bytes, wide, wide);
  if (isUtf8(bytes)) return decodedAs(bytes, 'utf-8', 'utf-8');
  return { text: iconv.decode(Buffer.from(bytes), 'windows-1252'), encoding: 'windows-1252' };
}

/** Latin text in UTF-16 has a NUL in every other place: in the second ones when the low byte comes first. */
function utf16Form(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const looked = bytes.subarray(0, LOOKED_AT);
  const nuls = [0, 0];
  looked.forEach((byte, index) => {
    if (byte === 0) nuls[index % 2] = (nuls[index % 2] ?? 0) + 1;
  });
  const enough = (looked.length / 2) * UTF16_SHARE;
  const [even = 0, odd = 0] = nuls;
  if (Math.max(even, odd) < Math.max(enough, 1)) return undefined;
  return odd > even ? 'utf-16le' : 'utf-16be';
}

function decodedAs(
  bytes: Uint8Array,
  label: 'utf-8' | 'utf-16le' | 'utf-16be',
  encoding: DecodedText['encoding'],
): DecodedText {
  return { text: new TextDecoder(label).decode(bytes), encoding };
}
