import type { VNode } from 'preact';

/** One thing that happened or will happen, with the exact words of a message when it was one. */
export interface TimelineEntryView {
  readonly key: string;
  /** ISO instant and the same for people. */
  readonly at: string;
  readonly when: string;
  readonly what: string;
  /** Who did it, or how it stands. */
  readonly who: string;
  readonly message: {
    readonly label: string;
    readonly lang: string;
    readonly subject: string;
    readonly text: string;
  } | null;
}

/** What happened, newest first. */
export function Timeline({ entries }: { readonly entries: readonly TimelineEntryView[] }): VNode {
  return (
    <ol class="timeline">
      {entries.map((entry) => (
        <li key={entry.key}>
          <time dateTime={entry.at}>{entry.when}</time>
          <div>
            {entry.what} <span class="below">{entry.who}</span>
            {entry.message && (
              <details>
                <summary>{entry.message.label}</summary>
                <div class="message" lang={entry.message.lang} dir="auto">
                  <p class="message-subject">{entry.message.subject}</p>
                  <p class="message-text">{entry.message.text}</p>
                </div>
              </details>
            )}
          </div>
        </li>
      ))}
    </ol>
  );
}
