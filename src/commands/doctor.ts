import { Command } from 'commander';
import { allMigrations } from '../migrations/all-migrations.js';
import { type Finding, lookAt } from '../platform/checkup/finding.js';
import { lookAtDatabase } from '../platform/checkup/look-at-database.js';
import {
  lookAtAddress,
  lookAtDisk,
  lookAtLetters,
  lookAtProxies,
  lookAtSecrets,
} from '../platform/checkup/look-at-machine.js';
import { lookAtMail } from '../platform/checkup/look-at-mail.js';
import { lookAtPostgresQueue, lookAtRedisQueue } from '../platform/checkup/look-at-queue.js';
import { RunningClock } from '../platform/clock/clock.js';
import { type Config, loadConfig } from '../platform/config/config.js';
import { connectDatabase } from '../platform/database/connect-database.js';
import { openDatabase } from '../platform/database/open-database.js';
import { lookAtTexts } from './look-at-texts.js';
import { allOffices } from '../platform/database/office-scope.js';

/** `welcome-talks doctor [--json]`: looks at every part and says what to do. Exit 1 when a part has failed. */
export function doctorCommand(): Command {
  return new Command('doctor')
    .description('look at database, queue, mail server, texts, clock, letters and disk, and say what to do')
    .option('--json', 'print the findings as JSON')
    .action(async ({ json }: { readonly json?: boolean }) => {
      const findings = await allOffices(examine);
      process.stdout.write(json ? `${JSON.stringify(findings, null, 2)}\n` : findings.map(lineOf).join(''));
      if (findings.some(({ state }) => state === 'failed')) process.exitCode = 1;
    });
}

async function examine(): Promise<readonly Finding[]> {
  let config: Config;
  try {
    config = loadConfig();
  } catch (error) {
    const meaning = error instanceof Error ? error.message : String(error);
    return [
      { part: 'settings', state: 'failed', meaning, cure: 'correct the environment and run doctor again' },
    ];
  }
  const { dataDir, production, smtpUrl } = config;
  const mailCure = 'start the mail server or correct SMTP_URL (address, port, user, password)';
  return [
    ...(await examineDatabase(config)),
    ...(await examineRedis(config.redisUrl)),
    ...(await lookAt('mail', mailCure, () => lookAtMail(smtpUrl, production))),
    lookAtAddress(config),
    lookAtProxies(config),
    lookAtSecrets(config),
    ...(await lookAt('letters', 'install the packages again: npm ci', lookAtLetters)),
    ...(await lookAt('disk', 'correct DATA_DIR', () => lookAtDisk(dataDir))),
  ];
}

/** What cannot be seen without the database is left out: its own finding says why. */
function examineDatabase(config: Config): Promise<readonly Finding[]> {
  const { redisUrl, startAt } = config;
  return lookAt('database', 'start the database or correct DATABASE_URL', async () => {
    const server = await openDatabase(config);
    try {
      const { database, close } = await connectDatabase(server.url);
      try {
        const names = allMigrations.map(({ name }) => name);
        const basics = await lookAtDatabase(database, names, new RunningClock(startAt));
        const isComplete = basics.every(({ state }) => state !== 'failed');
        return [
          ...basics,
          ...(redisUrl === undefined ? [await lookAtPostgresQueue(database)] : []),
          ...(isComplete
            ? await lookAt('texts', 'run: welcome-talks migrate', () => lookAtTexts(database))
            : []),
        ];
      } finally {
        await close();
      }
    } finally {
      await server.close();
    }
  });
}

async function examineRedis(redisUrl: string | undefined): Promise<readonly Finding[]> {
  if (redisUrl === undefined) return [];
  return lookAt('queue', 'start Redis or correct REDIS_URL; unset it to run the queues on PostgreSQL', () =>
    lookAtRedisQueue(redisUrl),
  );
}

/** `ok       database    PostgreSQL 18.4 answers` */
function lineOf({ part, state, meaning, cure }: Finding): string {
  const advice = cure === undefined ? '' : `. To do: ${cure}`;
  return `${state.padEnd(8)} ${part.padEnd(11)} ${meaning}${advice}\n`;
}
