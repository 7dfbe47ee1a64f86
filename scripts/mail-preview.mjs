// every kind of mail in every language on one page: build/mail-preview.html
import fs from 'node:fs';
import path from 'node:path';
import { renderNotice } from '../dist/features/notices/render-notice.js';
import { sampleLanguages, sampleNotices } from '../dist/features/notices/sample-notices.js';
import { I18n } from '../dist/platform/i18n/i18n.js';

const target = path.resolve(import.meta.dirname, '../build/mail-preview.html');
const escaped = (text) => text.replaceAll(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);

const i18n = I18n.load();
const sections = sampleNotices.map((notice) => {
  const { subject, text, html } = renderNotice(notice, sampleLanguages, i18n);
  const language = notice.fallbackReason ?? notice.locale;
  return `<section><h2>${escaped(`${notice.kind} · ${language}`)}</h2><p dir="auto"><b>${escaped(subject)}</b></p>
<iframe title="${escaped(`${notice.kind} ${language}`)}" sandbox srcdoc="${escaped(html)}"></iframe>
<details><summary>Text</summary><pre dir="auto">${escaped(text)}</pre></details></section>`;
});

fs.mkdirSync(path.dirname(target), { recursive: true });
fs.writeFileSync(
  target,
  `<!doctype html><html lang="de"><head><meta charset="utf-8"><title>Alle E-Mails</title><style>
body{font:1rem/1.5 system-ui,sans-serif;margin:1rem}main{display:grid;grid-template-columns:repeat(auto-fill,minmax(24rem,1fr));gap:1rem}
iframe{inline-size:100%;block-size:60rem;border:1px solid #767676}h2{font-size:1rem}pre{white-space:pre-wrap;font-size:.8rem}
</style></head><body><h1>Alle E-Mails (${sections.length})</h1><main>${sections.join('')}</main></body></html>`,
);
console.log(`${sections.length} mails: ${target}`);
