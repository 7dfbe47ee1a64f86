const ISOLATE = /\u2068([^\u2068\u2069]*)\u2069/;

/** A piece of a text; `isolated` ones (numbers, names, addresses) read from left to right. */
export interface TextPiece {
  readonly text: string;
  readonly isolated: boolean;
}

/** Splits a text at its U+2068 … U+2069 marks. */
export function piecesOf(text: string): TextPiece[] {
  return text
    .split(ISOLATE)
    .map((piece, index) => ({ text: piece, isolated: index % 2 === 1 }))
    .filter((piece) => piece.text !== '');
}

/** Left-to-right text needs no marks, and old phones show boxes for them. */
export function withoutMarks(text: string): string {
  return text.replaceAll(/[\u2068\u2069]/g, '');
}
