import type { Job } from '../../../features/jobs/index.js';
import type { BadgeView } from '../../../templates/components/badge.js';
import { money } from '../plans/plan-words.js';
import type { OfficeContext } from '../office-context.js';

const TONES: Readonly<Record<string, readonly [BadgeView['tone'], string]>> = {
  waiting: ['proposed', '…'],
  running: ['proposed', '…'],
  done: ['good', '✓'],
  skipped: ['off', '–'],
  failed: ['bad', '!'],
  cancelled: ['off', '–'],
};

/** State of a job, or of one piece of it. */
export function jobBadge(state: string, { t }: OfficeContext): BadgeView {
  const [tone, symbol] = TONES[state] ?? ['plain', ''];
  return { tone, symbol, text: t(`jobs:state.${state}`) };
}

/** Pieces done, skipped and failed; empty for work in one piece. */
export function countsOf({ kind, total, done, skipped, failed }: Job, { t }: OfficeContext): string {
  if (kind === 'matching' || kind === 'weights' || total === 0) return '';
  return [
    t('jobs:counts.done', { count: done }),
    ...(skipped > 0 ? [t('jobs:counts.skipped', { count: skipped })] : []),
    ...(failed > 0 ? [t('jobs:counts.failed', { count: failed })] : []),
  ].join(' · ');
}

/** How far a job under way is: «Schritt 2 von 3: Termine suchen – 84 %, 312 Haushalte, seit 12 Sekunden». */
export function progressLine(job: Job, context: OfficeContext): string {
  const { t, now } = context;
  const { kind, step, total, failed, facts } = job;
  const isCounted = kind !== 'matching' && kind !== 'weights';
  const worked = job.done + job.skipped + failed;
  const share = total === 0 ? 0 : worked / total;
  const seconds = Math.max(
    0,
    Math.round((now.getTime() - (job.startedAt ?? job.createdAt).getTime()) / 1000),
  );
  const word = job.state === 'waiting' ? 'waiting' : step;
  const far = isCounted ? t('jobs:of', { done: worked, total }) : `${Math.round(share * 100)} %`;
  const { households, costRappen } = facts;
  return [
    `${word === null ? t('jobs:step.begin') : t(`jobs:step.${kind}.${word}`)} – ${far}`,
    ...(typeof households === 'number' ? [t('jobs:households', { count: households })] : []),
    t('jobs:since', { count: seconds }),
    ...remaining(seconds, share, t),
    ...(typeof costRappen === 'number' ? [t('jobs:best', { money: money(costRappen, context) })] : []),
  ].join(', ');
}

/** Told when there is something to go by: from the third second, and not for the last moments. */
function remaining(seconds: number, share: number, t: OfficeContext['t']): string[] {
  if (seconds < 3 || share < 0.05 || share > 0.98) return [];
  return [t('jobs:remaining', { count: Math.ceil((seconds * (1 - share)) / share) })];
}
