import { canBeRestarted, isUnderWay, type Job, type ListedItem } from '../../../features/jobs/index.js';
import type { LetterFile } from '../../../features/notices/index.js';
import { jobPaths } from '../../../templates/pages/office/jobs/job-paths.js';
import type { JobItemView, JobView } from '../../../templates/pages/office/jobs/job-page.js';
import type { JobLineView } from '../../../templates/pages/office/jobs/jobs-page.js';
import { officePaths } from '../../../templates/pages/office/paths.js';
import { planPaths } from '../../../templates/pages/office/plans/plan-paths.js';
import type { OfficeContext } from '../office-context.js';
import { MOST_ITEMS } from './job-details.js';
import { countsOf, jobBadge, progressLine } from './job-words.js';

/** Where the result of a finished job is looked at; undefined when its own page is the result. */
export function resultAddress({ id, kind, state, about }: Job): string | undefined {
  if (state !== 'done') return undefined;
  if (kind === 'matching') return planPaths.plan(id);
  if (kind === 'weights') return planPaths.weightTrial(id);
  return kind === 'import' ? officePaths.savedImport(String(about['importId'])) : undefined;
}

/** The page of one job as it is now. */
export function jobView(
  job: Job,
  {
    items,
    files,
    who,
  }: { readonly items: readonly ListedItem[]; readonly files: readonly LetterFile[]; readonly who: string },
  context: OfficeContext,
): JobView {
  const { t, staff } = context;
  const underWay = isUnderWay(job);
  const href = resultAddress(job);
  return {
    id: job.id,
    title: titleOf(job, context),
    isUnderWay: underWay,
    percent: job.total === 0 ? null : Math.round(((job.done + job.skipped + job.failed) / job.total) * 100),
    status: underWay ? progressLine(job, context) : endLine(job, context),
    notes: [...notesOf(job, context), ordered(job, who, context)],
    actions: actionsOf(job, context),
    next: href === undefined ? afterPrinting(job, context) : { href, label: t('jobs:look') },
    files: files.map(({ number, letters }) => ({
      href: jobPaths.letterFile(job.id, number),
      label: t('jobs:letters.file', { number, count: letters }),
    })),
    items: items.map((item) => itemOf(item, job, context)),
    moreItems: items.length < MOST_ITEMS ? 0 : Math.max(0, job.total - items.length),
    csrfToken: staff.csrfToken,
  };
}

/** Printed letters are noted as posted where the letters are. */
function afterPrinting({ kind, done }: Job, { t }: OfficeContext): JobView['next'] {
  return kind === 'letters' && done > 0
    ? { href: officePaths.letters, label: t('jobs:letters.to-letters') }
    : null;
}

/** A job in the list of all. */
export function jobLine(job: Job, who: string, context: OfficeContext): JobLineView {
  const { format } = context;
  const name = `${titleOf(job, context)}, ${format.numericDate(job.createdAt)} ${format.time(job.createdAt)}`;
  return {
    href: jobPaths.job(job.id),
    name,
    who,
    state: jobBadge(job.state, context),
    figures: countsOf(job, context),
  };
}

/** What the job is, by what it does where a kind does several things. */
function titleOf({ kind, about }: Job, { t }: OfficeContext): string {
  return kind === 'inbox' ? t(`jobs:title.inbox-${String(about['action'])}`) : t(`jobs:title.${kind}`);
}

function endLine(job: Job, context: OfficeContext): string {
  const counts = countsOf(job, context);
  const end = context.t(`jobs:end.${job.state}`);
  return counts === '' ? end : `${end} ${counts}.`;
}

function notesOf(job: Job, { t }: OfficeContext): string[] {
  if (job.isStalled) return [t('jobs:stalled')];
  if (isUnderWay(job)) return job.cancelRequested ? [t(`jobs:stopping.${job.kind}`)] : [];
  if (job.failure !== null) return [t(`jobs:failure.${job.failure}`)];
  return job.kind === 'letters' && job.done > 0 ? [t('jobs:letters.what-next')] : [];
}

function ordered(job: Job, who: string, { t, format }: OfficeContext): string {
  const { createdAt } = job;
  return t('jobs:ordered', { who, day: format.numericDate(createdAt), time: format.time(createdAt) });
}

function actionsOf(job: Job, { t }: OfficeContext): JobView['actions'] {
  if (isUnderWay(job) && !job.cancelRequested) {
    return [{ label: t(`jobs:cancel.${job.kind}`), action: jobPaths.cancel(job.id), fields: [] }];
  }
  const canBeTakenBack = job.kind === 'inbox' && job.about['of'] === undefined && job.done > 0;
  return [
    ...(canBeRestarted(job)
      ? [{ label: t('jobs:restart'), action: jobPaths.restart(job.id), fields: [] }]
      : []),
    ...(canBeTakenBack && !isUnderWay(job)
      ? [{ label: t('jobs:take-back'), action: jobPaths.takeBack(job.id), fields: [] }]
      : []),
  ];
}

function itemOf(
  { householdId, name, state, note }: ListedItem,
  job: Job,
  context: OfficeContext,
): JobItemView {
  return {
    href: officePaths.household(householdId),
    name,
    state: jobBadge(state, context),
    note: note === null ? '' : context.t(`jobs:note.${note}`),
  };
}
