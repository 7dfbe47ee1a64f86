import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/database.js';
import { Audit } from '../../audit/index.js';
import {
  EmailConsents,
  HouseholdRegister,
  type HouseholdRevision,
  type HouseholdState,
  type NewHousehold,
} from '../../households/index.js';
import type { OfficePolicies } from '../../offices/index.js';
import type { RowWarning } from '../rows/arrival-row.js';
import type { ArrivingHousehold, ArrivingPerson } from '../rows/arriving-household.js';
import { decideHousehold } from './decide-household.js';
import { KnownHouseholds } from './known-households.js';
import { readHouseholds } from './read-households.js';

/** Households compared and written in one go: enough for few statements, few enough for nobody else to wait. */
const BATCH = 250;

export interface ApplyCommand {
  readonly officeId: number;
  readonly policies: OfficePolicies;
  /** Local date of the office. */
  readonly today: string;
  readonly actor: string;
  /** One `ArrivingHousehold` per line. */
  readonly households: Uint8Array;
  /** False: only count. */
  readonly write: boolean;
}

/** What was or would be done; rows but for the two numbers of households. */
export interface Tally {
  created: number;
  updated: number;
  unchanged: number;
  readonly households: { created: number; updated: number };
  /** New households by what the office's policy decides. */
  readonly decided: { open: number; written: number; 'not-invited': number };
  readonly warnings: RowWarning[];
}

/** Brings the households of a file into the office, or only counts what that would do. */
@Injectable()
export class ApplyArrivals {
  constructor(
    private readonly register: HouseholdRegister,
    private readonly audit: Audit,
    private readonly consents: EmailConsents,
  ) {}

  async run(tx: Tx, command: ApplyCommand): Promise<Tally> {
    const tally: Tally = {
      created: 0,
      updated: 0,
      unchanged: 0,
      households: { created: 0, updated: 0 },
      decided: { open: 0, written: 0, 'not-invited': 0 },
      warnings: [],
    };
    for (const batch of readHouseholds(command.households, BATCH))
      await this.apply(tx, command, batch, tally);
    return tally;
  }

  private async apply(
    tx: Tx,
    command: ApplyCommand,
    batch: readonly ArrivingHousehold[],
    tally: Tally,
  ): Promise<void> {
    const known = new KnownHouseholds(await this.register.find(tx, command.officeId, keysOf(batch)));
    const decisions = batch.map((arriving) => decideHousehold(arriving, known, command.policies));
    const creations = decisions.flatMap(({ create }) => create ?? []);
    const revisions = decisions.flatMap(({ revise }) => revise ?? []);
    for (const decision of decisions) {
      tally.created += decision.created;
      tally.updated += decision.updated;
      tally.unchanged += decision.unchanged;
      tally.warnings.push(...decision.warnings);
    }
    for (const { facts } of creations) count(tally.decided, facts.state);
    tally.households.created += creations.length;
    tally.households.updated += revisions.length;
    const newcomers = decisions.flatMap((decision) => decision.newcomers);
    tally.warnings.push(...(await this.namesakes(tx, command.officeId, newcomers)));
    if (command.write) await this.write(tx, command, creations, revisions);
  }

  private async namesakes(
    tx: Tx,
    officeId: number,
    newcomers: readonly ArrivingPerson[],
  ): Promise<RowWarning[]> {
    const strangers = newcomers.flatMap(({ line, key, firstName, lastName, born }) =>
      born === null ? [] : [{ line, personKey: key, firstName, lastName, born }],
    );
    const lines = strangers.length === 0 ? [] : await this.register.linesOfNamesakes(tx, officeId, strangers);
    return lines.map((line) => ({ line, column: null, code: 'possible-duplicate' }));
  }

  private async write(
    tx: Tx,
    command: ApplyCommand,
    creations: readonly NewHousehold[],
    revisions: readonly HouseholdRevision[],
  ): Promise<void> {
    const { officeId, actor } = command;
    const entry = { officeId, actor, subjectKind: 'household' };
    if (creations.length > 0) {
      const at = { officeId, year: command.today.slice(0, 4) };
      const ids = await this.register.create(tx, at, creations);
      await this.audit.recordAll(
        tx,
        ids.map((id) => ({ ...entry, action: 'household-imported', subjectId: id })),
      );
      await this.consents.afterImport(tx, { officeId, actor, ids });
    }
    if (revisions.length > 0) {
      await this.register.revise(tx, officeId, revisions);
      await this.audit.recordAll(
        tx,
        revisions.map(({ id }) => ({ ...entry, action: 'household-import-updated', subjectId: id })),
      );
      await this.consents.afterImport(tx, { officeId, actor, ids: revisions.map(({ id }) => id) });
    }
  }
}

function keysOf(batch: readonly ArrivingHousehold[]): {
  registerKeys: string[];
  registerNumbers: string[];
  personKeys: string[];
} {
  const people = batch.flatMap((household) => household.persons);
  return {
    registerKeys: batch.flatMap(({ number }) => number ?? []),
    registerNumbers: people.flatMap(({ registerNumber }) => registerNumber ?? []),
    personKeys: people.flatMap(({ key, nameKey }) => [key, nameKey]),
  };
}

function count(decided: Tally['decided'], state: HouseholdState): void {
  if (state === 'open' || state === 'written' || state === 'not-invited') decided[state] += 1;
}
