import type { VNode } from 'preact';

/** One route: where, what for, and what it takes. */
export interface OperationView {
  readonly method: string;
  readonly path: string;
  readonly summary: string;
  readonly fields: readonly { readonly name: string; readonly place: string; readonly required: boolean }[];
}

/** The API as a page for the people who program against it. */
export interface ApiDocsView {
  readonly title: string;
  readonly version: string;
  readonly description: string;
  readonly operations: readonly OperationView[];
}

/** A list of all routes; the whole truth is the linked OpenAPI document. */
export function ApiDocsPage({ view }: { readonly view: ApiDocsView }): VNode {
  return (
    <html lang="en" dir="ltr">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <title>{`${view.title} API`}</title>
        <link rel="stylesheet" href="/assets/plain.css" />
      </head>
      <body>
        <main>
          <h1>{`${view.title} API, version ${view.version}`}</h1>
          <p>{view.description}</p>
          <p>
            <a href="/api/openapi.json">OpenAPI document</a>
          </p>
          {view.operations.map((operation) => (
            <Operation key={`${operation.method} ${operation.path}`} operation={operation} />
          ))}
        </main>
      </body>
    </html>
  );
}

function Operation({ operation }: { readonly operation: OperationView }): VNode {
  return (
    <section>
      <h2>
        <code>{`${operation.method} ${operation.path}`}</code>
      </h2>
      <p>{operation.summary}</p>
      {operation.fields.length > 0 && (
        <ul>
          {operation.fields.map((field) => (
            <li key={`${field.place} ${field.name}`}>
              <code>{field.name}</code>
              {` (${field.place}${field.required ? ', required' : ''})`}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
