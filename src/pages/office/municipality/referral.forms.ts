import type { ArrivalImport } from '../../../features/arrivals/index.js';
import { headingOf } from '../../../features/arrivals/index.js';
import type { Translate } from '../../../platform/i18n/i18n.js';
import type { FieldError } from '../../../templates/components/error-summary.js';
import type { FieldGroupView, FormFieldView } from '../../../templates/components/form-fields.js';
import type { OfficeContext } from '../office-context.js';

type Typed = Readonly<Record<string, string>>;

/** What a municipality says of a person; the names are those of the columns of an arrivals file. */
export const referralFields = [
  'lastName',
  'firstName',
  'born',
  'arrivedOn',
  'language',
  'email',
  'phone',
  'street',
  'postcode',
  'town',
  'note',
] as const;

type ReferralField = (typeof referralFields)[number];

export function referralGroups(
  typed: Typed,
  languageNames: ReadonlyMap<string, string>,
  { t }: OfficeContext,
): FieldGroupView[] {
  const field = (name: ReferralField, kind: 'text' | 'email' | 'area' = 'text'): FormFieldView => ({
    kind,
    name,
    label: t(`arrivals:field.${name}`),
    value: typed[name] ?? '',
  });
  const hinted = (name: ReferralField): FormFieldView => ({
    ...field(name),
    hint: t('office:municipality.day'),
  });
  const languages = [...languageNames].map(([value, label]) => ({ value, label }));
  const language = {
    kind: 'select' as const,
    name: 'language',
    label: t('arrivals:field.language'),
    value: typed['language'] ?? '',
    options: [{ value: '', label: t('office:unknown') }, ...languages],
  };
  return [
    {
      legend: t('office:municipality.person'),
      fields: [field('firstName'), field('lastName'), hinted('born'), hinted('arrivedOn'), language],
    },
    {
      legend: t('office:municipality.reaching'),
      hint: t('office:municipality.reaching-hint'),
      fields: [field('email', 'email'), field('phone'), field('street'), field('postcode'), field('town')],
    },
    { legend: t('arrivals:field.note'), fields: [field('note')] },
  ];
}

/** The referral as a list of arrivals with one row, so that the same rules decide about it. */
export function referralFile(typed: Typed, bfsNumber: number): Uint8Array {
  const headings = [...referralFields.map(headingOf), headingOf('municipality')];
  const values = [...referralFields.map((name) => typed[name] ?? ''), String(bfsNumber)];
  const line = (cells: readonly string[]): string => cells.map(quoted).join(';');
  return new TextEncoder().encode(`${line(headings)}\r\n${line(values)}\r\n`);
}

function quoted(cell: string): string {
  return `"${cell.replaceAll('"', '""')}"`;
}

/** What is wrong with it, at the field; somebody who is known already is not referred again. */
export function referralErrors({ result }: ArrivalImport, t: Translate): FieldError[] {
  const errors = result.errors.map(({ column, code }) => ({
    field: referralFields.find((name) => headingOf(name) === column) ?? 'lastName',
    text: t(`arrivals:error.${code}`),
  }));
  if (errors.length > 0 || result.created > 0) return errors;
  return [{ field: 'lastName', text: t('office:municipality.known') }];
}
