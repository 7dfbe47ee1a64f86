import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { KeySet, KeyStore } from './key-set.js';

const KEY_BYTES = 32;

const Key = z
  .base64()
  .transform((text) => Buffer.from(text, 'base64'))
  .refine((key) => key.length === KEY_BYTES, `must be ${KEY_BYTES} bytes`);

const Contents = z.strictObject({
  keys: z
    .array(z.strictObject({ id: z.string().regex(/^[a-z0-9]+$/), key: Key, retired: z.boolean() }))
    .min(1),
  indexKey: Key,
});

/** Keys in a JSON file that only its owner may read; it is replaced as a whole. */
export class KeyFile implements KeyStore {
  constructor(readonly place: string) {}

  load(): KeySet | undefined {
    const text = this.text();
    if (text === undefined) return undefined;
    const parsed = Contents.safeParse(asJson(text));
    if (parsed.success) return parsed.data;
    const issue = parsed.error.issues[0];
    throw new Error(
      `${this.place} is no file of keys (${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}). ` +
        'Put back the copy that you keep of it, or correct CONTACT_KEYS_FILE.',
    );
  }

  save({ keys, indexKey }: KeySet): void {
    const written = {
      keys: keys.map(({ id, key, retired }) => ({ id, key: key.toString('base64'), retired })),
      indexKey: indexKey.toString('base64'),
    };
    fs.mkdirSync(path.dirname(this.place), { recursive: true });
    const draft = `${this.place}.${randomUUID()}`;
    fs.writeFileSync(draft, `${JSON.stringify(written, null, 2)}\n`, { mode: 0o600, flush: true });
    fs.renameSync(draft, this.place);
  }

  mark(): string {
    const found = fs.statSync(this.place, { throwIfNoEntry: false });
    return found ? `${found.ino} ${found.mtimeMs}` : '';
  }

  private text(): string | undefined {
    try {
      return fs.readFileSync(this.place, 'utf8');
    } catch (cause) {
      if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw new Error(
        `The keys in ${this.place} cannot be read (${String(cause)}). Give the account of the product the right to read it.`,
        { cause },
      );
    }
  }
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
