import fs from 'node:fs';
import path from 'node:path';
import { ownFolder } from './cluster.js';

const folder = ownFolder();
process.once('exit', () => {
  fs.rmSync(folder, { recursive: true, force: true });
});

/** What all processes of a run share, of whichever version: seals of one can be opened by the other. */
export const SECRETS = {
  SECRET_KEY: 'a secret key of the faults, 32 characters',
  CONTACT_KEYS_FILE: path.join(folder, 'contact-keys.json'),
} as const;
