import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import { LOGGER } from '../../platform/logging/logger.module.js';
import type { MailLane } from '../../platform/mail/mail-lane.js';
import type { MailAnswer } from '../../platform/mail/outgoing-mail.js';
import { ComposeNotice } from './compose-notice.js';
import type { ComposedNotice } from './composed-notice.js';
import { decideDelivery, decideUnwritable, type DeliveryDecision } from './delivery-decision.js';
import { domainSignal, serverSignal } from './limits/mail-limit.js';
import { MailLimits } from './limits/mail-limits.js';
import type { ClaimedNotice } from './notice-claims.js';
import { NoticeLeases } from './notice-leases.js';
import { NoticeOutcomes } from './notice-outcomes.js';
import type { SendingRound } from './sending-round.js';

/** Writes one claimed notice, hands it over and records what became of it, all under its lease. */
@Injectable()
export class DeliverNotice {
  constructor(
    private readonly compose: ComposeNotice,
    private readonly leases: NoticeLeases,
    private readonly outcomes: NoticeOutcomes,
    private readonly limits: MailLimits,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  run(notice: ClaimedNotice, lane: MailLane, round: SendingRound): Promise<void> {
    return this.leases.during(notice, async (lost) => {
      const attempt = { number: notice.attempts, now: notice.now, expiresAt: notice.expiresAt };
      const composed = await this.composed(notice);
      if (!composed) return this.record(notice, decideUnwritable(attempt), { round });
      const { kept, fallbackReason } = composed;
      if (!(await this.outcomes.freeze(notice, kept, fallbackReason))) return;
      const mayComplete = (): Promise<boolean> => this.outcomes.completing(notice);
      const answer = await lane.send(composed.mail, { signal: lost, mayComplete });
      const decision = decideDelivery(answer, attempt);
      await this.record(notice, decision, { round, answer });
      await this.learn(notice, answer, decision.pauseSending);
    });
  }

  /** The common case, all went well and nothing is limited, asks nothing of the database. */
  private async learn(
    { domain, isLimited }: ClaimedNotice,
    answer: MailAnswer,
    isServerInTrouble: boolean,
  ): Promise<void> {
    if (answer.kind === 'accepted' && !isLimited) return;
    await this.limits.learn({
      domain,
      ofDomain: domainSignal(answer),
      ofServer: serverSignal(answer, isServerInTrouble),
      reply: answer.kind === 'no-answer' ? answer.cause : answer.reply,
    });
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
