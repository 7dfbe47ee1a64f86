import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { fieldIndex, openField, SealBroken, sealedBy, sealField, useKeys } from './field-seals.js';
import { KeyFile } from './key-file.js';
import type { FieldKey } from './key-set.js';

const key = (id: string): FieldKey => ({ id, key: randomBytes(32), retired: false });

describe('a sealed field', () => {
  let store: KeyFile;

  beforeEach(() => {
    store = new KeyFile(path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'keys-')), 'deep', 'keys.json'));
    store.save({ keys: [key('k1')], indexKey: randomBytes(32) });
    useKeys(store);
  });

  it('opens in its own place only, and not when it was changed', () => {
    const sealed = sealField('persons.email:1', 'zoë@example.org');

    expect(sealed).toMatch(/^v1\.k1\.[\w-]+$/);
    expect(openField('persons.email:1', sealed)).toBe('zoë@example.org');
    expect(() => openField('persons.email:2', sealed)).toThrow(SealBroken);
    expect(() => openField('persons.email:1', sealed.replace(/.{6}$/, 'AAAAAA'))).toThrow(SealBroken);
    expect(() => openField('persons.email:1', 'zoë@example.org')).toThrow(SealBroken);
    expect(sealField('persons.email:1', 'zoë@example.org')).not.toBe(sealed);
  });

  it('opens when another process sealed it by a key that this one has not seen yet', () => {
    const keys = store.load()!;
    const newer = key('k2');
    const other = new KeyFile(store.place);
    other.save({ ...keys, keys: [...keys.keys, newer] });
    useKeys(other);
    const sealed = sealField('place', 'text');
    expect(sealedBy(sealed)).toBe('k2');
    // this process as it was before
    store.save(keys);
    useKeys(store);
    store.save({ ...keys, keys: [...keys.keys, newer] });

    expect(openField('place', sealed)).toBe('text');
  });

  it('names the key and the file when nobody here has its key', () => {
    const sealed = sealField('place', 'text').replace('v1.k1.', 'v1.k7.');

    expect(() => openField('place', sealed)).toThrow(`"k7", which ${store.place} does not hold`);
  });

  it('is found by an index that only the same purpose and the same key of the index give', () => {
    const index = fieldIndex('email', 'a@example.org');

    expect(fieldIndex('email', 'a@example.org').equals(index)).toBe(true);
    expect(fieldIndex('phone', 'a@example.org').equals(index)).toBe(false);
    store.save({ ...store.load()!, indexKey: randomBytes(32) });
    useKeys(store);
    expect(fieldIndex('email', 'a@example.org').equals(index)).toBe(false);
  });

  it('has keys that only their owner can read; a broken file is named', () => {
    expect(fs.statSync(store.place).mode & 0o777).toBe(0o600);
    fs.writeFileSync(store.place, '{"keys":[]}');

    expect(() => {
      useKeys(store);
    }).toThrow(`${store.place} is no file of keys (keys:`);
  });
});
