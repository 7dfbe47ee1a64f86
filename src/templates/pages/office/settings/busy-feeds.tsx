import type { VNode } from 'preact';
import type { Translate } from '../../../../platform/i18n/i18n.js';
import { Badge, type BadgeView } from '../../../components/badge.js';

/** One calendar of an interpreter, as far as staff may know it. */
export interface BusyFeedLine {
  readonly id: number;
  readonly host: string;
  readonly state: BadgeView;
  /** When it was last read; null when it never was. */
  readonly readAt: string | null;
}

/** The calendars in which an interpreter is busy: an old one means that planning does not know enough. */
export function BusyFeedsCard({
  feeds,
  t,
}: {
  readonly feeds: readonly BusyFeedLine[];
  readonly t: Translate;
}): VNode | null {
  if (feeds.length === 0) return null;
  return (
    <section class="card apart">
      <h2>{t('settings:busy.title')}</h2>
      <p>{t('settings:busy.text')}</p>
      <ul>
        {feeds.map(({ id, host, state, readAt }) => (
          <li key={id}>
            {host} <Badge view={state} /> {readAt !== null && <span class="quiet">{readAt}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
