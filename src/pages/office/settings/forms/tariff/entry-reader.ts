import type { Translate } from '../../../../../platform/i18n/i18n.js';
import type { FieldError } from '../../../../../templates/components/error-summary.js';
import type { Entries } from '../settings-form.js';
import { wallClock } from '../schemas.js';

/** Smallest and largest whole number that a field takes. */
interface Bounds {
  readonly least: number;
  readonly most: number;
}

/** Reads the fields of a form one by one, and remembers what is wrong with each. */
export class EntryReader {
  readonly errors: FieldError[] = [];

  constructor(
    private readonly entries: Entries,
    private readonly t: Translate,
  ) {}

  /** Says with a text key what is wrong with a field; the first word counts. */
  wrong(field: string, key: string): void {
    if (!this.errors.some((error) => error.field === field)) this.errors.push({ field, text: this.t(key) });
  }

  text(name: string): string {
    return (this.entries[name] ?? '').trim();
  }

  isEmpty(name: string): boolean {
    return this.text(name) === '';
  }

  isTicked(name: string): boolean {
    return this.entries[name] === '1';
  }

  chosen<Choice extends string>(name: string, choices: readonly [Choice, ...Choice[]]): Choice {
    const found = choices.find((choice) => choice === this.text(name));
    if (found === undefined) this.wrong(name, 'validation:choice');
    return found ?? choices[0];
  }

  /** `105`, `105.50` or `105,50` in Rappen. */
  francs(name: string): number {
    const [, whole, part = ''] = /^(\d{1,5})(?:[.,](\d{1,2}))?$/.exec(this.text(name)) ?? [];
    if (whole === undefined) this.wrong(name, 'tariffs:error.francs');
    return Number(whole ?? 0) * 100 + Number(part.padEnd(2, '0'));
  }

  whole(name: string, { least, most }: Bounds): number {
    const number = /^\d{1,6}$/.test(this.text(name)) ? Number(this.text(name)) : undefined;
    if (number === undefined) this.wrong(name, 'settings:error.number');
    else if (number < least || number > most) this.wrong(name, 'settings:error.number-range');
    return number ?? least;
  }

  /** A wall-clock time, `18:00`. */
  time(name: string): string {
    const time = wallClock(this.text(name));
    if (!/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/.test(time)) this.wrong(name, 'validation:time');
    return time;
  }
}
