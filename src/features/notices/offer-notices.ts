import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Settings } from '../../platform/config/settings.js';
import type { Tx } from '../../platform/database/database.js';
import { noticePolicies } from './notice-policies.js';
import { TEMPLATE_VERSION } from './template-version.js';
import { onePerVisit } from './visit-reminders.js';

/** What became of an offer in one step. */
export interface OfferChange {
  readonly was: string;
  readonly is: string;
}

interface OfferRow {
  readonly officeId: number;
  readonly interpreterId: number;
  readonly edition: number;
  readonly answerBy: Date;
  readonly policies: Record<string, unknown>;
  /** Talk by which the office's lists show the notice: the first one. */
  readonly talkId: string;
  readonly startsAt: Date;
  /** The request has left, or may have. */
  readonly isTold: boolean;
}

const OFFER = `
select o.office_id as "officeId", o.interpreter_id as "interpreterId", o.edition, o.answer_by as "answerBy", c.policies,
  x.talk_id as "talkId", x.starts_at as "startsAt",
  exists (select from notices n where n.offer_id = o.id and n.kind = 'interpreter-request'
    and (n.state in ('sending', 'sent', 'unknown') or n.attempts > 0)) as "isTold"
from offers o join offices c on c.id = o.office_id
join lateral (select talk_id, starts_at from offer_talks where offer_id = o.id order by starts_at, talk_id limit 1) x on true
where o.id = $1`;

const INSERT = `
insert into notices (id, office_id, kind, talk_id, offer_id, revision, recipient_kind, recipient_id, channel, locale,
  direction, template_version, facts, due_at, expires_at, message_id)
select made.id, $1, $2, $3, $4, $5, 'interpreter', i.id, 'email', l.code, l.direction, $7, $8, $9, $10,
  '<' || made.id || '@' || $11 || '>'
from (select uuidv7() as id) made join interpreters i on i.id = $6 join languages l on l.code = i.locale
on conflict on constraint notices_once_uq do nothing`;

/** Kinds of the one short notice to whoever was asked and is not needed any more. */
const ENDINGS: Readonly<Record<string, string>> = {
  taken: 'interpreter-taken',
  expired: 'interpreter-expired',
  withdrawn: 'interpreter-withdrawn',
};
const FEWER = 'interpreter-request-fewer';
const HOUR_MS = 3_600_000;
/** Whoever has not answered is reminded a day before the deadline, but not when asked just before that. */
const REMIND_BEFORE_MS = 24 * HOUR_MS;
const REST_MS = 6 * HOUR_MS;

/** Writes down what interpreters must be told about offers, in the transaction that makes or ends them. */
@Injectable()
export class OfferNotices {
  constructor(
    private readonly clock: Clock,
    private readonly settings: Settings,
  ) {}

  /** The request itself, and a reminder before its deadline. */
  async afterAsking(tx: Tx, offerId: string): Promise<void> {
    const offer = await this.read(tx, offerId);
    await this.plan(tx, offerId, offer, { kind: 'interpreter-request', expiresAt: offer.answerBy });
    await this.planReminder(tx, offerId, offer);
  }

  /** The one thing that follows from an answer or an end; nothing for whoever ended it or never heard of it. */
  async after(tx: Tx, offerId: string, { was, is }: OfferChange): Promise<void> {
    const offer = await this.read(tx, offerId);
    const ending = was === 'open' ? ENDINGS[is] : undefined;
    if (is === 'accepted') await this.plan(tx, offerId, offer, { kind: 'interpreter-confirmed' });
    else if (is === 'open') await this.planReminder(tx, offerId, offer);
    else if (ending !== undefined && offer.isTold) await this.plan(tx, offerId, offer, { kind: ending });
  }

  /**
   * One reminder a visit instead of one a talk: to be called after talks, visits and their notices were written, with
   * everybody whose visits changed.
   */
  remindOfVisits(tx: Tx, interpreterIds: readonly number[]): Promise<void> {
    return onePerVisit(tx, interpreterIds, this.clock.now());
  }

  /**
   * A request that is still open has fewer talks than before: whoever has it reads what is left of it. A notice that is
   * still to leave says what holds then; one that left makes another edition of the offer.
   */
  async afterShrinking(tx: Tx, offerId: string): Promise<void> {
    if (!(await this.read(tx, offerId)).isTold) return;
    await tx.query(
      `update offers o set edition = edition + 1 where id = $1 and exists (select from notices n
         where n.offer_id = o.id and n.kind = $2 and n.revision = o.edition and (n.state <> 'planned' or n.attempts > 0))`,
      [offerId, FEWER],
    );
    const offer = await this.read(tx, offerId);
    await this.plan(tx, offerId, offer, { kind: FEWER, expiresAt: offer.answerBy });
    await this.planReminder(tx, offerId, offer);
  }

  private async planReminder(tx: Tx, offerId: string, offer: OfferRow): Promise<void> {
    const dueAt = new Date(offer.answerBy.getTime() - REMIND_BEFORE_MS);
    if (dueAt.getTime() < this.clock.now().getTime() + REST_MS) return;
    await this.plan(tx, offerId, offer, {
      kind: 'interpreter-request-reminder',
      dueAt,
      expiresAt: offer.answerBy,
    });
  }

  private async plan(
    tx: Tx,
    offerId: string,
    offer: OfferRow,
    notice: { readonly kind: string; readonly dueAt?: Date; readonly expiresAt?: Date },
  ): Promise<void> {
    const hold = noticePolicies(offer.policies).noticeHoldSeconds * 1000;
    const dueAt = notice.dueAt ?? new Date(this.clock.now().getTime() + hold);
    const lastUseful = new Date(Math.max(offer.startsAt.getTime(), dueAt.getTime() + HOUR_MS));
    await tx.query(INSERT, [
      offer.officeId,
      notice.kind,
      offer.talkId,
      offerId,
      offer.edition,
      offer.interpreterId,
      TEMPLATE_VERSION,
      { startsAt: offer.startsAt.toISOString() },
      dueAt,
      notice.expiresAt ?? lastUseful,
      new URL(this.settings.publicUrl).hostname,
    ]);
  }

  private async read(tx: Tx, offerId: string): Promise<OfferRow> {
    const [offer] = await tx.query<OfferRow[]>(OFFER, [offerId]);
    if (!offer) throw new Error(`No offer ${offerId} to plan notices for`);
    return offer;
  }
}
