import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { MailLane } from '../../platform/mail/mail-lane.js';
import { LANES, MailLanes } from '../../platform/mail/mail-lanes.js';
import { DeliverNotice } from './deliver-notice.js';
import { DomainLanes } from './limits/domain-lanes.js';
import { type ClaimedNotice, NoticeClaims } from './notice-claims.js';
import { SendingRound, type RoundResult } from './sending-round.js';

/** Sends what is due. Any number of processes may do so at once: the database gives each notice to one of them. */
@Injectable()
export class SendNotices implements OnModuleDestroy {
  private readonly rounds = new Map<SendingRound, Promise<unknown>>();
  private readonly domains = new DomainLanes();
  private stopping = false;

  constructor(
    private readonly claims: NoticeClaims,
    private readonly deliver: DeliverNotice,
    private readonly lanes: MailLanes,
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

  /** Frees what stopped senders left behind, also while a long look is under way. */
  async sweep(): Promise<void> {
    if (!this.stopping) await this.claims.sweep();
  }

  /** Lets what is on its way arrive, and starts nothing new. */
  async onModuleDestroy(): Promise<void> {
    this.stopping = true;
    for (const round of this.rounds.keys()) round.stop();
    await Promise.allSettled(this.rounds.values());
  }

  private async work(round: SendingRound): Promise<void> {
    await this.claims.sweep();
    // most looks find nothing: one question is enough to know; what it finds, others need not wait for
    let tell: (isDue: boolean) => void = () => undefined;
    const isDue = new Promise<boolean>((resolve) => {
      tell = resolve;
    });
    const first = this.sendWhileDue(round, () => {
      tell(true);
    }).finally(() => {
      tell(false);
    });
    const others = Array.from({ length: LANES - 1 }, async () => {
      if (await isDue) await this.sendWhileDue(round);
    });
    await Promise.all([first, ...others]);
  }

  private async sendWhileDue(round: SendingRound, onFound?: () => void): Promise<void> {
    while (!round.isOver && (await this.sendNext(round, onFound)));
  }

  /** Takes a lane first, so that no claimed notice waits for one. False when nothing is due. */
  private sendNext(round: SendingRound, onFound?: () => void): Promise<boolean> {
    return this.lanes.withLane(async (lane) => {
      const next = await this.domains.take(
        (full) => this.claims.next(full),
        (found) => (found.kind === 'claimed' ? found.notice.domain : undefined),
      );
      if (next.kind !== 'none') onFound?.();
      if (next.kind === 'put-aside') round.countPutAside();
      if (next.kind === 'claimed') await this.send(next.notice, lane, round);
      return next.kind !== 'none';
    });
  }

  private async send(notice: ClaimedNotice, lane: MailLane, round: SendingRound): Promise<void> {
    try {
      await this.deliver.run(notice, lane, round);
    } finally {
      this.domains.giveBack(notice.domain);
    }
  }
}
