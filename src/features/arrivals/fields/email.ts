import { domainToASCII } from 'node:url';
import type { Read } from './field.js';

const LOCAL_PART = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const DOMAIN = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/;
/** What a domain may be typed with; of anything else the translation to ASCII would keep a part. */
const TYPED_DOMAIN = /^[\p{L}\p{M}\p{N}.。．｡-]+$/u;
const MOST = 254;
const MOST_LOCAL = 64;

/** Exactly one plain address, its domain in lower case ASCII; null when empty. Names, brackets and lists are refused. */
export function readEmail(text: string): Read<string | null> {
  if (text === '') return { value: null };
  if (/@.*[,;\s].*@/.test(text)) return { error: 'email-several' };
  const at = text.lastIndexOf('@');
  const local = text.slice(0, Math.max(at, 0));
  const typed = text.slice(at + 1);
  const domain = TYPED_DOMAIN.test(typed) ? domainToASCII(typed).toLowerCase() : '';
  const address = `${local}@${domain}`;
  const isRight =
    local.length <= MOST_LOCAL && address.length <= MOST && LOCAL_PART.test(local) && DOMAIN.test(domain);
  return isRight ? { value: address } : { error: 'email-invalid' };
}
