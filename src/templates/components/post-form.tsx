import type { ComponentChildren, VNode } from 'preact';

/** A form that changes something: it carries the session's token, and the server checks every field. */
export function PostForm(properties: {
  readonly action: string;
  readonly csrfToken: string;
  readonly children: ComponentChildren;
  readonly class?: string;
  /** For forms with a file. */
  readonly multipart?: boolean;
}): VNode {
  return (
    <form
      method="post"
      action={properties.action}
      class={properties.class}
      enctype={properties.multipart === true ? 'multipart/form-data' : undefined}
      noValidate
    >
      <input type="hidden" name="csrf" value={properties.csrfToken} />
      {properties.children}
    </form>
  );
}
