import { plain } from '../../../platform/text/plain.js';
import type { Read } from './field.js';

/** A permit and, when the cell names it, the regime; both as eCH-0006 codes. */
export interface Permit {
  readonly permit: string | null;
  readonly regime: string | null;
}

/** eCH-0006: the card's letter → code. */
const CODES: Readonly<Record<string, string>> = {
  b: '02',
  c: '03',
  ci: '04',
  f: '05',
  g: '06',
  l: '07',
  n: '08',
  s: '09',
};

const REGIMES: Readonly<Record<string, string>> = {
  '01': '01',
  '1': '01',
  eu: '01',
  efta: '01',
  'eu/efta': '01',
  'eu-efta': '01',
  fza: '01',
  '02': '02',
  '2': '02',
  aig: '02',
  drittstaat: '02',
  drittstaaten: '02',
  drittstaatsangehorige: '02',
  'nichteu/efta': '02',
};

const NOTHING: Permit = { permit: null, regime: null };

/** `B`, `Ausweis B`, `B EU/EFTA`, `02` or `0201`. */
export function readPermit(text: string): Read<Permit> {
  if (text === '') return { value: NOTHING };
  const digits = /^(\d{2})(\d{2})?\d{0,2}$/.exec(text);
  if (digits) return byCode(digits[1] ?? '', digits[2]);
  const [, letter = '', rest = ''] =
    /^(?:Ausweis|Bewilligung|Permit)?\s*([A-Z]i?)\b\s*(.*)$/i.exec(text) ?? [];
  const permit = CODES[letter.toLowerCase()];
  const regime = readRegime(rest.replaceAll(/[()]/g, ''));
  if (permit === undefined || 'error' in regime) return { error: 'permit-unknown' };
  return { value: { permit, regime: regime.value } };
}

/** `EU/EFTA` or `Drittstaat`, or the code `01` or `02`; null when empty. */
export function readRegime(text: string): Read<string | null> {
  const wanted = plain(text);
  if (wanted === '') return { value: null };
  const regime = REGIMES[wanted];
  return regime === undefined ? { error: 'regime-unknown' } : { value: regime };
}

/** 02 to 13 are in use; the second pair is the regime. */
function byCode(permit: string, regime: string | undefined): Read<Permit> {
  const isKnown = Number(permit) >= 2 && Number(permit) <= 13;
  const isRegime = regime === undefined || regime === '01' || regime === '02';
  return isKnown && isRegime ? { value: { permit, regime: regime ?? null } } : { error: 'permit-unknown' };
}
