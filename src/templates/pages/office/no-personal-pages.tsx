import type { VNode } from 'preact';

/** What a role without personal pages sees after signing in. */
export function NoPersonalPages({ title, text }: { readonly title: string; readonly text: string }): VNode {
  return (
    <>
      <h1>{title}</h1>
      <p class="empty">{text}</p>
    </>
  );
}
