import { Injectable } from '@nestjs/common';
import type { OfferState } from '../../scheduling/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database, type Tx } from '../../platform/database/database.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { Audit } from '../audit/index.js';

/** Why an interpreter declined; never shown to newcomers. */
export type DeclineReason = 'no-time' | 'known-person' | 'other';

/** An offer as far as answering it needs. */
export interface AnsweredOffer {
  readonly id: string;
  readonly officeId: number;
  readonly interpreterId: number;
  readonly mode: string;
  /** By start; talks that were moved or cancelled meanwhile are not part of it any more. */
  readonly talks: readonly { readonly id: string; readonly state: OfferState }[];
}

const OFFER = `
select o.id, o.office_id as "officeId", o.interpreter_id as "interpreterId", o.interpreter_mode as mode,
  (select coalesce(jsonb_agg(jsonb_build_object('id', talk_id, 'state', state) order by starts_at, talk_id), '[]')
     from offer_talks where offer_id = o.id and state not in ('withdrawn', 'released')) as talks
from offers o
where o.id::text = $1 and ($2::int is null or o.interpreter_id = $2) and ($3::int is null or o.office_id = $3)`;

/** An answer that counts. */
export interface GivenAnswer {
  readonly action: 'offer-accepted' | 'offer-declined' | 'offer-reopened';
  readonly actor: string;
  readonly talkIds: readonly string[];
  readonly reason?: DeclineReason | undefined;
}

/** Finds one offer, and writes down who answered it. */
@Injectable()
export class OffersRepository {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  /** Throws `offer-not-found` for an offer of another interpreter or office too. */
  async get(
    offerId: string,
    whose: { readonly interpreterId?: number | undefined; readonly officeId?: number | undefined },
  ): Promise<AnsweredOffer> {
    const [offer] = await this.database.query<AnsweredOffer>(OFFER, [
      offerId.toLowerCase(),
      whose.interpreterId ?? null,
      whose.officeId ?? null,
    ]);
    if (!offer) throw new DomainError('offer-not-found', 'not-found');
    return offer;
  }

  /** Whoever says that they know a person never interprets for that household again. */
  async note(tx: Tx, offer: AnsweredOffer, { action, actor, talkIds, reason }: GivenAnswer): Promise<void> {
    const { id, interpreterId, officeId } = offer;
    await tx.query(
      'update offers set answered_at = $2, answered_by = $3, decline_reason = $4 where id = $1',
      [id, this.clock.now(), actor, reason ?? null],
    );
    if (reason === 'known-person') await this.exclude(tx, interpreterId, talkIds);
    const detail = { interpreterId, talkIds };
    await this.audit.record(tx, { officeId, actor, action, subjectKind: 'offer', subjectId: id, detail });
  }

  private async exclude(tx: Tx, interpreterId: number, talkIds: readonly string[]): Promise<void> {
    await tx.query(
      `insert into interpreter_exclusions (household_id, interpreter_id)
       select household_id, $1 from talks where id = any($2) on conflict do nothing`,
      [interpreterId, talkIds],
    );
  }
}
