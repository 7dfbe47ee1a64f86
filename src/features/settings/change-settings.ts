import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { Clock } from '../../platform/clock/clock.js';
import { Database, type Tx, violatedConstraint } from '../../platform/database/database.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { Offices } from '../offices/index.js';
import { VisitCosts } from '../tariffs/index.js';
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

/** What a broken constraint means to whoever filled in a form. */
const CODES: Readonly<Record<string, string>> = {
  staff_users_email_uq: 'email-taken',
  tariffs_code_uq: 'tariff-version-taken',
};

/**
 * Creates, changes and removes records of the settings, with history, and never over somebody else's change.
 * Throws `not-found` for what is not the office's, `name-taken` for a name that another one of the place has,
 * `email-taken` for the address of another account, `tariff-version-taken` for a day from which a version is valid, and
 * `tariff-used` for one by which money was counted.
 */
@Injectable()
export class ChangeSettings {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly offices: Offices,
    private readonly careful: CarefulChanges,
    private readonly costs: VisitCosts,
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

  private async run(
    { record, ...whose }: OfRecord,
    work: (tx: Tx) => Promise<readonly Change[]>,
  ): Promise<CarefulOutcome> {
    try {
      return await this.careful.run(whose, async (tx) => {
        const changes = await work(tx);
        if (record.changesPrices === true && changes.length > 0)
          await this.costs.priceComing(tx, whose.officeId);
        return changes;
      });
    } catch (error) {
      const constraint = violatedConstraint(error) ?? '';
      const code = constraint.endsWith('_name_uq') ? 'name-taken' : CODES[constraint];
      if (code === undefined) throw error;
      throw new DomainError(code, 'conflict');
    }
  }

  private async scopeOf(officeId: number, id: number): Promise<RecordScope> {
    const { timeZone } = await this.offices.get(officeId);
    const now = Temporal.Instant.fromEpochMilliseconds(this.clock.now().getTime());
    return { officeId, id, today: now.toZonedDateTimeISO(timeZone).toPlainDate().toString() };
  }
}
