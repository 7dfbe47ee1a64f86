import type { Database } from '../../src/platform/database/database.js';
import type { TestApp } from './app.js';
import { givenUpCost, plannedCost } from './cost-oracle.js';

/** A coming talk and whoever is there for it; minutes since 1970. */
interface StoredTalk {
  readonly id: string;
  readonly interpreterId: number;
  readonly isSure: boolean;
  readonly from: number;
  readonly to: number;
  /** When the interpreter was first asked for it by an offer that still stands. */
  readonly askedAt: number | null;
}

const LONGEST_WAIT = 30;

const TALKS = `
select t.id, t.interpreter_id as "interpreterId", t.interpreter_state = 'confirmed' as "isSure",
  (extract(epoch from t.starts_at) / 60)::int as "from", (extract(epoch from t.starts_at) / 60)::int + t.minutes as "to",
  (select ceil(extract(epoch from min(o.asked_at)) / 60)::int from offers o join offer_talks x on x.offer_id = o.id
    where x.talk_id = t.id and x.state in ('open', 'accepted') and o.interpreter_id = t.interpreter_id) as "askedAt"
from talks t where t.state <> 'cancelled' and t.interpreter_id is not null order by t.starts_at`;

/** Talks that an interpreter has said yes to. */
export async function whatIsAgreed(database: Database): Promise<StoredTalk[]> {
  return (await database.query<StoredTalk>(TALKS)).filter(({ isSure }) => isSure);
}

/** What is written down: planned costs of visits with an interpreter, sorted, and the sum of what was due. */
export async function writtenMoney(database: Database): Promise<{ plans: number[]; due: number }> {
  const plans = await database.query<{ planned: number }>(
    `select planned_rappen as planned from visits v join visit_costs on visit_id = v.id
      where v.state <> 'ended' and v.interpreter_id is not null order by 1`,
  );
  const [sum] = await database.query<{ due: number }>(
    'select coalesce(sum(rappen), 0)::int as due from cancellation_costs',
  );
  return { plans: plans.map(({ planned }) => planned), due: sum?.due ?? 0 };
}

/** What the visits must cost: talks of one interpreter with no wait longer than half an hour, all in one place. */
export async function expectedPlans(database: Database): Promise<number[]> {
  const chains: StoredTalk[][] = [];
  for (const talk of await database.query<StoredTalk>(TALKS)) {
    const chain = chains.find((one) => {
      const last = one.at(-1);
      return last?.interpreterId === talk.interpreterId && talk.from - last.to <= LONGEST_WAIT;
    });
    if (chain) chain.push(talk);
    else chains.push([talk]);
  }
  return chains
    .map((talks) => {
      const asked = talks.flatMap(({ askedAt }) => askedAt ?? []);
      return plannedCost(talks, asked.length === 0 ? null : Math.min(...asked));
    })
    .sort((a, b) => a - b);
}

/** What became due when somebody tried to move or cancel a talk: nothing when it is as it was. */
export async function dueFor(
  test: TestApp,
  { talkId, version, agreed }: { talkId: string; version: number; agreed: readonly StoredTalk[] },
): Promise<number> {
  const given = agreed.find(({ id }) => id === talkId);
  const [now] = await test.database.query<{
    version: number;
    state: string;
    interpreterId: number | null;
    from: number;
  }>(
    `select version, state, interpreter_id as "interpreterId", (extract(epoch from starts_at) / 60)::int as "from"
       from talks where id = $1`,
    [talkId],
  );
  if (!given || !now || now.version === version) return 0;
  const mine = agreed.filter(({ interpreterId }) => interpreterId === given.interpreterId);
  const comesAgain = now.state !== 'cancelled' && now.interpreterId === given.interpreterId;
  const moved = comesAgain ? [{ from: now.from, to: now.from + given.to - given.from }] : [];
  const after = [...mine.filter(({ id }) => id !== talkId), ...moved];
  return givenUpCost(mine, after, Math.ceil(test.clock.now().getTime() / 60_000));
}
