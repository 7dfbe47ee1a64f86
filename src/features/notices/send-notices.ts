import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { Logger } from 'pino';
import { LOGGER } from '../../platform/logging/logger.module.js';
import type { MailLane } from '../../platform/mail/mail-lane.js';
import { LANES, MailLanes } from '../../platform/mail/mail-lanes.js';
import type { MailAnswer } from '../../platform/mail/outgoing-mail.js';
import { ComposeNotice } from './compose-notice.js';
import type { ComposedNotice } from './composed-notice.js';
import { decideDelivery, decideUnwritable, type DeliveryDecision } from './delivery-decision.js';
import { NoticeClaims, type ClaimedNotice } from './notice-claims.js';
import { NoticeOutcomes } from './notice-outcomes.js';
import { SendingRound, type RoundResult } from './sending-round.js';

/** Sends what is due. Any number of processes may do so at once: the database gives each notice to one of them. */
@Injectable()
export class SendNotices implements OnModuleDestroy {
  private readonly rounds = new Map<SendingRound, Promise<unknown>>();
  private stopping = false;

  constructor(
    private readonly claims: NoticeClaims,
    private readonly compose: ComposeNotice,
    private readonly outcomes: NoticeOutcomes,
    private readonly lanes: MailLanes,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** Looks for due notices until none is left, or until the mail server is in trouble. */
  async run(): Promise<RoundResult> {
    const round = new SendingRound();
    if (this.stopping) return round.result();
    const work = this.work(round);
    this.rounds.set(round, work);
    try {
      await work;
    } finally {
      this.rounds.delete(round);
    }
    return round.result();
  }

  /** Lets what is on its way arrive, and starts nothing new. */
  async onModuleDestroy(): Promise<void> {
    this.stopping = true;
    for (const round of this.rounds.keys()) round.stop();
    await Promise.allSettled(this.rounds.values());
  }

  private async work(round: SendingRound): Promise<void> {
    await this.claims.sweep();
    // most looks find nothing: one question is enough to know
    if (!(await this.sendNext(round))) return;
    await Promise.all(
      Array.from({ length: LANES }, async () => {
        while (!round.isOver && (await this.sendNext(round)));
      }),
    );
  }

  /** Takes a lane first, so that no claimed notice waits for one. False when nothing is due. */
  private sendNext(round: SendingRound): Promise<boolean> {
    return this.lanes.withLane(async (lane) => {
      const next = await this.claims.next();
      if (next.kind === 'put-aside') round.countPutAside();
      if (next.kind === 'claimed') await this.send(next.notice, lane, round);
      return next.kind !== 'none';
    });
  }

  private async send(notice: ClaimedNotice, lane: MailLane, round: SendingRound): Promise<void> {
    const attempt = { number: notice.attempts, now: notice.now, expiresAt: notice.expiresAt };
    const composed = await this.composed(notice);
    if (!composed) return this.record(notice, decideUnwritable(attempt), { round });
    const { kept, fallbackReason } = composed;
    if (!(await this.outcomes.freeze(notice, kept, fallbackReason))) return;
    const answer = await lane.send(composed.mail);
    await this.record(notice, decideDelivery(answer, attempt), { round, answer });
  }

  private async record(
    notice: ClaimedNotice,
    decision: DeliveryDecision,
    { round, answer }: { readonly round: SendingRound; readonly answer?: MailAnswer },
  ): Promise<void> {
    const isOurs = await this.outcomes.record(notice, decision, answer);
    round.count(decision);
    const { state, reason } = decision;
    this.logger.info({ notice: notice.id, kind: notice.kind, state, reason, isOurs }, 'notice attempted');
  }

  /** A notice that cannot be written must not stop the others. */
  private async composed(notice: ClaimedNotice): Promise<ComposedNotice | undefined> {
    try {
      return await this.compose.run(notice);
    } catch (error) {
      this.logger.error({ err: error, notice: notice.id, kind: notice.kind }, 'notice cannot be written');
      return undefined;
    }
  }
}
