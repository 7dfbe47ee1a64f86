// pictures of every screen into build/screenshots, and of four of them into docs/pictures for the README
import fs from 'node:fs';
import path from 'node:path';
import {
  ROOT,
  newcomerLink,
  signInInterpreter,
  signInStaff,
  withExampleProduct,
} from './support/example-product.mjs';
import { screensFrom } from './support/screens.mjs';

const FOLDER = path.join(ROOT, 'build/screenshots');
const README_PICTURES = path.join(ROOT, 'docs/pictures');
const LANGUAGES = ['de', 'en', 'sq', 'es', 'tr', 'pt', 'sr', 'fr', 'ru', 'it', 'ar', 'ta'];
const DESKTOP = { width: 1280, height: 860 };
/** Chromium draws no picture of a list that goes on for ever. */
const TALLEST = 6000;
const PHONE = { width: 360, height: 640 };

await withExampleProduct(3190, async (product) => {
  fs.rmSync(FOLDER, { recursive: true, force: true });
  await inWindow(product, DESKTOP, (page) => staffScreens(page, product));
  const link = await newcomerLink(product);
  for (const language of LANGUAGES) {
    await inWindow(product, PHONE, (page) => newcomerScreens(page, link, language));
  }
  await inWindow(product, PHONE, (page) => interpreterScreens(page, product));
});
console.log(`${count(FOLDER)} pictures: ${FOLDER}`);

async function staffScreens(page, product) {
  await signInStaff(page, product);
  await pictureForReadme(page, 'week');
  await runPlan(page, product);
  const start = `${product.address}/office/week`;
  await shoot(page, await screensFrom(page, start, '/office'), { office: DESKTOP, 'office-360': PHONE });
}

/** A finished plan has pages of its own. */
async function runPlan(page, { address }) {
  await page.goto(`${address}/office/plans`);
  await page.locator('main form button').first().click();
  await page.locator('a[href*="/rows/"]').first().waitFor({ timeout: 180_000 });
  await pictureForReadme(page, 'plan');
}

async function newcomerScreens(page, link, language) {
  await page.goto(`${link}?lang=${language}`);
  if (language === 'ar') await pictureForReadme(page, 'appointment');
  const own = new URL(link).pathname;
  const sizes = { [`newcomer-${language}`]: PHONE };
  await shoot(page, await screensFrom(page, `${link}?lang=${language}`, own), sizes);
}

async function interpreterScreens(page, product) {
  await signInInterpreter(page, product);
  await page.goto(`${product.address}/interpreter/requests`);
  await pictureForReadme(page, 'request');
  const screens = await screensFrom(page, page.url(), '/interpreter');
  await shoot(page, screens, { interpreter: PHONE, 'interpreter-1280': DESKTOP });
}

/** Each screen once per folder, in the size of that folder. */
async function shoot(page, screens, sizes) {
  for (const [folder, size] of Object.entries(sizes)) {
    await page.setViewportSize(size);
    fs.mkdirSync(path.join(FOLDER, folder), { recursive: true });
    for (const { name, address } of screens) {
      await page.goto(address);
      const height = await page.evaluate(() => document.documentElement.scrollHeight);
      const clip = { x: 0, y: 0, width: size.width, height: Math.min(height, TALLEST) };
      await page.screenshot({ path: path.join(FOLDER, folder, `${name}.png`), fullPage: true, clip });
    }
  }
}

async function pictureForReadme(page, name) {
  await page.screenshot({ path: path.join(README_PICTURES, `${name}.png`) });
}

async function inWindow({ browser }, viewport, work) {
  const context = await browser.newContext({ viewport, locale: 'de-CH' });
  try {
    await work(await context.newPage());
  } finally {
    await context.close();
  }
}

function count(folder) {
  return fs.readdirSync(folder, { recursive: true }).filter((name) => name.endsWith('.png')).length;
}
