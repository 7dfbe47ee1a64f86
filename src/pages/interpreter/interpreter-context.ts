import type { SignedInInterpreter } from '../../features/interpreters/index.js';
import type { DateFormat } from '../../platform/i18n/date-format.js';
import type { Translate } from '../../platform/i18n/i18n.js';
import type { PageWords } from './interpreter-languages.js';

/** What every page of a signed-in interpreter needs to write its view. */
export interface InterpreterContext {
  readonly interpreter: SignedInInterpreter;
  readonly language: PageWords['language'];
  readonly t: Translate;
  readonly format: DateFormat;
  readonly now: Date;
  /** Today in the zone of their office, `2027-01-11`. */
  readonly today: string;
  /** What the page before has done: key of a text `interpreter:done.<key>`. */
  readonly done: string | null;
}
