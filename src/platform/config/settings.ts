import type { AccessSettings } from './access-config.js';

/** What the running parts need to know of the configuration, addresses resolved (see main.ts). */
export abstract class Settings {
  abstract readonly databaseUrl: string;
  /** A pooler in transaction mode stands before it: no statement finds what an earlier one left in its session. */
  abstract readonly databaseIsPooled: boolean;
  abstract readonly redisUrl: string | undefined;
  abstract readonly smtpUrl: string;
  /** Address that links in e-mails begin with, without a trailing slash. */
  abstract readonly publicUrl: string;
  /** Page of the built-in mail catcher, when it runs. */
  abstract readonly mailCatcherUrl: string | undefined;
  /** Domain of the addresses to which undeliverable mail returns; undefined: it returns to the office. */
  abstract readonly returnDomain: string | undefined;
  /** Folder (Maildir) into which the mail server puts what returns. */
  abstract readonly returnMaildir: string | undefined;
  abstract readonly secretKey: string;
  abstract readonly production: boolean;
  /** Interpreters’ calendars may be read from this machine by http (tests and trials only). */
  abstract readonly localFeeds: boolean;
  /** What Prometheus must show; undefined: only this machine may read the metrics. */
  abstract readonly metricsToken: string | undefined;
  abstract readonly access: AccessSettings;
  abstract readonly logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug';
}
