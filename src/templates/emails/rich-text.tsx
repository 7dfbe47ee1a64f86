import type { VNode } from 'preact';
import { piecesOf } from './isolated.js';
import { styles } from './mail-styles.js';

const PHONE = /^\+[\d ]{8,}$/;
/** Times, dates and numbers stay on one line; addresses and long names may break. */
const ONE_LINE_LENGTH = 20;

/** A text with its isolated pieces kept from left to right; mail clients do not know `bdi`. Phone numbers can be tapped. */
export function RichText({ text }: { readonly text: string }): VNode {
  return (
    <>
      {piecesOf(text).map((piece) => {
        if (!piece.isolated) return piece.text;
        const content = PHONE.test(piece.text) ? <PhoneLink number={piece.text} /> : piece.text;
        const wrap = piece.text.length <= ONE_LINE_LENGTH ? 'white-space:nowrap;' : '';
        return (
          <span dir="ltr" style={`direction:ltr;unicode-bidi:isolate;${wrap}`}>
            {content}
          </span>
        );
      })}
    </>
  );
}

function PhoneLink({ number }: { readonly number: string }): VNode {
  return (
    <a href={`tel:${number.replaceAll(' ', '')}`} style={styles.link}>
      {number}
    </a>
  );
}
