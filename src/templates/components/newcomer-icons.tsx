import type { VNode } from 'preact';

/** The pictures beside the facts of a talk; each stands next to its word, so none has a name of its own. */
const paths = {
  day: (
    <>
      <path d="M3 5h18v16H3zM3 10h18M8 2v6M16 2v6" />
    </>
  ),
  time: (
    <>
      <circle cx="12" cy="12" r="9" />
      <path d="M12 7v5l4 2" />
    </>
  ),
  place: (
    <>
      <path d="M12 22s7-7 7-12a7 7 0 0 0-14 0c0 5 7 12 7 12z" />
      <circle cx="12" cy="10" r="2.5" />
    </>
  ),
  bring: (
    <>
      <path d="M2 5h20v14H2zM14 10h5M14 14h5M5 16c1-2 5-2 6 0" />
      <circle cx="8" cy="11" r="2" />
    </>
  ),
  language: <path d="M3 4h18v12H11l-5 5v-5H3zM7 8h10M7 12h6" />,
} as const;

export type IconName = keyof typeof paths;

export function Icon({ name }: { readonly name: IconName }): VNode {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      {paths[name]}
    </svg>
  );
}
