import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../platform/database/database.js';
import { Audit } from '../audit/index.js';
import { type BrokenRule, CASEWORKER, lockResources } from '../talks/index.js';
import { ComingTalks } from './coming-talks.js';
import { DisplacedTalks } from './displaced-talks.js';
import { type BrokenTalks, newlyBroken } from './newly-broken.js';

/** Who changes the settings of which office, and the talks of which they know that the change displaces them. */
export interface Whose {
  readonly officeId: number;
  readonly actor: string;
  readonly approved: readonly string[];
}

/** A booked talk and the rules that it would break. */
export interface TouchedTalk {
  readonly talkId: string;
  readonly rules: readonly BrokenRule[];
}

/** What was changed, for the audit. */
export interface Change {
  readonly action: string;
  readonly subjectKind: string;
  readonly subjectId: number;
  readonly detail: Readonly<Record<string, unknown>>;
}

/** `displaces`: nothing was changed, because booked talks would lose their place and nobody has approved that. */
export type CarefulOutcome =
  { readonly kind: 'done' } | { readonly kind: 'displaces'; readonly talks: readonly TouchedTalk[] };

class Displaces extends Error {
  constructor(readonly talks: BrokenTalks) {
    super('the change displaces talks');
  }
}

/**
 * Changes settings without cancelling anything silently: the change is made, the rules of booking are asked about all
 * coming talks, and when one breaks a rule anew that nobody approved, the change is taken back and the talks are named.
 */
@Injectable()
export class CarefulChanges {
  constructor(
    private readonly database: Database,
    private readonly coming: ComingTalks,
    private readonly displaced: DisplacedTalks,
    private readonly audit: Audit,
  ) {}

  /** @param work makes the change and says what it was; empty: there is nothing to change */
  async run(whose: Whose, work: (tx: Tx) => Promise<readonly Change[]>): Promise<CarefulOutcome> {
    try {
      await this.database.transaction((tx) => this.change(tx, whose, work));
      return { kind: 'done' };
    } catch (error) {
      if (!(error instanceof Displaces)) throw error;
      const talks = [...error.talks].map(([talkId, rules]) => ({ talkId, rules }));
      return { kind: 'displaces', talks };
    }
  }

  private async change(
    tx: Tx,
    { officeId, actor, approved }: Whose,
    work: (tx: Tx) => Promise<readonly Change[]>,
  ): Promise<void> {
    await waitForBookings(tx, officeId);
    const before = await this.coming.broken(tx, officeId);
    const changes = await work(tx);
    if (changes.length === 0) return;
    const broken = await this.coming.broken(tx, officeId);
    const displaced = newlyBroken(before, broken);
    const talkIds = [...displaced.keys()];
    if (talkIds.some((talkId) => !approved.includes(talkId))) throw new Displaces(displaced);
    await this.displaced.note(tx, officeId, { displaced, broken });
    const entries = changes.map((change) => ({
      officeId,
      actor,
      ...change,
      detail: { ...change.detail, talkIds },
    }));
    await this.audit.recordAll(tx, entries);
  }
}

/** Every booking locks its caseworker: with all of them locked no talk of the office is booked meanwhile. */
async function waitForBookings(tx: Tx, officeId: number): Promise<void> {
  const caseworkers = await tx.query<{ id: number }[]>('select id from caseworkers where office_id = $1', [
    officeId,
  ]);
  await lockResources(
    tx,
    caseworkers.map(({ id }) => ({ kind: CASEWORKER, id })),
  );
  await tx.query('select id from offices where id = $1 for no key update', [officeId]);
}
