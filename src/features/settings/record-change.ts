import { createHash } from 'node:crypto';
import type { Tx } from '../../platform/database/database.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import type { Change } from './careful-changes.js';
import type { RecordScope, SettingsRecord } from './settings-record.js';

/** A record as somebody sees it; `mark` stands for exactly this state. */
export interface SeenRecord {
  readonly values: object;
  readonly mark: string;
}

/** Somebody else changed the record since it was looked at. */
export class ChangedMeanwhile extends Error {
  constructor(readonly now: SeenRecord) {
    super('changed meanwhile');
  }
}

/** Throws `not-found` when the office has no such record. */
export async function seenIn(tx: Tx, record: SettingsRecord, scope: RecordScope): Promise<SeenRecord> {
  const values = await record.load(tx, scope);
  if (!values) throw new DomainError('not-found', 'not-found');
  return { values, mark: markOf(values) };
}

export async function createIn(
  tx: Tx,
  record: SettingsRecord,
  scope: RecordScope,
  values: object,
): Promise<Change> {
  return changeOf(record, await record.create(tx, scope, values), { before: null, after: values });
}

/** Empty when nothing differs. Throws {@link ChangedMeanwhile} when the record is not as `mark` says. */
export async function replaceIn(
  tx: Tx,
  record: SettingsRecord,
  scope: RecordScope,
  { values, mark }: SeenRecord,
): Promise<Change[]> {
  const now = await seenIn(tx, record, scope);
  if (mark !== now.mark) throw new ChangedMeanwhile(now);
  await record.replace(tx, scope, values);
  const after = await seenIn(tx, record, scope);
  if (after.mark === now.mark) return [];
  return [changeOf(record, scope.id, { before: now.values, after: after.values })];
}

/** Throws `not-found` for what is gone already. */
export async function removeIn(tx: Tx, record: SettingsRecord, scope: RecordScope): Promise<Change> {
  const { values } = await seenIn(tx, record, scope);
  await record.remove?.(tx, scope);
  return changeOf(record, scope.id, { before: values, after: null });
}

function markOf(values: object): string {
  return createHash('sha256').update(JSON.stringify(values)).digest('base64url').slice(0, 22);
}

type Versions = Readonly<Record<'before' | 'after', object | null>>;

function changeOf(record: SettingsRecord, subjectId: number, { before, after }: Versions): Change {
  const what = before === null ? 'created' : after === null ? 'removed' : 'changed';
  return {
    action: `${record.kind}-${what}`,
    subjectKind: record.kind,
    subjectId,
    detail: {
      before: withoutPersonal(before, record),
      after: withoutPersonal(after, record),
      personal: record.personal.filter((field) => fieldOf(before, field) !== fieldOf(after, field)),
    },
  };
}

function fieldOf(values: object | null, field: string): string | undefined {
  return JSON.stringify((values as Readonly<Record<string, unknown>> | null)?.[field]);
}

function withoutPersonal(values: object | null, { personal }: SettingsRecord): object | null {
  return values && Object.fromEntries(Object.entries(values).filter(([field]) => !personal.includes(field)));
}
