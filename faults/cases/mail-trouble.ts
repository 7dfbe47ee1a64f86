import { setTimeout as sleep } from 'node:timers/promises';
import { type Fault, promised } from '../fault.js';
import type { Bench } from '../harness/bench.js';
import { type Installation, secondsUntil } from '../harness/installation.js';
import { book, get, type LoadResult, percentile, post, statuses } from '../harness/load.js';
import { allSent, examine, waitingTimesPass } from '../harness/oracle.js';
import type { SmtpScript } from '../../test/support/scripted-smtp.js';

/** So many bookings while the mail server keeps to a script. */
async function mailsMeet(
  bench: Bench,
  script: SmtpScript,
  count = 20,
): Promise<{ readonly installation: Installation; readonly load: LoadResult }> {
  const installation = await bench.open();
  await installation.startWeb();
  await installation.startWorker();
  installation.far.setScript(script);
  return { installation, load: await book(installation, { count }) };
}

/** Suppressions: addresses that nobody will be written to any more. */
async function givenUp(installation: Installation): Promise<number> {
  const rows = await installation.query(
    `select 1 from notices where state in ('bounced', 'failed', 'dropped')`,
  );
  return rows.length;
}

/** Lets waiting times pass until everything has left. */
async function untilAllLeft(installation: Installation): Promise<void> {
  const seconds = await secondsUntil(async () => {
    await waitingTimesPass(installation);
    await sleep(1_000);
    const left = await installation.query(
      `select 1 from notices where kind = 'invitation' and state <> 'sent'`,
    );
    return left.length === 0;
  }, 75);
  const left = await installation.query(
    `select state, state_reason, count(*) from notices where kind = 'invitation' group by 1, 2`,
  );
  promised(seconds < Infinity, `not all left: ${JSON.stringify(left)}`);
}

export const mailServerAway: Fault = {
  number: 24,
  name: 'mail server away for 45 s',
  promise: 'delay only; at most one connection each 30 s meanwhile; all sent after its return',
  run: async (bench) => {
    const installation = await bench.open();
    await installation.startWeb();
    await installation.startWorker();
    const { mail } = installation.lines;
    mail.isRefusing = true;
    const load = await book(installation, { count: 20 });
    await sleep(15_000);
    const before = installation.far.connections();
    const tries = await installation.query<{ tries: number }>(
      `select sum(attempts)::int as tries from notices`,
    );
    await sleep(30_000);
    const after = await installation.query<{ tries: number }>(
      `select sum(attempts)::int as tries from notices`,
    );
    const probes = (after[0]?.tries ?? 0) - (tries[0]?.tries ?? 0);
    promised(installation.far.connections() === before, 'the server was reached while it was away');
    promised(probes <= 2, `${probes} tries within 30 s`);
    mail.isRefusing = false;
    const began = performance.now();
    await untilAllLeft(installation);
    const seconds = (performance.now() - began) / 1000;
    return `${probes} tries in 30 s; all sent ${seconds.toFixed(0)} s after its return, waiting times skipped; ${await examine(installation, load)}`;
  },
};

export const slowMailServer: Fault = {
  number: 25,
  name: 'mail server takes 2 s for each command',
  promise: 'pages and bookings are as fast as before; all mails leave',
  run: async (bench) => {
    const slowly = async (): Promise<undefined> => {
      await sleep(2_000);
    };
    const installation = await bench.open();
    await installation.startWeb();
    await installation.startWorker();
    const before = await book(installation, { count: 20, clients: 2 });
    installation.far.setScript({ mail: slowly, rcpt: slowly, data: slowly, dot: slowly });
    const load = await book(installation, { count: 20, clients: 2, first: 20 });
    const [fast, slow] = [before, load].map(({ answers }) =>
      percentile(
        answers.map(({ ms }) => ms),
        0.5,
      ),
    );
    await allSent(installation, 90);
    const seen = await examine(installation, { booked: [...before.booked, ...load.booked] });
    return `half of the bookings within ${Math.round(fast ?? 0)} ms before, ${Math.round(slow ?? 0)} ms meanwhile; ${seen}`;
  },
};

export const answersDropped: Fault = {
  number: 26,
  name: 'mail server takes messages and drops every third line before it says so',
  promise: 'everybody has it at least once, at most one copy more for each lost answer',
  run: async (bench) => {
    const met = new Set<string>();
    const { installation, load } = await mailsMeet(bench, {
      dot: ({ recipient }) => {
        if (met.has(recipient)) return undefined;
        met.add(recipient);
        return met.size % 3 === 0 ? 'drop' : undefined;
      },
    });
    await secondsUntil(() => met.size === 20, 60);
    await untilAllLeft(installation);
    return examine(installation, { ...load, copies: 7 });
  },
};

export const greylisting: Fault = {
  number: 27,
  name: 'mail server greylists every recipient',
  promise: 'all delivered at the second try; nobody is given up',
  run: async (bench) => {
    const known = new Set<string>();
    const { installation, load } = await mailsMeet(bench, {
      rcpt: ({ recipient }) => {
        if (known.has(recipient)) return undefined;
        known.add(recipient);
        return '450 4.7.1 greylisted, try again';
      },
    });
    await untilAllLeft(installation);
    promised((await givenUp(installation)) === 0, `${await givenUp(installation)} given up`);
    return `${known.size} asked to come again; ${await examine(installation, load)}`;
  },
};

