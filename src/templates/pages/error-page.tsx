import type { VNode } from 'preact';

/** What a reader must know when something did not work. */
export interface ErrorPageView {
  readonly locale: string;
  readonly direction: 'ltr' | 'rtl';
  readonly title: string;
  readonly message: string;
  readonly backLabel: string;
}

/** A plain page that says what happened and where to go on. */
export function ErrorPage({ view }: { readonly view: ErrorPageView }): VNode {
  return (
    <html lang={view.locale} dir={view.direction}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>{view.title}</title>
        <link rel="stylesheet" href="/assets/plain.css" />
      </head>
      <body>
        <main>
          <h1>{view.title}</h1>
          <p>{view.message}</p>
          <p>
            <a href="/">{view.backLabel}</a>
          </p>
        </main>
      </body>
    </html>
  );
}
