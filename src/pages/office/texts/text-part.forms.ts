import { z } from 'zod';

const KEY = /^(common|emails|letters|newcomer|interpreter):[\w.-]+$/;
/** Before the key of a text: how it stood when the page was made. */
export const SEEN = 'seen-';

const Action = z.enum(['save', 'reviewed', 'approved']).catch('save');
const Part = z.string().max(80).catch('');

/** What staff sent for one part: every text by its key, as it stood in its field. */
export interface TextPartForm {
  readonly part: string;
  readonly action: 'save' | 'reviewed' | 'approved';
  readonly words: ReadonlyMap<string, string>;
  /** The texts as they stood when the page was made. */
  readonly seen: ReadonlyMap<string, string>;
}

/** Reads the form; fields that are left empty say nothing. */
export function textPartForm(body: Readonly<Record<string, unknown>>): TextPartForm {
  const typed = Object.entries(body).flatMap(([name, value]): [string, string][] =>
    KEY.test(name) && typeof value === 'string' && value.trim() !== '' ? [[name, oneLine(value)]] : [],
  );
  const seen = typed.flatMap(([key]): [string, string][] => {
    const value = body[SEEN + key];
    return typeof value === 'string' ? [[key, oneLine(value)]] : [];
  });
  return {
    part: Part.parse(body['part']),
    action: Action.parse(body['do']),
    words: new Map(typed),
    seen: new Map(seen),
  };
}

/** A text is one line; browsers send line breaks that people typed. */
function oneLine(value: string): string {
  return value
    .normalize('NFC')
    .replaceAll(/\s*\r?\n\s*/g, ' ')
    .trim();
}
