import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** The lines of each page as they stand on paper, read from left to right: a right-to-left line begins with its end. */
export async function pdfPages(pdf: Buffer): Promise<string[][]> {
  const document = await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise;
  const pages: string[][] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    const text = items.map((item) => ('str' in item ? `${item.str}${item.hasEOL ? '\n' : ''}` : '')).join('');
    pages.push(text.split('\n').map((line) => line.replaceAll('\u00a0', ' ').trim()));
  }
  return pages;
}
