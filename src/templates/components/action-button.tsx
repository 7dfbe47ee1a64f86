import type { VNode } from 'preact';
import { PostForm } from './post-form.js';

/** One button of a form that changes something at once. */
export interface ActionView {
  readonly label: string;
  readonly action: string;
  readonly fields: readonly (readonly [name: string, value: string])[];
}

/** A form of one button. */
export function ActionButton(properties: {
  readonly view: ActionView;
  readonly csrfToken: string;
  readonly small?: boolean;
}): VNode {
  const { view, csrfToken, small } = properties;
  return (
    <PostForm action={view.action} csrfToken={csrfToken}>
      {view.fields.map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <button type="submit" class={small === true ? 'button button-small' : 'button'}>
        {view.label}
      </button>
    </PostForm>
  );
}
