import {
  LadderSuspension,
  LetterInstead,
  LetterQueries,
  NoticePlanner,
} from '../../../src/features/notices/index.js';
import { decideDelivery } from '../../../src/features/notices/delivery-decision.js';
import { NoticeClaims, type ClaimedNotice } from '../../../src/features/notices/notice-claims.js';
import { NoticeOutcomes } from '../../../src/features/notices/notice-outcomes.js';
import { Database, type Tx } from '../../../src/platform/database/database.js';
import type { MailAnswer } from '../../../src/platform/mail/outgoing-mail.js';
import type { TestApp } from '../app.js';
import type { SmallWorld } from '../world.js';
import type { History, HistoryEvent } from './history.js';
import type { Random } from './random.js';
import { type Arrival, type FinalNotice, type TalkLog, type Told, type Version } from './told-log.js';

interface ToldHousehold {
  readonly id: number;
  readonly byLetter: boolean;
}

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] extends readonly (infer One)[] ? One[] : T[Key] };

const ACCEPTED: MailAnswer = { kind: 'accepted', code: 250, reply: '250 ok' };
const LATER: MailAnswer = { kind: 'refused', stage: 'recipient', code: 451, reply: '451 4.3.0 later' };
const UNKNOWN_USER: MailAnswer = {
  kind: 'refused',
  stage: 'recipient',
  code: 550,
  reply: '550 5.1.1 unknown',
};
const SILENCE: MailAnswer = { kind: 'no-answer', stage: 'message', cause: 'closed' };

/** Lives a history through the real planner, claims and outcomes; only the far end of SMTP is dice. */
export class Tell {
  private readonly log: Mutable<Omit<Told, 'uncertain' | 'stopped'>> & {
    uncertain: Set<string>;
    stopped: Set<string>;
  } = {
    talks: [],
    arrivals: [],
    notices: [],
    suspensions: [],
    looks: [],
    uncertain: new Set(),
    stopped: new Set(),
  };

  constructor(
    private readonly test: TestApp,
    private readonly world: SmallWorld,
    private readonly households: readonly ToldHousehold[],
    private readonly random: Random,
  ) {}

  async run({ events, looks, until }: History): Promise<Told> {
    const moments = [
      ...events.map((event) => ({ at: event.at, event })),
      ...looks.map((at) => ({ at, event: undefined })),
    ].sort((a, b) => a.at - b.at);
    for (const { at, event } of moments) {
      this.test.clock.moveTo(new Date(at));
      await (event ? this.live(event) : this.look());
    }
    this.test.clock.moveTo(new Date(until + 86_400_000));
    await this.look();
    return { ...this.log, notices: await this.finalNotices() };
  }

  private part<T>(type: new (...parts: never[]) => T): T {
    return this.test.app.get(type, { strict: false });
  }

  private inTransaction(work: (tx: Tx, planner: NoticePlanner) => Promise<void>): Promise<void> {
    return this.test.app.get(Database).transaction((tx) => work(tx, this.part(NoticePlanner)));
  }

  private async live(event: HistoryEvent): Promise<void> {
    const { household, step, at } = event;
    if (step === 'suspend' || step === 'resume') return this.suspend(household, step, at);
    const talk = this.log.talks.findLast((one) => one.household === household);
    const now = talk?.versions.at(-1);
    if (!talk || !now || now.state === 'cancelled') return step === 'book' ? this.book(event) : undefined;
    if (step !== 'book') await this.change(talk, now, event);
  }

  private async book({ at, household, startsAt }: HistoryEvent): Promise<void> {
    const { id, byLetter } = this.households[household]!;
    const { officeId, siteId, roomIds, caseworkerIds, interpreterId } = this.world;
    const hasInterpreter = this.random.chance(0.4);
    const interpreter = hasInterpreter
      ? [interpreterId, 'onsite', 'interpreter']
      : [null, null, 'caseworker'];
    await this.inTransaction(async (tx, planner) => {
      const [talk] = await tx.query<{ id: string }[]>(
        `insert into talks (office_id, household_id, starts_at, minutes, buffer_minutes, site_id, room_id,
           caseworker_id, language, created_by, interpreter_id, interpreter_mode, provision)
         values ($1, $2, $3, 45, 15, $4, $5, $6, 'de', 'staff:1', $7, $8, $9) returning id`,
        [officeId, id, new Date(startsAt), siteId, roomIds[0], caseworkerIds[0], ...interpreter],
      );
      await planner.afterBooking(tx, talk!.id);
      const versions: Version[] = [{ at, revision: 1, state: 'invited', startsAt }];
      this.log.talks.push({ talkId: talk!.id, household, byLetter, hasInterpreter, versions });
    });
  }

  private async change(talk: TalkLog, now: Version, { at, step, startsAt }: HistoryEvent): Promise<void> {
    if (!isPossible(step, now, at)) return;
    const next = versionAfter(now, step, { at, startsAt });
    await this.inTransaction(async (tx, planner) => {
      await tx.query(
        `update talks set state = $2, revision = $3, starts_at = $4, cancelled_by = $5 where id = $1`,
        [
          talk.talkId,
          next.state,
          next.revision,
          new Date(next.startsAt),
          step === 'cancel' ? 'office' : null,
        ],
      );
      if (step === 'confirm') await planner.afterConfirmation(tx, talk.talkId);
      else if (step === 'wish') await planner.afterOtherTimeWish(tx, talk.talkId);
      else if (step === 'cancel') await planner.afterCancellation(tx, talk.talkId);
      else await planner.afterMove(tx, talk.talkId);
    });
    talk.versions.push(next);
  }

