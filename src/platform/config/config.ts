import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { accessFault, accessOf, type AccessSettings, accessVariables } from './access-config.js';

const Environment = z.object({
  ...accessVariables,
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HEALTH_PORT: z.coerce.number().int().min(1).max(65535).optional(),
  PUBLIC_URL: z.url().optional(),
  DATABASE_URL: z.string().startsWith('postgres').optional(),
  DATABASE_DIRECT_URL: z.string().startsWith('postgres').optional(),
  REDIS_URL: z.string().startsWith('redis').optional(),
  SMTP_URL: z.string().startsWith('smtp').optional(),
  RETURN_DOMAIN: z.hostname().optional(),
  RETURN_MAILDIR: z.string().optional(),
  ROLE: z.enum(['all', 'web', 'worker']).default('all'),
  DATA_DIR: z.string().default('.data'),
  SECRET_KEY: z.string().min(32).optional(),
  CONTACT_KEYS_FILE: z.string().optional(),
  BACKUP_KEY_FILE: z.string().optional(),
  NOW: z.iso.datetime({ offset: true }).optional(),
  HOST: z.string().default('127.0.0.1'),
  LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
  METRICS_TOKEN: z.string().min(16).optional(),
  LOCAL_FEEDS: z.enum(['0', '1']).default('0'),
  OTEL_EXPORTER_OTLP_ENDPOINT: z.url().optional(),
  NODE_ENV: z.string().optional(),
});

/** The settings of this process, read once at start. Unset addresses mean the embedded part (see `interfaces.md`). */
export interface Config {
  readonly port: number;
  readonly host: string;
  /** Where a process with `ROLE=worker` answers `/health` and `/metrics`; undefined: nowhere. */
  readonly healthPort: number | undefined;
  /** Address that links in e-mails begin with, without a trailing slash; undefined until the port is known. */
  readonly publicUrl: string | undefined;
  readonly databaseUrl: string | undefined;
  /** The same database without a pooler, for what needs a session of its own: migrations and queues. */
  readonly databaseDirectUrl: string | undefined;
  readonly redisUrl: string | undefined;
  readonly smtpUrl: string | undefined;
  /** Domain of the addresses to which undeliverable mail returns; undefined: it returns to the office. */
  readonly returnDomain: string | undefined;
  /** Folder (Maildir) into which the mail server puts what returns. */
  readonly returnMaildir: string | undefined;
  readonly role: 'all' | 'web' | 'worker';
  readonly dataDir: string;
  readonly secretKey: string;
  /** Where the key of the embedded default is kept; undefined when the environment gives one. */
  readonly secretKeyFile: string | undefined;
  /** Where the keys of contact data are; made at the first start. */
  readonly contactKeysFile: string;
  /** Where the key of backups is; made at the first backup. */
  readonly backupKeyFile: string;
  /** Instant at which the injected clock starts (never in production). */
  readonly startAt: Date | undefined;
  /** What Prometheus must show to read the metrics; undefined: only this machine may, and nobody through a proxy. */
  readonly metricsToken: string | undefined;
  readonly logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug';
  readonly production: boolean;
  /** A collector of OpenTelemetry is named; its library reads the rest of its variables itself. */
  readonly sendsTraces: boolean;
  /** Interpreters’ calendars may be read from this machine by http (never in production). */
  readonly localFeeds: boolean;
  readonly access: AccessSettings;
}

/** A setting that is missing or wrong: names the variable, the cause and the cure. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/** Reads the environment; throws {@link ConfigError} with one line per wrong variable. */
export function loadConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  const parsed = Environment.safeParse(withoutEmpty(environment));
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    throw new ConfigError(`Wrong setting in the environment. ${lines.join('; ')}. Correct or unset it.`);
  }
  const values = parsed.data;
  const production = values.NODE_ENV === 'production';
  refuseContradictions(values, production);
  const dataDir = path.resolve(values.DATA_DIR);
  return {
    port: values.PORT,
    host: values.HOST,
    healthPort: values.HEALTH_PORT,
    publicUrl: values.PUBLIC_URL?.replace(/\/$/, ''),
    databaseUrl: values.DATABASE_URL,
    databaseDirectUrl: values.DATABASE_DIRECT_URL,
    redisUrl: values.REDIS_URL,
    smtpUrl: values.SMTP_URL,
    returnDomain: values.RETURN_DOMAIN,
    returnMaildir: values.RETURN_MAILDIR,
    role: values.ROLE,
    dataDir,
    ...keyOf(values.SECRET_KEY, dataDir, production),
    contactKeysFile: path.resolve(values.CONTACT_KEYS_FILE ?? path.join(dataDir, 'contact-keys.json')),
    backupKeyFile: path.resolve(values.BACKUP_KEY_FILE ?? path.join(dataDir, 'backup.key')),
    startAt: values.NOW === undefined ? undefined : new Date(values.NOW),
    metricsToken: values.METRICS_TOKEN,
    logLevel: values.LOG_LEVEL,
    sendsTraces: values.OTEL_EXPORTER_OTLP_ENDPOINT !== undefined,
    production,
    localFeeds: values.LOCAL_FEEDS === '1',
    access: accessOf(values),
  };
}

/** Settings that are right each by itself and wrong together. */
function refuseContradictions(values: z.infer<typeof Environment>, production: boolean): void {
  const fault = accessFault(values, production);
  if (fault !== undefined) throw new ConfigError(fault);
  if (production && values.NOW !== undefined) {
    throw new ConfigError('NOW moves the clock and is refused with NODE_ENV=production. Unset NOW.');
  }
  if (production && values.LOCAL_FEEDS === '1') {
    throw new ConfigError(
      'LOCAL_FEEDS opens this machine and is refused with NODE_ENV=production. Unset it.',
    );
  }
  if (values.DATABASE_DIRECT_URL !== undefined && values.DATABASE_URL === undefined) {
    throw new ConfigError(
      'DATABASE_DIRECT_URL goes with DATABASE_URL, which is not set. Set it or unset both.',
    );
  }
}

function withoutEmpty(environment: NodeJS.ProcessEnv): Record<string, string> {
  const entries = Object.entries(environment).filter((entry): entry is [string, string] => !!entry[1]);
  return Object.fromEntries(entries);
}

function keyOf(
  given: string | undefined,
  dataDir: string,
  production: boolean,
): Pick<Config, 'secretKey' | 'secretKeyFile'> {
  if (given !== undefined) return { secretKey: given, secretKeyFile: undefined };
  const file = path.join(dataDir, 'secret.key');
  return { secretKey: generatedKey(file, production), secretKeyFile: file };
}

/** The key of the embedded default: made once, kept in DATA_DIR, readable by its owner only. */
function generatedKey(file: string, production: boolean): string {
  if (production) {
    throw new ConfigError(
      'SECRET_KEY is not set. With NODE_ENV=production set it to 32 or more random characters.',
    );
  }
  if (!fs.existsSync(file)) {
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600 });
  }
  return fs.readFileSync(file, 'utf8').trim();
}
