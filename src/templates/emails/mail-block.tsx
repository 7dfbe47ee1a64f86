import type { VNode } from 'preact';
import { blockStyle, sideOf, styles } from './mail-styles.js';
import type { MailBlock, MailFact, MailLink } from './mail-view.js';
import { RichText } from './rich-text.js';

/** The whole message in one language. Only the first block has the button; the others have the address as a link. */
export function MailBlockRow({
  block,
  isFirst,
}: {
  readonly block: MailBlock;
  readonly isFirst: boolean;
}): VNode {
  const side = sideOf(block.direction);
  const Heading = isFirst ? 'h1' : 'h2';
  return (
    <tr>
      <td style={isFirst ? styles.block : styles.nextBlock} align={side} dir={block.direction}>
        <div lang={block.lang} dir={block.direction} style={blockStyle(block.script, block.direction)}>
          <Heading dir={block.direction} style={styles.heading}>
            <RichText text={block.heading} />
          </Heading>
          <Paragraphs block={block} texts={[block.greeting, ...block.paragraphs]} style={styles.paragraph} />
          {block.facts.length > 0 && (
            <div dir={block.direction} style={styles.facts}>
              {block.facts.map((fact) => (
                <Fact fact={fact} direction={block.direction} />
              ))}
            </div>
          )}
          <Paragraphs block={block} texts={block.remarks} style={styles.paragraph} />
          {block.action && <Action action={block.action} asButton={isFirst} direction={block.direction} />}
          <Paragraphs block={block} texts={block.help} style={styles.paragraph} />
          <Paragraphs block={block} texts={block.small} style={styles.small} />
        </div>
      </td>
    </tr>
  );
}

function Paragraphs(properties: {
  readonly block: MailBlock;
  readonly texts: readonly string[];
  readonly style: string;
}): VNode {
  return (
    <>
      {properties.texts.map((text) => (
        <p dir={properties.block.direction} style={properties.style}>
          <RichText text={text} />
        </p>
      ))}
    </>
  );
}

function Fact({ fact, direction }: { readonly fact: MailFact; readonly direction: 'ltr' | 'rtl' }): VNode {
  return (
    <p dir={direction} style={styles.fact}>
      <b>{fact.label}:</b>{' '}
      {fact.isOld ? (
        <s style={styles.old}>
          <RichText text={fact.value} />
        </s>
      ) : (
        <RichText text={fact.value} />
      )}
    </p>
  );
}

function Action(properties: {
  readonly action: MailLink;
  readonly asButton: boolean;
  readonly direction: 'ltr' | 'rtl';
}): VNode {
  const { action, asButton, direction } = properties;
  if (!asButton) {
    return (
      <p dir={direction} style={styles.paragraph}>
        <a href={action.url} style={styles.link}>
          {action.label}
        </a>
      </p>
    );
  }
  return (
    <>
      <table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="margin:0 0 12px 0;">
        <tr>
          <td align="center" dir={direction} style={styles.button}>
            <a href={action.url} style={styles.buttonLink}>
              {action.label}
            </a>
          </td>
        </tr>
      </table>
      <p dir="ltr" style={`${styles.small}direction:ltr;text-align:left;overflow-wrap:anywhere;`}>
        {action.url}
      </p>
    </>
  );
}
