import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { chromium } from 'playwright-core';

export const ROOT = path.resolve(import.meta.dirname, '../..');

/** A fixed week, so that pictures and figures change only when the product does. */
const NOW = '2027-01-13T08:00:00Z';
const COORDINATOR = 'koordination@musterland.example';

/**
 * Gives `work` the built product with the example office on a scratch folder, and a browser; both end with it.
 * `work` takes `{ address, mailAddress, password, databasePort, folder, browser }`.
 */
export async function withExampleProduct(port, work) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'welcome-talks-example-'));
  fs.chmodSync(folder, 0o755);
  const product = spawn(process.execPath, [path.join(ROOT, 'dist/main.js')], {
    cwd: ROOT,
    env: { PATH: process.env.PATH, DATA_DIR: folder, PORT: String(port), NOW, LOG_LEVEL: 'error' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise((resolve) => product.once('exit', resolve));
  let browser;
  try {
    const addresses = await started(product);
    browser = await chromium.launch({
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-gpu'],
    });
    return await work({ ...addresses, browser, folder });
  } finally {
    await browser?.close();
    product.kill('SIGINT');
    await ended;
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

/** What the product says when it is ready: its addresses and the password of the example's logins. */
function started(child) {
  return new Promise((resolve, reject) => {
    let output = '';
    child.once('exit', () => reject(new Error(`The product ended before it was ready:\n${output}`)));
    child.stdout.on('data', (chunk) => {
      output += chunk;
      if (!/^ready/m.test(output)) return;
      resolve({
        databasePort: Number(/PostgreSQL on port (\d+)/.exec(output)?.[1]),
        address: /^staff: +(\S+)\/office$/m.exec(output)?.[1],
        mailAddress: /^e-mails: +(\S+)$/m.exec(output)?.[1],
        password: /^logins: +password (\S+)$/m.exec(output)?.[1],
      });
    });
  });
}

/** Signs the coordinator in; the page stands on `next`. */
export async function signInStaff(page, { address, password }, next = '/office/week') {
  await page.goto(`${address}/office/login?next=${next}`);
  await page.fill('#email', COORDINATOR);
  await page.fill('#password', password);
  await page.click('form button');
}

/** Signs the interpreter in who was asked for a visit, by the link of that e-mail, as on a phone. */
export async function signInInterpreter(page, product) {
  const request = await mailWhere(product, ({ subject }) => subject?.startsWith('Anfrage Einsatz'));
  await page.goto(/https?:\/\/\S+\/interpreter\/in\/[^\s>]+/.exec(request.text)?.[0] ?? '');
  await page.click('main form button');
}

/** The link of a household that has been invited and may still choose another time. */
export async function newcomerLink(product) {
  const isOpen = async ({ text }) => /\/other"/.test(await (await fetch(linkIn(text))).text());
  const mail = await mailWhere(product, async (mail) => linkIn(mail.text) !== undefined && isOpen(mail));
  return linkIn(mail.text);
}

const linkIn = (text) => /https?:\/\/\S+\/t\/[\w-]+(?=\s)/.exec(text ?? '')?.[0];

/** Messages leave a minute after the example was made. */
async function mailWhere({ mailAddress }, isWanted) {
  for (let tries = 0; tries < 240; tries += 1) {
    const mails = await (await fetch(`${mailAddress}/api`)).json();
    for (const mail of mails) if (await isWanted(mail)) return mail;
    await sleep(500);
  }
  throw new Error('No such mail arrived.');
}
