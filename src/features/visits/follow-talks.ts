import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Tx } from '../../platform/database/database.js';
import { TalkFollowers, type TalkHappening } from '../talks/index.js';
import { CancellationCosts } from '../tariffs/index.js';
import { AskInterpreter } from './ask-interpreter.js';
import { EndOffers } from './end-offers.js';
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

const CONCERNING: ReadonlySet<TalkHappening['event']> = new Set([
  'booked',
  'moved',
  'cancelled',
  'cancellation-undone',
]);

/** Keeps visits and offers right whenever a talk is booked, moved or cancelled, in the same transaction. */
@Injectable()
export class FollowTalks implements OnModuleInit {
  constructor(
    private readonly followers: TalkFollowers,
    private readonly ending: EndOffers,
    private readonly groups: VisitGroups,
    private readonly ask: AskInterpreter,
    private readonly costs: CancellationCosts,
  ) {}

  onModuleInit(): void {
    this.followers.add((tx, happening) => this.follow(tx, happening));
  }

  private async follow(tx: Tx, { event, officeId, talkId, detail }: TalkHappening): Promise<void> {
    if (!CONCERNING.has(event)) return;
    if (event === 'cancellation-undone') await this.takeBack(tx, talkId);
    const isGivenUp = event === 'moved' || event === 'cancelled';
    const asked = isGivenUp ? await this.giveUp(tx, talkId, { event, by: detail?.['by'] }) : [];
    const before = await this.read(tx, talkId);
    const interpreterIds = [...asked, ...(before.interpreterId === null ? [] : [before.interpreterId])];
    await this.groups.regroup(tx, officeId, { talkIds: [talkId], interpreterIds });
    const talk = await this.read(tx, talkId);
    if (event !== 'cancelled') await this.askFor(tx, officeId, talkId, talk);
  }

  /** Ends what was asked and agreed at the old time. Returns everybody whose visits may change with it. */
  private async giveUp(
    tx: Tx,
    talkId: string,
    { event, by }: { readonly event: 'moved' | 'cancelled'; readonly by: unknown },
  ): Promise<readonly number[]> {
    // whoever calls off themselves is not paid for it
    if (by !== 'interpreter') await this.costs.record(tx, talkId, event);
    return this.ending.run(tx, talkId, event);
  }

  private async takeBack(tx: Tx, talkId: string): Promise<void> {
    await this.ending.takeBack(tx, talkId);
    await this.costs.takeBack(tx, talkId);
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
