import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { Clock } from '../../platform/clock/clock.js';
import { Database, type Tx, violatedConstraint } from '../../platform/database/database.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { Offices } from '../offices/index.js';
import { CarefulChanges, type CarefulOutcome, type Change, type Whose } from './careful-changes.js';
import { ChangedMeanwhile, createIn, removeIn, replaceIn, type SeenRecord, seenIn } from './record-change.js';
import type { RecordScope, SettingsRecord } from './settings-record.js';

/** Of which kind, and who changes it. */
interface OfRecord extends Whose {
  readonly record: SettingsRecord;
}

/** What somebody wants a record to be, starting from the state that `mark` stands for. */
export interface ReplaceCommand extends OfRecord, SeenRecord {
  readonly id: number;
}

/** `changed-meanwhile`: somebody else was faster, nothing is saved. */
export type ChangeOutcome = CarefulOutcome | { readonly kind: 'changed-meanwhile'; readonly now: SeenRecord };

/**
 * Creates, changes and removes records of the settings, with history, and never over somebody else's change.
 * Throws `not-found` for what is not the office's, `name-taken` for a name that another one of the place has, and
 * `email-taken` for the address of another account.
 */
@Injectable()
export class ChangeSettings {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly offices: Offices,
    private readonly careful: CarefulChanges,
  ) {}

  async seen(record: SettingsRecord, officeId: number, id: number): Promise<SeenRecord> {
    const scope = await this.scopeOf(officeId, id);
    return this.database.transaction((tx) => seenIn(tx, record, scope));
  }

  /** All of them or none. */
  async create(command: OfRecord & { readonly values: readonly object[] }): Promise<CarefulOutcome> {
    const { record, values } = command;
    const scope = await this.scopeOf(command.officeId, 0);
    return this.run(command, async (tx) => {
      const changes: Change[] = [];
      for (const one of values) changes.push(await createIn(tx, record, scope, one));
      return changes;
    });
  }

  async replace(command: ReplaceCommand): Promise<ChangeOutcome> {
    const scope = await this.scopeOf(command.officeId, command.id);
    try {
      return await this.run(command, (tx) => replaceIn(tx, command.record, scope, command));
    } catch (error) {
      if (error instanceof ChangedMeanwhile) return { kind: 'changed-meanwhile', now: error.now };
      throw error;
    }
  }

  /** All of them or none. */
  async remove(command: OfRecord & { readonly ids: readonly number[] }): Promise<CarefulOutcome> {
    const scope = await this.scopeOf(command.officeId, 0);
    return this.run(command, async (tx) => {
      const changes: Change[] = [];
      for (const id of command.ids) changes.push(await removeIn(tx, command.record, { ...scope, id }));
      return changes;
    });
  }

  private async run(whose: Whose, work: (tx: Tx) => Promise<readonly Change[]>): Promise<CarefulOutcome> {
    try {
      return await this.careful.run(whose, work);
    } catch (error) {
      if (violatedConstraint(error) === 'staff_users_email_uq')
        throw new DomainError('email-taken', 'conflict');
      if (violatedConstraint(error)?.endsWith('_name_uq')) throw new DomainError('name-taken', 'conflict');
      throw error;
    }
  }

  private async scopeOf(officeId: number, id: number): Promise<RecordScope> {
    const { timeZone } = await this.offices.get(officeId);
    const now = Temporal.Instant.fromEpochMilliseconds(this.clock.now().getTime());
    return { officeId, id, today: now.toZonedDateTimeISO(timeZone).toPlainDate().toString() };
  }
}
