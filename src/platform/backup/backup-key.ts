import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

const KEY_BYTES = 32;

/** The key of backups in its file; made when a backup is made for the first time. */
export function backupKey(file: string, { make }: { readonly make: boolean }): Buffer {
  if (!fs.existsSync(file)) {
    if (!make)
      throw new Error(
        `There is no key in ${file}. Set BACKUP_KEY_FILE to the file of the key of the backup.`,
      );
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, `${randomBytes(KEY_BYTES).toString('base64')}\n`, { mode: 0o600, flush: true });
  }
  const key = Buffer.from(fs.readFileSync(file, 'utf8').trim(), 'base64');
  if (key.length !== KEY_BYTES)
    throw new Error(`${file} holds no key of ${KEY_BYTES} bytes. Put back the copy that you keep of it.`);
  return key;
}
