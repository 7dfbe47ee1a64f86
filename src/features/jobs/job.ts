/** Long work that has a page. */
export type JobKind = 'matching' | 'weights' | 'import' | 'inbox' | 'letters';

/** Where a job stands; the last three are the end. */
export type JobState = 'waiting' | 'running' | 'done' | 'failed' | 'cancelled';

/** How far a job is. */
export interface JobProgress {
  /** A word of the kind, `searching`; null before the first one. */
  readonly step: string | null;
  /** Pieces of work in all; 0 while nobody knows. */
  readonly total: number;
  readonly done: number;
  readonly failed: number;
  /** Pieces that there was nothing to do for. */
  readonly skipped: number;
  /** Figures of the kind for its page: numbers and ids, no names. */
  readonly facts: Readonly<Record<string, unknown>>;
}

/** One piece of long work and what became of it. */
export interface Job extends JobProgress {
  readonly id: string;
  readonly officeId: number;
  readonly kind: JobKind;
  readonly state: JobState;
  /** What it is about: ids and choices, no names. */
  readonly about: Readonly<Record<string, unknown>>;
  readonly result: Readonly<Record<string, unknown>> | null;
  /** `internal` or `workers-died`; null unless it failed. */
  readonly failure: string | null;
  readonly cancelRequested: boolean;
  /** Its worker has gone silent; another one takes it up by itself. */
  readonly isStalled: boolean;
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly startedAt: Date | null;
  readonly finishedAt: Date | null;
}

/** It waits or is being done. */
export function isUnderWay({ state }: Pick<Job, 'state'>): boolean {
  return state === 'waiting' || state === 'running';
}

/** It ended before all of it was done: what is left can be taken up again. */
export function canBeRestarted({ state }: Pick<Job, 'state'>): boolean {
  return state === 'failed' || state === 'cancelled';
}
