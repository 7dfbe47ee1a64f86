import type { VNode } from 'preact';

/** Where a page of a phone leads on, one address below the other. */
export function LinkList(properties: {
  readonly links: readonly { readonly href: string; readonly label: string }[];
}): VNode {
  return (
    <ul class="list">
      {properties.links.map(({ href, label }) => (
        <li key={href}>
          <a href={href}>{label}</a>
        </li>
      ))}
    </ul>
  );
}
