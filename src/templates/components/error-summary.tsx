import type { VNode } from 'preact';

/** One wrong entry: the id of its field and what to do. */
export interface FieldError {
  readonly field: string;
  readonly text: string;
}

/** What is wrong in a form, on top of the page, each line linked to its field; nothing when all is right. */
export function ErrorSummary(properties: {
  readonly title: string;
  readonly errors: readonly FieldError[];
}): VNode | null {
  if (properties.errors.length === 0) return null;
  return (
    <div class="error-summary" role="alert" aria-labelledby="error-summary-title" tabIndex={-1}>
      <h2 id="error-summary-title">{properties.title}</h2>
      <ul>
        {properties.errors.map((error) => (
          <li key={error.field}>
            <a href={`#${error.field}`}>{error.text}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}
