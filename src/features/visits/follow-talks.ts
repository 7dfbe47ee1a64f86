import { Injectable, type OnModuleInit } from '@nestjs/common';
import { withdrawn } from '../../scheduling/index.js';
import type { Tx } from '../../platform/database/database.js';
import { TalkFollowers, type TalkHappening } from '../talks/index.js';
import { AskInterpreter } from './ask-interpreter.js';
import { OfferBooks } from './offer-books.js';
import { OfferSteps } from './offer-steps.js';
import { VisitGroups } from './visit-groups.js';

interface ChangedTalk {
  readonly interpreterId: number | null;
  readonly interpreterState: string | null;
  readonly interpreterMode: string | null;
  readonly siteId: number | null;
  readonly visitId: string | null;
  readonly startsAt: Date;
  readonly tier: number;
}

const CHANGED = `
select t.interpreter_id as "interpreterId", t.interpreter_state as "interpreterState",
  t.interpreter_mode as "interpreterMode", t.site_id as "siteId", t.visit_id as "visitId", t.starts_at as "startsAt",
  coalesce(case when i.is_agency then 3 else l.tier end, 2) as tier
from talks t
left join interpreters i on i.id = t.interpreter_id
left join office_interpreters l on l.office_id = t.office_id and l.interpreter_id = t.interpreter_id
where t.id = $1`;

/** Keeps visits and offers right whenever a talk is booked, moved or cancelled, in the same transaction. */
@Injectable()
export class FollowTalks implements OnModuleInit {
  constructor(
    private readonly followers: TalkFollowers,
    private readonly books: OfferBooks,
    private readonly steps: OfferSteps,
    private readonly groups: VisitGroups,
    private readonly ask: AskInterpreter,
  ) {}

  onModuleInit(): void {
    this.followers.add((tx, happening) => this.follow(tx, happening));
  }

  private async follow(tx: Tx, { event, officeId, talkId }: TalkHappening): Promise<void> {
    if (event !== 'booked' && event !== 'moved' && event !== 'cancelled') return;
    const asked = event === 'booked' ? [] : await this.interpretersOf(tx, talkId);
    if (event !== 'booked') await this.endOffers(tx, officeId, talkId, event);
    const before = await this.read(tx, talkId);
    const interpreterIds = [...asked, ...(before.interpreterId === null ? [] : [before.interpreterId])];
    await this.groups.regroup(tx, officeId, { talkIds: [talkId], interpreterIds });
    const talk = await this.read(tx, talkId);
    if (event !== 'cancelled') await this.askFor(tx, officeId, talkId, talk);
  }

  /** Everybody with an offer for the talk: their visits may change with it. */
  private async interpretersOf(tx: Tx, talkId: string): Promise<number[]> {
    const rows = await tx.query<{ id: number }[]>(
      `select distinct interpreter_id as id from offers join offer_talks on offer_id = offers.id where talk_id = $1`,
      [talkId],
    );
    return rows.map(({ id }) => id);
  }

  private async endOffers(tx: Tx, officeId: number, talkId: string, event: string): Promise<void> {
    if (event === 'moved' && (await this.isSameStay(tx, talkId))) return;
    const book = await this.books.lock(tx, [talkId]);
    await this.steps.saveOffers(tx, book, withdrawn(book, [talkId]));
  }

  /** Only room or caseworker changed: what interpreters were asked, and said, still holds. */
  private async isSameStay(tx: Tx, talkId: string): Promise<boolean> {
    const [rows] = await tx.query<[unknown[], number]>(
      `update offer_talks o set revision = t.revision from talks t, offers f
        where t.id = $1 and o.talk_id = t.id and f.id = o.offer_id and o.revision = t.revision - 1
          and o.starts_at = t.starts_at and o.site_id is not distinct from t.site_id
          and f.interpreter_mode = t.interpreter_mode
          and (o.state = 'open' and t.interpreter_state = 'asked'
            or o.state = 'accepted' and t.interpreter_state = 'confirmed')
          and exists (select from offer_talks n join offers g on g.id = n.offer_id
            where n.talk_id = t.id and g.interpreter_id = t.interpreter_id and n.state in ('open', 'accepted'))
       returning o.talk_id`,
      [talkId],
    );
    return rows.length > 0;
  }

  private async askFor(tx: Tx, officeId: number, talkId: string, talk: ChangedTalk): Promise<void> {
    const { interpreterId, interpreterMode, visitId } = talk;
    if (talk.interpreterState !== 'asked' || interpreterId === null || visitId === null) return;
    if (await this.isAsked(tx, talkId, interpreterId)) return;
    if ((await this.ask.addToWaiting(tx, { visitId, interpreterId, talkId })) !== undefined) return;
    await this.ask.run(tx, {
      officeId,
      interpreterId,
      tier: talk.tier,
      mode: interpreterMode ?? 'onsite',
      siteId: talk.siteId,
      talkIds: [talkId],
      start: talk.startsAt,
    });
  }

  private async isAsked(tx: Tx, talkId: string, interpreterId: number): Promise<boolean> {
    const rows = await tx.query<unknown[]>(
      `select from offer_talks x join offers o on o.id = x.offer_id join talks t on t.id = x.talk_id
        where x.talk_id = $1 and o.interpreter_id = $2 and x.state = 'open' and x.revision = t.revision`,
      [talkId, interpreterId],
    );
    return rows.length > 0;
  }

  private async read(tx: Tx, talkId: string): Promise<ChangedTalk> {
    const [talk] = await tx.query<ChangedTalk[]>(CHANGED, [talkId]);
    if (!talk) throw new Error(`No talk ${talkId} to follow`);
    return talk;
  }
}