  private async suspend(household: number, step: 'suspend' | 'resume', at: number): Promise<void> {
    const open = this.log.suspensions.findIndex(
      (one) => one.household === household && one.until === Infinity,
    );
    const { officeId } = this.world;
    const command = { officeId, householdId: this.households[household]!.id, actor: 'staff:1' };
    if (step === 'suspend') {
      await this.part(LadderSuspension).suspend(command, 'away');
      if (open < 0) this.log.suspensions.push({ household, from: at, until: Infinity });
    } else {
      await this.part(LadderSuspension).resume(command);
      const old = this.log.suspensions[open];
      if (old) this.log.suspensions[open] = { ...old, until: at };
    }
  }

  /** One look of the sender, and by day somebody posts the letters. */
  private async look(): Promise<void> {
    const claims = this.part(NoticeClaims);
    const now = this.test.clock.now();
    this.log.looks.push(now.getTime());
    await claims.sweep();
    for (;;) {
      const next = await claims.next([]);
      if (next.kind === 'none') break;
      if (next.kind === 'claimed') await this.send(next.notice);
    }
    if (now.getUTCHours() >= 8 && now.getUTCHours() < 12) await this.post();
  }

  private async send(notice: ClaimedNotice): Promise<void> {
    const dice = this.random.below(100);
    if (dice < 3) return this.stop(notice);
    const answer = this.answerTo(notice, dice);
    const arrives = answer === ACCEPTED || (answer === SILENCE && this.random.chance(0.5));
    if (answer === SILENCE) this.log.uncertain.add(notice.id);
    if (arrives) await this.arrived([notice.id]);
    const attempt = { number: notice.attempts, now: notice.now, expiresAt: notice.expiresAt };
    const decision = decideDelivery(answer, attempt);
    await this.part(NoticeOutcomes).record(notice, decision, answer);
    if (decision.state !== 'bounced') return;
    const { officeId } = this.world;
    const command = { officeId, noticeId: notice.id, actor: 'system' };
    await this.part(LetterInstead).run(command);
  }

  private answerTo({ recipientKind }: ClaimedNotice, dice: number): MailAnswer {
    if (dice < 8) return LATER;
    if (dice < 12) return SILENCE;
    return dice < 15 && recipientKind === 'household' ? UNKNOWN_USER : ACCEPTED;
  }

  /** The sender dies, before or after the final dot; its lease ends at once. */
  private async stop({ id }: ClaimedNotice): Promise<void> {
    const isAfterDot = this.random.chance(0.5);
    this.log.stopped.add(id);
    if (isAfterDot) {
      this.log.uncertain.add(id);
      await this.arrived([id]);
    }
    await this.test.database.query(
      `update notices set smtp_stage = $2, lease_until = now() - interval '1 second' where id = $1`,
      [id, isAfterDot ? 'message' : null],
    );
  }

  private async post(): Promise<void> {
    const letters = await this.part(LetterQueries).due(this.world.officeId);
    if (letters.length === 0) return;
    const ids = letters.map(({ id }) => id);
    await this.test.database.query(`update notices set state = 'sent', sent_at = $2 where id = any($1)`, [
      ids,
      this.test.clock.now(),
    ]);
    await this.arrived(ids);
  }

  private async arrived(ids: readonly string[]): Promise<void> {
    const rows = await this.test.database.query<Omit<Arrival, 'at' | 'toldStart'> & { toldStart: string }>(
      `select id as "noticeId", talk_id as "talkId", revision, kind, channel, recipient_kind as "recipientKind",
         facts ->> 'startsAt' as "toldStart" from notices where id = any($1)`,
      [ids],
    );
    const at = this.test.clock.now().getTime();
    this.log.arrivals.push(...rows.map((row) => ({ ...row, at, toldStart: Date.parse(row.toldStart) })));
  }

  private finalNotices(): Promise<FinalNotice[]> {
    return this.test.database.query<FinalNotice>(
      `select id, talk_id as "talkId", revision, kind, channel, recipient_kind as "recipientKind", state,
         state_reason as reason, attempts from notices where talk_id is not null`,
    );
  }
}

function isPossible(step: HistoryEvent['step'], { state, startsAt }: Version, at: number): boolean {
  if (startsAt <= at) return false;
  if (step === 'confirm') return state !== 'confirmed';
  return step !== 'wish' || state !== 'change-requested';
}

function versionAfter(
  now: Version,
  step: HistoryEvent['step'],
  { at, startsAt }: Pick<HistoryEvent, 'at' | 'startsAt'>,
): Version {
  if (step === 'confirm') return { ...now, at, state: 'confirmed' };
  if (step === 'wish') return { ...now, at, state: 'change-requested' };
  const revision = now.revision + 1;
  if (step === 'cancel') return { ...now, at, revision, state: 'cancelled' };
  return { at, revision, startsAt, state: step === 'move-itself' ? 'confirmed' : 'invited' };
}
