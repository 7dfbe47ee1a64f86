import type { Office } from '../../features/offices/index.js';
import type { SignedInStaff } from '../../features/staff/index.js';
import type { DateFormat } from '../../platform/i18n/date-format.js';
import type { Translate } from '../../platform/i18n/i18n.js';
import type { OfficeRequest } from './office-request.js';

/** What every page of the office needs to write its view: who reads, in which words, on which day. */
export interface OfficeContext {
  readonly request: OfficeRequest;
  readonly staff: SignedInStaff;
  readonly office: Office;
  readonly t: Translate;
  readonly locale: string;
  /** Tag for formatting, such as `de-CH`. */
  readonly bcp47: string;
  readonly format: DateFormat;
  readonly now: Date;
  /** What the page has seen of the database, to be told what others change afterwards. */
  readonly position: string;
  /** Today in the office's zone, `2027-01-11`. */
  readonly today: string;
}