export const refusedByPolicy: Fault = {
  number: 28,
  name: 'mail server refuses everybody for reasons of policy (550 5.7.1)',
  promise: 'no address is closed; staff see it; the pace goes down',
  run: async (bench) => {
    let asked = 0;
    const { installation, load } = await mailsMeet(bench, {
      rcpt: () => {
        asked += 1;
        return '550 5.7.1 blocked by policy';
      },
    });
    await secondsUntil(() => false, 10);
    const [row] = await installation.query<{ bounced: number; failed: number; limits: number }>(
      `select (select count(*)::int from notices where state = 'bounced') as bounced,
        (select count(*)::int from notices where state = 'failed') as failed, (select count(*)::int from mail_limits) as limits`,
    );
    promised(row?.bounced === 0, `${row?.bounced} addresses count as wrong`);
    promised(row.limits > 0, 'nothing slows down');
    promised(load.lost === 0, 'bookings failed');
    return `${asked} refused, ${row.failed} shown to staff, 0 addresses closed, ${row.limits} limits set`;
  },
};

export const returnedMails: Fault = {
  number: 29,
  name: 'a storm of 300 bounces, each three times',
  promise: 'each counts once; no mail answers them',
  run: async (bench) => {
    const installation = await bench.open({ RETURN_DOMAIN: 'returns.musterland.example' });
    const web = await installation.startWeb();
    await installation.startWorker();
    const senders: string[] = [];
    installation.far.setScript({
      mail: ({ line }) => {
        senders.push(/<(.*?)>/.exec(line)?.[1] ?? '');
        return undefined;
      },
    });
    await book(installation, { count: 30 });
    await allSent(installation);
    const mailsBefore = installation.far.messages.length;
    const began = performance.now();
    const url = `${web.url.replace('localhost', '127.0.0.1')}/api/v1/returned-mail`;
    const answers = await Promise.all(
      Array.from({ length: 10 * senders.length }, (_, index) =>
        returned(url, installation.world.token, senders[index % senders.length] ?? ''),
      ),
    );
    const seconds = (performance.now() - began) / 1000;
    promised(
      answers.every((status) => status < 300),
      `answers: ${[...new Set(answers)].join(', ')}`,
    );
    await secondsUntil(() => false, 5);
    const [row] = await installation.query<{ bounced: number; letters: number }>(
      `select (select count(*)::int from notices where state = 'bounced') as bounced,
        (select count(*)::int from notices where copy_of is not null) as letters`,
    );
    promised(row?.bounced === senders.length, `${row?.bounced} of ${senders.length} notices bounced`);
    promised(row.letters <= senders.length, `${row.letters} letters instead`);
    promised(installation.far.messages.length === mailsBefore, 'mails were sent in answer');
    return `${answers.length} reports on ${senders.length} mails in ${seconds.toFixed(1)} s: ${row.bounced} bounced, ${row.letters} letters instead, no mail`;
  },
};

async function returned(url: string, token: string, recipient: string): Promise<number> {
  const report = [
    'From: MAILER-DAEMON@post.example',
    `To: ${recipient}`,
    'Subject: Undelivered',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary=b',
    '',
    '--b',
    'Content-Type: text/plain',
    '',
    'unknown',
    '--b',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; post.example',
    '',
    'Final-Recipient: rfc822; someone@post.example',
    'Action: failed',
    'Status: 5.1.1',
    '',
    '--b--',
    '',
  ].join('\r\n');
  // as a mail server does that is asked to come again
  for (;;) {
    const status = await handOver(url, token, report);
    if (status !== 503) return status;
    await sleep(500);
  }
}

async function handOver(url: string, token: string, report: string): Promise<number> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'message/rfc822' },
    body: report,
  }).catch(() => undefined);
  return answer?.status ?? 503;
}

export const unknownMailHost: Fault = {
  number: 45,
  name: 'the name of the mail server cannot be resolved',
  promise: 'web is not concerned; mails leave once the name is right',
  run: async (bench) => {
    const installation = await bench.open();
    const web = await installation.startWeb();
    const worker = await installation.startWorker({ SMTP_URL: 'smtp://mail.nowhere.invalid:25' });
    const load = await book(installation, { count: 10 });
    const live = await get(`${web.url.replace('localhost', '127.0.0.1')}/health/live`);
    promised(load.lost === 0 && live.status === 200, statuses(load.answers));
    await sleep(4_000);
    await worker.stop();
    await installation.startWorker();
    await untilAllLeft(installation);
    return `${statuses(load.answers)}; health answered in ${Math.round(live.ms)} ms; ${await examine(installation, load)}`;
  },
};

export const hugeBodies: Fault = {
  number: 54,
  name: 'bodies of 5 MB and broken JSON to the booking address',
  promise: '4xx, no crash, others are served',
  run: async (bench) => {
    const installation = await bench.open();
    const web = await installation.startWeb();
    await installation.startWorker();
    const url = `${web.url.replace('localhost', '127.0.0.1')}/api/v1/talks`;
    const { token } = installation.world;
    const large = JSON.stringify({ householdId: 1, filler: 'x'.repeat(5_000_000) });
    const answers = await Promise.all([
      ...Array.from({ length: 10 }, () => post(url, large, { token })),
      ...Array.from({ length: 10 }, () => post(url, '{"half', { token })),
    ]);
    // a connection that is closed while the body still comes is an answer too
    promised(
      answers.every(({ status }) => status === 0 || (status >= 400 && status < 500)),
      statuses(answers),
    );
    const load = await book(installation, { count: 10 });
    await allSent(installation);
    return `${statuses(answers)}; then ${statuses(load.answers)}; ${await examine(installation, load)}`;
  },
};
