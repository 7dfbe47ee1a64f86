import { inflateSync } from 'node:zlib';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A piece of text, `x` and `end` in points from the left edge. */
interface Piece {
  readonly text: string;
  readonly x: number;
  readonly end: number;
}

/** Wider than between two letters, narrower than a space, in points. */
const GAP = 1.5;

/** The lines of each page as they stand on paper, read from left to right: a right-to-left line begins with its end. */
export async function pdfPages(pdf: Buffer): Promise<string[][]> {
  const document = await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise;
  const pages: string[][] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    const lines: Piece[][] = [[]];
    for (const item of items) {
      if (!('str' in item)) continue;
      const x = Number(item.transform[4]);
      if (item.str.trim() !== '') lines.at(-1)!.push({ text: item.str, x, end: x + item.width });
      if (item.hasEOL) lines.push([]);
    }
    pages.push(lines.map(onPaper).filter((line) => line !== ''));
  }
  return pages;
}

function onPaper(pieces: readonly Piece[]): string {
  const [first, ...others] = [...pieces].sort((a, b) => a.x - b.x);
  let { text = '', end = 0 } = first ?? {};
  for (const piece of others) {
    text += `${piece.x - end > GAP ? ' ' : ''}${piece.text}`;
    end = piece.end;
  }
  return text.replaceAll('\u00a0', ' ').trim();
}

/**
 * What stands in the file for glyphs whose text their font cannot tell (ActualText, ISO 32000-1 14.9.4): copied, searched
 * and read aloud instead of them. pdf.js leaves it out.
 */
export function replacementTexts(pdf: Buffer): string[] {
  const file = pdf.toString('latin1');
  return [...file.matchAll(/\/FlateDecode[^]*?stream\r?\n([^]*?)\r?\nendstream/g)].flatMap(
    ([, stream = '']) =>
      [...inflated(stream).matchAll(/\/ActualText <FEFF([0-9A-F]*)>/g)].map(([, hex = '']) =>
        Buffer.from(hex, 'hex').swap16().toString('utf16le'),
      ),
  );
}

function inflated(stream: string): string {
  try {
    return inflateSync(Buffer.from(stream, 'latin1')).toString('latin1');
  } catch {
    // a font or a picture whose length only looks like the end of a stream
    return '';
  }
}
