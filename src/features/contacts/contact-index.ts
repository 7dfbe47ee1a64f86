import { fieldIndex } from '../../platform/secrets/field-seals.js';
import type { ContactTable } from './contact-columns.js';

/** One address and nothing else. */
const ADDRESS = /^[^\s@<>,;"()]+@(?<domain>[^\s@<>,;"()]+)$/;

/** By what an e-mail address is found, however it is spelled in capitals and blanks. */
export function emailIndex(address: string): Buffer {
  return fieldIndex('email', address.trim().toLowerCase());
}

/** By what a phone number is found, with or without a Swiss country code or a leading zero; null without digits. */
export function phoneIndex(phone: string): Buffer | null {
  const digits = phone.replaceAll(/\D/g, '').replace(/^(?:0041|41|0)/, '');
  return digits === '' ? null : fieldIndex('phone', digits);
}

/**
 * What stands beside sealed columns so that SQL can look rows up: `email_index` and `phone_index`, and the domain of an
 * address that mail can be sent to, because mail servers limit by domain. Only of the columns that are given.
 */
export function indexesOf(
  table: ContactTable,
  { email, phone }: Readonly<Record<string, string | null | undefined>>,
): Record<string, string | null> {
  return {
    ...(email !== undefined && {
      email_index: email ? bytea(emailIndex(email)) : null,
      email_domain: domainOf(email),
    }),
    ...(table === 'persons' &&
      phone !== undefined && { phone_index: bytea(phone === null ? null : phoneIndex(phone)) }),
  };
}

function domainOf(email: string | null): string | null {
  return ADDRESS.exec(email?.trim() ?? '')?.groups?.['domain']?.toLowerCase() ?? null;
}

/** As PostgreSQL writes it, also within JSON. */
const bytea = (bytes: Buffer | null): string | null => bytes && `\\x${bytes.toString('hex')}`;
