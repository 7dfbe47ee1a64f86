import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../platform/database/database.js';
import { Households, type Household } from '../households/index.js';
import type { ActionFacts } from './household-action.js';

/** A household as actions see it. */
export interface ActedOn {
  readonly household: Household;
  readonly facts: ActionFacts;
  /** Why its steps of inviting stand still; null when they go on. */
  readonly suspendedBecause: string | null;
}

/** Reads what decisions on households need. */
@Injectable()
export class ActionFactsReader {
  constructor(
    private readonly database: Database,
    private readonly households: Households,
  ) {}

  /** The household, locked until the transaction ends. Throws `household-not-found`. */
  async lock(tx: Tx, officeId: number, householdId: number): Promise<ActedOn> {
    const [row] = await tx.query<{ isSuspended: boolean; because: string | null }[]>(
      `select ladder_suspended_at is not null as "isSuspended", ladder_suspended_because as because from households
        where office_id = $1 and id = $2 for update`,
      [officeId, householdId],
    );
    const household = await this.households.get(officeId, householdId);
    const facts = { ...factsOf(household), isSuspended: row?.isSuspended ?? false };
    return { household, facts, suspendedBecause: row?.because ?? null };
  }

  /** Those of the ids that the office has; what is said of an address is found out when it is needed. */
  async list(officeId: number, ids: readonly number[]): Promise<(ActionFacts & { readonly id: number })[]> {
    return this.database.query(
      `select h.id, h.state, h.ladder_suspended_at is not null as "isSuspended", h.channel, true as "hasAddress",
              h.accepts_remote_interpreter as "acceptsRemoteInterpreter",
              exists (select from talks t where t.household_id = h.id
                and t.state in ('planned', 'invited', 'confirmed', 'change-requested')) as "hasOpenTalk"
         from households h where h.office_id = $1 and h.id = any ($2) order by h.target_on, h.id`,
      [officeId, ids],
    );
  }
}

function factsOf(household: Household): Omit<ActionFacts, 'isSuspended'> {
  const { state, channel, acceptsRemoteInterpreter, openTalkId, street, postcode, town } = household;
  const hasAddress = street !== '' && postcode !== '' && town !== '';
  return { state, channel, acceptsRemoteInterpreter, hasOpenTalk: openTalkId !== null, hasAddress };
}
