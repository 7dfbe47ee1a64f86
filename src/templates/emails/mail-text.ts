import { withoutMarks } from './isolated.js';
import type { MailBlock, MailView } from './mail-view.js';

const LINE_LENGTH = 76;

/** The plain-text part: the same order and words as the HTML (ux.md 3.4). */
export function mailText(view: MailView): string {
  const head = [view.officeName, ...(view.germanBelow === null ? [] : [view.germanBelow])].join(' · ');
  const blocks = view.blocks.flatMap((block, index) => [
    ...(index === 0 ? [] : ['', `---- ${block.languageName} ----`, '']),
    ...blockLines(block),
  ]);
  const other = view.otherLanguage ? ['', `${view.otherLanguage.label}:`, view.otherLanguage.url] : [];
  return `${[head, '', ...blocks, '', '-- ', ...view.footer.map(withoutMarks), ...other].join('\n')}\n`;
}

function blockLines(block: MailBlock): string[] {
  const plain = (text: string): string => (block.direction === 'ltr' ? withoutMarks(text) : text);
  const paragraphs = (texts: readonly string[]): string[] =>
    texts.flatMap((text) => [...wrapped(plain(text)), '']);
  const facts = block.facts.map(({ label, value }) => `• ${label}: ${value}`);
  return [
    plain(block.heading),
    '',
    ...paragraphs([block.greeting, ...block.paragraphs]),
    ...facts.flatMap((fact) => wrapped(plain(fact))),
    '',
    ...paragraphs(block.remarks),
    ...(block.action ? [`${block.action.label}:`, block.action.url, ''] : []),
    ...paragraphs(block.help),
    ...block.small.flatMap((text) => wrapped(plain(text))),
  ];
}

/** A word, or an isolated piece with its spaces: broken in two it would lose its direction. */
const UNIT = /(?:\u2068[^\u2069]*\u2069|[^ \u2068])+/g;

/** Breaks at spaces; a single longer unit stays whole. */
function wrapped(text: string): string[] {
  const lines: string[] = [];
  let line = '';
  for (const [word] of text.matchAll(UNIT)) {
    if (line !== '' && line.length + 1 + word.length > LINE_LENGTH) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}
