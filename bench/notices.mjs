// invitations from the outbox to the far end of SMTP, in twelve languages, against a bare nodemailer pool with the same bytes
import { setTimeout as sleep } from 'node:timers/promises';
import { createTransport } from 'nodemailer';
import { tsImport } from 'tsx/esm/api';
import { connectDatabase } from '../dist/platform/database/connect-database.js';
import { byTurns } from './support/rounds.mjs';

const MAILS = Number(process.env.MAILS ?? 240);
/** As many as the product has. */
const CONNECTIONS = 5;
const LANGUAGES = ['de', 'en', 'sq', 'es', 'tr', 'pt', 'sr', 'fr', 'ru', 'it', 'ar', 'ta'];
const LONGEST_SECONDS = 120;

/** @returns rows of the table; mails in a second between the first and the last that arrive */
export default async function notices() {
  const { Bench } = await tsImport('../faults/harness/bench.ts', import.meta.url);
  const { book } = await tsImport('../faults/harness/load.ts', import.meta.url);
  const bench = await Bench.start(MAILS);
  try {
    let bytes = [];
    const found = await byTurns(
      async () => {
        const installation = await invitationsWait(bench, book);
        bytes = installation.far.messages;
        const rate = await sentBy(() => startWorker(bench, installation), bytes);
        await bench.clear();
        return rate;
      },
      () => bare([...bytes]),
    );
    return [
      {
        ...{ what: 'invitations in 12 languages', ours: found.ours, unit: 'mails/s' },
        ...{ yardstick: 'nodemailer pool, same bytes', theirs: found.yardstick },
        ...{ ratio: found.ratio, spread: found.spread, goal: 'ratio >= 0.6' },
      },
    ];
  } finally {
    await bench.stop();
  }
}

/** Every household has its talk, and its invitation is due; nobody sends yet. */
async function invitationsWait(bench, book) {
  const installation = await bench.open();
  const web = await installation.startWeb();
  await approve(bench.cluster.url(installation.database), bench.world.officeId);
  await installation.query(
    `update households set letter_language = ($1::text[])[1 + id % cardinality($1::text[])]`,
    [LANGUAGES],
  );
  await book(installation, { count: MAILS });
  await web.stop();
  return installation;
}

async function approve(url, officeId) {
  const { approvedTexts } = await tsImport('../test/support/world.ts', import.meta.url);
  const { database, close } = await connectDatabase(url);
  await approvedTexts(database, officeId, LANGUAGES);
  await close();
}

/** Straight to the database and the far end: no proxy of ours stands between. */
function startWorker({ cluster }, installation) {
  return installation.startWorker({
    DATABASE_URL: cluster.url(installation.database),
    SMTP_URL: installation.far.url,
  });
}

async function sentBy(start, messages) {
  let first;
  await start();
  for (let began = performance.now(); messages.length < MAILS; await sleep(5)) {
    first ??= messages.length > 0 ? { at: performance.now(), count: messages.length } : undefined;
    if (performance.now() - began > LONGEST_SECONDS * 1000)
      throw new Error(`${messages.length} of ${MAILS} invitations arrived in ${LONGEST_SECONDS} s`);
  }
  return { value: ((MAILS - first.count) * 1000) / (performance.now() - first.at) };
}

async function bare(messages) {
  const { startScriptedSmtp } = await tsImport('../test/support/scripted-smtp.ts', import.meta.url);
  const far = await startScriptedSmtp();
  const pool = createTransport({
    url: far.url,
    pool: true,
    maxConnections: CONNECTIONS,
    maxMessages: Infinity,
  });
  const began = performance.now();
  await Promise.all(
    messages.map((raw, index) =>
      pool.sendMail({ envelope: { from: 'amt@musterland.example', to: `person${index}@post.example` }, raw }),
    ),
  );
  const value = (messages.length * 1000) / (performance.now() - began);
  pool.close();
  await far.stop();
  return { value };
}
