import type { ComponentChildren, VNode } from 'preact';

/** The table of a list: its name for those who hear it, a heading for each column, and the rows. */
export function ListTable(properties: {
  /** Left out where a heading names the table already. */
  readonly caption?: string;
  /** Figures below each other in all columns but the first. */
  readonly numbers?: boolean;
  /** Words, or an element where they are not to be seen. */
  readonly columns: readonly ComponentChildren[];
  /** The rows. */
  readonly children: ComponentChildren;
}): VNode {
  const { caption, numbers = false, columns, children } = properties;
  return (
    <table class={numbers ? 'list numbers' : 'list'}>
      {caption !== undefined && <caption class="unseen">{caption}</caption>}
      <thead>
        <tr>
          {columns.map((column, index) => (
            <th key={index} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  );
}
