import type { VNode } from 'preact';
import { LinkList } from '../../components/link-list.js';
import type { Translate } from '../../../platform/i18n/i18n.js';

/** The way back to the appointment, in the same place on every step. */
export function BackLink({ href, t }: { readonly href: string; readonly t: Translate }): VNode {
  return <LinkList links={[{ href: href, label: t('newcomer:layout.back') }]} />;
}

/** Why a form is shown again, with a link to what has to be chosen. */
export function Notice(properties: {
  readonly title: string;
  readonly text: string | null;
  readonly href: string;
}): VNode | null {
  if (properties.text === null) return null;
  return (
    <div class="note warn" role="alert" aria-labelledby="notice">
      <p id="notice">
        <b>{properties.title}</b>
      </p>
      <p>
        <a href={properties.href}>{properties.text}</a>
      </p>
    </div>
  );
}
