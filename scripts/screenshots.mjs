// writes docs/pictures/week.png for the README: the built product with the example office on a scratch folder
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { chromium } from 'playwright-core';

const ROOT = path.resolve(import.meta.dirname, '..');
const PICTURE = path.join(ROOT, 'docs/pictures/week.png');
/** A fixed week, so that the picture changes only when the page does. */
const NOW = '2027-01-13T08:00:00Z';
const EMAIL = 'koordination@musterland.example';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'welcome-talks-pictures-'));
fs.chmodSync(folder, 0o755);
const product = spawn(process.execPath, [path.join(ROOT, 'dist/main.js')], {
  cwd: ROOT,
  env: { PATH: process.env.PATH, DATA_DIR: folder, PORT: '3190', NOW },
  stdio: ['ignore', 'pipe', 'inherit'],
});
try {
  const { address, password } = await started(product);
  await takePicture(address, password);
  console.log(`${path.relative(ROOT, PICTURE)}: ${Math.round(fs.statSync(PICTURE).size / 1024)} kB`);
} finally {
  product.kill('SIGINT');
  await new Promise((resolve) => product.once('exit', resolve));
  fs.rmSync(folder, { recursive: true, force: true });
}

/** Where the staff's pages are and how to sign in, as the product says when it is ready. */
function started(child) {
  return new Promise((resolve, reject) => {
    let output = '';
    child.once('exit', () => reject(new Error(`The product ended before it was ready:\n${output}`)));
    child.stdout.on('data', (chunk) => {
      output += chunk;
      if (!/^ready/m.test(output)) return;
      const address = /^staff: +(\S+)\/office$/m.exec(output)?.[1];
      resolve({ address, password: /^logins: +password (\S+)$/m.exec(output)?.[1] });
    });
  });
}

async function takePicture(address, password) {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu'],
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 860 }, locale: 'de-CH' });
    await page.goto(`${address}/office/login?next=/office/week`);
    await page.fill('#email', EMAIL);
    await page.fill('#password', password);
    await page.click('form button');
    await page.locator('.week .talk-sent').nth(2).click();
    await page.locator('aside').waitFor();
    await page.evaluate('window.scrollTo(0, 0); document.activeElement?.blur()');
    fs.mkdirSync(path.dirname(PICTURE), { recursive: true });
    await page.screenshot({ path: PICTURE });
  } finally {
    await browser.close();
  }
}
