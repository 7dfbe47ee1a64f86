import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import type { FieldKey, KeySet, KeyStore } from './key-set.js';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/** How long a process may go on sealing with a key after another process has made a newer one. */
export const KEYS_SEEN_AFTER_MS = 1_000;

/** `v1.<id of the key>.<nonce, tag and ciphertext>`. */
const SEALED = /^v1\.(?<id>[a-z0-9]+)\.(?<body>[\w-]+)$/;

/** A field that no key of ours opens, or that was taken from another row. */
export class SealBroken extends Error {
  override readonly name = 'SealBroken';
}

interface Opened {
  readonly store: KeyStore;
  keys: KeySet;
  mark: string;
  lookedAt: number;
}

let opened: Opened | undefined;

/** Says where this process has its keys; throws when there are none. */
export function useKeys(store: KeyStore): void {
  opened = { store, ...read(store) };
}

/**
 * Encrypts one field (AES-256-GCM) for its place alone.
 * @param place where it will stand, such as `persons.email:12`; it opens nowhere else
 */
export function sealField(place: string, text: string): string {
  return sealBy(newestKey(), place, text);
}

/** Like {@link sealField} with a key of the caller's choice. */
export function sealBy({ id, key }: FieldKey, place: string, text: string): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(place));
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return `v1.${id}.${Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url')}`;
}

/** The text again; throws {@link SealBroken}. */
export function openField(place: string, sealed: string): string {
  const { id = '', body = '' } = SEALED.exec(sealed)?.groups ?? {};
  const key = keyCalled(id);
  if (!key) {
    throw new SealBroken(
      `${place} was sealed by the key "${id}", which ${current().store.place} does not hold. Copy the file from the machine on which the keys were changed.`,
    );
  }
  const bytes = Buffer.from(body, 'base64url');
  const decipher = createDecipheriv('aes-256-gcm', key.key, bytes.subarray(0, NONCE_BYTES))
    .setAAD(Buffer.from(place))
    .setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
  try {
    const text = decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES));
    return Buffer.concat([text, decipher.final()]).toString('utf8');
  } catch (cause) {
    throw new SealBroken(`${place} does not open: it was changed, or belongs to another row.`, { cause });
  }
}

/** Id of the key by which a field was sealed; undefined when it is not sealed. */
export function sealedBy(sealed: string): string | undefined {
  return SEALED.exec(sealed)?.groups?.['id'];
}

/** By what a sealed field is found (HMAC-SHA-256): the same for the same text and purpose. */
export function fieldIndex(purpose: string, text: string): Buffer {
  return createHmac('sha256', current().keys.indexKey).update(`${purpose}\0${text}`).digest();
}

/** The key that seals what is written now. */
export function newestKey(): FieldKey {
  refresh(KEYS_SEEN_AFTER_MS / 2);
  const key = current().keys.keys.at(-1);
  if (!key) throw new Error('There is no key'); // the store refuses an empty set
  return key;
}

function keyCalled(id: string): FieldKey | undefined {
  const find = (): FieldKey | undefined => current().keys.keys.find((key) => key.id === id);
  const known = find();
  if (known) return known;
  refresh(0);
  return find();
}

/** Looks whether another process changed the keys. */
function refresh(afterMs: number): void {
  const now = current();
  if (performance.now() - now.lookedAt < afterMs) return;
  if (now.store.mark() === now.mark) now.lookedAt = performance.now();
  else Object.assign(now, read(now.store));
}

function read(store: KeyStore): Omit<Opened, 'store'> {
  const mark = store.mark();
  const keys = store.load();
  if (!keys) throw new Error(`There are no keys in ${store.place}. Put back the copy that you keep of it.`);
  return { keys, mark, lookedAt: performance.now() };
}

function current(): Opened {
  if (!opened) throw new Error('This process has not opened its keys: call useKeys first.');
  return opened;
}
