import fs from 'node:fs';
import path from 'node:path';
import type { Config } from '../config/config.js';
import { fontFiles } from '../pdf/pdf-fonts.js';
import { Typesetter } from '../pdf/typesetter.js';
import type { Finding } from './finding.js';

const GIGABYTE = 1e9;
/** PostgreSQL stops when its disk is full; a year of a large office needs less than one (our judgement). */
const LITTLE_DISK_BYTES = 2 * GIGABYTE;
const NO_DISK_BYTES = 0.5 * GIGABYTE;
/** A key of random characters has more different ones. */
const FEWEST_CHARACTERS = 12;
const OTHERS_MAY_READ = 0o077;
const THIS_MACHINE = new Set(['127.0.0.1', '::1', 'localhost']);

const TRIAL = new URL('../pdf/trial.typ', import.meta.url);

/** Space left where the product keeps its files. */
export async function lookAtDisk(dataDir: string): Promise<Finding> {
  const { bavail, bsize } = await fs.promises.statfs(existing(dataDir));
  const free = bavail * bsize;
  const meaning = `${(free / GIGABYTE).toFixed(1)} GB are free at ${dataDir}`;
  if (free >= LITTLE_DISK_BYTES) return { part: 'disk', state: 'ok', meaning };
  return {
    part: 'disk',
    state: free < NO_DISK_BYTES ? 'failed' : 'warning',
    meaning: `${meaning}: the database stops when nothing is left`,
    cure: 'free space, or move DATA_DIR to a larger disk',
  };
}

/** The key that seals what is kept secret: strong, and nobody else's to read. */
export function lookAtSecrets({ secretKey, secretKeyFile: file }: Config): Finding {
  if (new Set(secretKey).size < FEWEST_CHARACTERS) {
    return {
      part: 'secrets',
      state: 'failed',
      meaning: 'SECRET_KEY can be guessed: it consists of too few different characters',
      cure: 'make one with: openssl rand -base64 32',
    };
  }
  if (file === undefined)
    return { part: 'secrets', state: 'ok', meaning: 'SECRET_KEY is set and long enough' };
  if ((fs.statSync(file).mode & OTHERS_MAY_READ) !== 0) {
    return {
      part: 'secrets',
      state: 'warning',
      meaning: `other users of this machine may read ${file}`,
      cure: `run: chmod 600 ${file}`,
    };
  }
  return { part: 'secrets', state: 'ok', meaning: `the key is kept in ${file}, readable by its owner only` };
}

/** Links in mails lead to an address that people can open safely. */
export function lookAtAddress({ publicUrl, production }: Config): Finding {
  const address = publicUrl ?? 'this machine (PUBLIC_URL is not set)';
  const meaning = `links in mails lead to ${address}`;
  const isSafe = publicUrl?.startsWith('https:') ?? false;
  if (isSafe || !production) return { part: 'address', state: 'ok', meaning };
  return {
    part: 'address',
    state: 'failed',
    meaning: `${meaning}: newcomers cannot open it, or others can read along`,
    cure: 'set PUBLIC_URL to the https address of the office',
  };
}

/** This process speaks no TLS: with an https address, or open to others, a proxy stands before it. */
export function lookAtProxies({ publicUrl, host, access }: Config): Finding {
  if (access.trustedProxies.length > 0) {
    const named = access.trustedProxies.join(', ');
    return { part: 'proxies', state: 'ok', meaning: `visitors are told apart as ${named} report them` };
  }
  const isOpen = !THIS_MACHINE.has(host);
  const isBehindProxy = publicUrl?.startsWith('https:') ?? false;
  if (!isOpen && !isBehindProxy)
    return { part: 'proxies', state: 'ok', meaning: `answers on ${host} only, without a proxy` };
  const sign = isBehindProxy ? 'PUBLIC_URL is https, so a proxy stands before it' : `it answers on ${host}`;
  return {
    part: 'proxies',
    state: 'warning',
    meaning: `${sign}, and TRUSTED_PROXIES is empty: behind a proxy all visitors count as one and share one limit`,
    cure: 'set TRUSTED_PROXIES to the addresses of the proxy, and HOST to an address that only the proxy reaches',
  };
}

/** Every font is there and a page can be set with each. Rejects when the typesetter fails. */
export async function lookAtLetters(): Promise<Finding> {
  const missing = fontFiles().filter((file) => !fs.existsSync(file));
  if (missing.length > 0) {
    return {
      part: 'letters',
      state: 'failed',
      meaning: `${missing.length} font files are missing, the first is ${missing[0] ?? ''}`,
      cure: 'install the packages again: npm ci',
    };
  }
  const pdf = await new Typesetter().pdf(TRIAL, 'trial', {});
  return { part: 'letters', state: 'ok', meaning: `a page in every font was set (${pdf.length} bytes)` };
}

function existing(folder: string): string {
  return fs.existsSync(folder) || path.dirname(folder) === folder ? folder : existing(path.dirname(folder));
}
