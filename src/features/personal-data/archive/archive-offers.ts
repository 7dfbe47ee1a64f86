import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock.js';
import { Database, type Tx } from '../../../platform/database/database.js';
import { DomainError } from '../../../platform/errors/domain-error.js';
import { Audit } from '../../audit/index.js';
import { Offices } from '../../offices/index.js';
import { TO_OFFER } from '../due-households.sql.js';
import { ExportHousehold, type HouseholdExport } from '../export-household.js';
import { type ArchivePackage, archivePackage } from './archive-package.js';

/** What the archive does with an offer: takes it over, or has no use for it. */
export type ArchiveAnswer = 'taken' | 'declined';

/** An offer as it stands; without an answer the households wait. */
export interface ArchiveOffer {
  readonly id: number;
  readonly offeredAt: Date;
  readonly entries: number;
  readonly answer: ArchiveAnswer | null;
  readonly answeredAt: Date | null;
  readonly note: string;
}

/** Households of one offer; more stand in the next. */
const MOST = 500;

/** Offers to the archive what is due for destruction, and notes what it answers: only then may it go. */
@Injectable()
export class ArchiveOffers {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly offices: Offices,
    private readonly exports: ExportHousehold,
  ) {}

  /** Makes the next offer, of at most {@link MOST} households; undefined when nothing waits for one. */
  async make(officeId: number, actor: string): Promise<ArchivePackage | undefined> {
    const { slug, policies } = await this.offices.get(officeId);
    return this.database.snapshot(async (tx) => {
      const due = await tx.query<{ id: number; reference: string }[]>(
        `select h.id, h.reference ${TO_OFFER} order by h.id limit ${MOST} for update of h`,
        [officeId, this.clock.now()],
      );
      if (due.length === 0) return undefined;
      const households: HouseholdExport[] = [];
      for (const household of due) households.push(await this.exports.inside(tx, household));
      const offerId = await this.save(tx, { officeId, actor, ids: due.map(({ id }) => id) });
      const made = archivePackage(
        { office: slug, offerId, offeredAt: this.clock.now(), keptMonths: policies.householdMonths },
        households,
      );
      await tx.query('update archive_offers set manifest_sha256 = $2 where id = $1', [
        offerId,
        made.manifestSha256,
      ]);
      return made;
    });
  }

  /** Throws `archive-offer-not-open` when there is none without an answer. */
  async answer(
    officeId: number,
    offerId: number,
    given: { readonly answer: ArchiveAnswer; readonly note: string; readonly actor: string },
  ): Promise<void> {
    await this.database.transaction(async (tx) => {
      const answered = await tx.query<unknown[]>(
        `with answered as (update archive_offers set answer = $3, note = $4, answered_by = $5, answered_at = $6
           where id = $2 and office_id = $1 and answer is null returning id) select id from answered`,
        [officeId, offerId, given.answer, given.note, given.actor, this.clock.now()],
      );
      if (answered.length === 0) throw new DomainError('archive-offer-not-open', 'not-found');
      await this.record(tx, { officeId, actor: given.actor, offerId, action: 'archive-answered' });
    });
  }

  /** The newest first. */
  list(officeId: number): Promise<ArchiveOffer[]> {
    return this.database.query<ArchiveOffer>(
      `select id, offered_at as "offeredAt", entries, answer, answered_at as "answeredAt", note
         from archive_offers where office_id = $1 order by id desc`,
      [officeId],
    );
  }

  private async save(
    tx: Tx,
    { officeId, actor, ids }: { readonly officeId: number; readonly actor: string; readonly ids: number[] },
  ): Promise<number> {
    const [offer] = await tx.query<{ id: number }[]>(
      `insert into archive_offers (office_id, class, offered_at, offered_by, entries, manifest_sha256)
       values ($1, 'households', $2, $3, $4, '') returning id`,
      [officeId, this.clock.now(), actor, ids.length],
    );
    const offerId = offer?.id ?? 0;
    await tx.query(
      `insert into archive_offer_households (offer_id, office_id, household_id) select $1, $2, unnest($3::int[])`,
      [offerId, officeId, ids],
    );
    await this.record(tx, { officeId, actor, offerId, action: 'archive-offered' });
    return offerId;
  }

  private record(
    tx: Tx,
    { offerId, ...entry }: { readonly officeId: number; actor: string; offerId: number; action: string },
  ): Promise<void> {
    return this.audit.record(tx, { ...entry, subjectKind: 'archive-offer', subjectId: offerId });
  }
}
