import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { withoutMarks } from './isolated.js';
import { MailBlockRow } from './mail-block.js';
import { styles } from './mail-styles.js';
import { mailText } from './mail-text.js';
import type { MailView, WrittenMail } from './mail-view.js';

/** Writes a mail: subject, text and HTML always together, from one view. */
export function writeMail(view: MailView): WrittenMail {
  const html = `<!doctype html>${renderToString(<MailDocument view={view} />)}`;
  return { subject: view.subject, text: mailText(view), html };
}

function MailDocument({ view }: { readonly view: MailView }): VNode {
  const [first] = view.blocks;
  const lang = first?.lang ?? 'de-CH';
  const direction = first?.direction ?? 'ltr';
  return (
    <html lang={lang} dir={direction}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="format-detection" content="telephone=no,date=no,address=no" />
        <title>{view.subject}</title>
      </head>
      <body style={styles.body}>
        <div lang={lang} dir={direction} style={styles.hidden}>
          {withoutMarks(view.preheader)}
        </div>
        <table role="presentation" width="100%" cellpadding="0" cellspacing="0">
          <tr>
            <td align="center" style={styles.outer}>
              <table role="presentation" width="100%" cellpadding="0" cellspacing="0" style={styles.page}>
                <Head view={view} />
                {view.blocks.map((block, index) => (
                  <MailBlockRow block={block} isFirst={index === 0} />
                ))}
                <Foot view={view} />
              </table>
            </td>
          </tr>
        </table>
      </body>
    </html>
  );
}

function Head({ view }: { readonly view: MailView }): VNode {
  return (
    <tr>
      <td lang="de-CH" dir="ltr" align="left" style={styles.head}>
        <b>{view.officeName}</b>
        {view.germanBelow !== null && ` · ${view.germanBelow}`}
        {view.otherLanguage && (
          <>
            {' · '}
            <a href={view.otherLanguage.url} style={styles.link}>
              {view.otherLanguage.label}
            </a>
          </>
        )}
      </td>
    </tr>
  );
}

function Foot({ view }: { readonly view: MailView }): VNode {
  return (
    <tr>
      <td lang="de-CH" dir="ltr" align="left" style={styles.foot}>
        {view.footer.map((line) => (
          <div dir="ltr">{withoutMarks(line)}</div>
        ))}
      </td>
    </tr>
  );
}
