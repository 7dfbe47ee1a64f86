import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/database.js';
import { type Household, type HouseholdChange, UpdateHousehold } from '../households/index.js';
import type { Job } from '../jobs/index.js';
import { LadderSuspension } from '../notices/index.js';
import type { ActedOn } from './action-facts.js';
import { type HouseholdAction, stateAfter } from './household-action.js';

/** What taking an action back gives back. */
export interface Before {
  readonly state: Household['state'];
  readonly reason: string | null;
  /** Why the steps of inviting stood still; null when they did not. */
  readonly suspendedBecause: string | null;
}

/** Changes one household by the use cases of its page, and takes such changes back. */
@Injectable()
export class HouseholdChanges {
  constructor(
    private readonly update: UpdateHousehold,
    private readonly ladder: LadderSuspension,
  ) {}

  async make(
    tx: Tx,
    job: Job,
    { household }: ActedOn,
    { action, reason }: { readonly action: HouseholdAction; readonly reason: string },
  ): Promise<void> {
    const whose = { officeId: job.officeId, householdId: household.id, actor: job.createdBy };
    if (action === 'suspend') return this.ladder.suspendInside(tx, whose, reason);
    if (action === 'resume') return this.ladder.resumeInside(tx, whose);
    await this.update.inside(tx, { ...whose, version: household.version, change: changeOf(action, reason) });
  }

  async takeBack(
    tx: Tx,
    job: Job,
    { household }: ActedOn,
    { undone, before }: { readonly undone: HouseholdAction; readonly before: Before },
  ): Promise<void> {
    const whose = { officeId: job.officeId, householdId: household.id, actor: job.createdBy };
    if (undone === 'suspend') return this.ladder.resumeInside(tx, whose);
    if (undone === 'resume') return this.ladder.suspendInside(tx, whose, before.suspendedBecause ?? '–');
    const change = changeBack(undone, before);
    await this.update.inside(tx, { ...whose, version: household.version, change });
  }
}

function changeOf(action: HouseholdAction, reason: string): HouseholdChange {
  const state = stateAfter(action);
  if (state !== undefined) return { state: { state, reason } };
  return action === 'letter' ? { channel: 'letter' } : { acceptsRemoteInterpreter: true };
}

function changeBack(undone: HouseholdAction, { state, reason }: Before): HouseholdChange {
  if (undone === 'letter') return { channel: 'email' };
  if (undone === 'remote') return { acceptsRemoteInterpreter: false };
  // a household with a talk is left out by every action that changes the state
  if (state === 'planned' || state === 'done') return {};
  return { state: { state, reason: reason ?? '' } };
}
