// every kind of mail in every language on one page: build/mail-preview.html
// usage: npm run mail:preview [-- --pictures <folder>]; pictures are 360 px wide, with a contact sheet per language
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { sampleMails } from '../dist/features/notices/sample-mails.js';
import { I18n } from '../dist/platform/i18n/i18n.js';

const { pictures } = parseArgs({ options: { pictures: { type: 'string' } } }).values;
const escaped = (text) => text.replaceAll(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
const page = (title, style, body) =>
  `<!doctype html><html lang="de"><head><meta charset="utf-8"><title>${escaped(title)}</title><style>
body{font:1rem/1.5 system-ui,sans-serif;margin:1rem}${style}</style></head><body><h1>${escaped(title)}</h1>${body}</body></html>`;

const mails = sampleMails(I18n.load());

function writePreview() {
  const sections = mails.map(
    ({ name, subject, text, html }) =>
      `<section><h2>${escaped(name)}</h2><p dir="auto"><b>${escaped(subject)}</b></p>
<iframe title="${escaped(name)}" sandbox loading="lazy" srcdoc="${escaped(html)}"></iframe>
<details><summary>Text</summary><pre dir="auto">${escaped(text)}</pre></details></section>`,
  );
  const style = `main{display:grid;grid-template-columns:repeat(auto-fill,minmax(24rem,1fr));gap:1rem}
iframe{inline-size:100%;block-size:60rem;border:1px solid #767676}h2{font-size:1rem}pre{white-space:pre-wrap;font-size:.8rem}`;
  const target = path.resolve(import.meta.dirname, '../build/mail-preview.html');
  fs.mkdirSync(path.dirname(target), { recursive: true });
  fs.writeFileSync(
    target,
    page(`Alle E-Mails (${mails.length})`, style, `<main>${sections.join('')}</main>`),
  );
  console.log(`${mails.length} mails: ${target}`);
}

async function takePictures(folder) {
  const { chromium } = await import('playwright-core');
  const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  const window = await browser.newPage({ viewport: { width: 360, height: 700 } });
  fs.mkdirSync(folder, { recursive: true });
  for (const { name, html } of mails) {
    await window.setContent(html);
    await window.screenshot({ path: path.join(folder, fileOf(name)), fullPage: true });
  }
  await window.setViewportSize({ width: 1600, height: 900 });
  for (const locale of new Set(mails.map((mail) => mail.locale))) {
    const sheet = path.resolve(folder, `sheet-${locale}.html`);
    fs.writeFileSync(sheet, sheetOf(locale));
    await window.goto(`file://${sheet}`);
    await window.screenshot({ path: path.join(folder, `sheet-${locale}.png`), fullPage: true });
  }
  await browser.close();
  console.log(`${mails.length} pictures: ${folder}`);
}

function sheetOf(locale) {
  const figures = mails
    .filter((mail) => mail.locale === locale)
    .map(
      ({ name, subject }) =>
        `<figure><figcaption>${escaped(name)}<br><bdi>${escaped(subject)}</bdi></figcaption><img src="${fileOf(name)}" alt="${escaped(name)}"></figure>`,
    );
  const style = `main{display:flex;flex-wrap:wrap;gap:.5rem;align-items:flex-start}
figure{margin:0;inline-size:12rem;font-size:.7rem}img{inline-size:100%;border:1px solid #767676}`;
  return page(locale, style, `<main>${figures.join('')}</main>`);
}

function fileOf(name) {
  return `${name.replaceAll(/[^\w-]+/g, '-')}.png`;
}

writePreview();
if (pictures !== undefined) await takePictures(path.resolve(pictures));
