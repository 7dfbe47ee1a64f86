import { Injectable } from '@nestjs/common';
import { nextAsks, released, type NextAsks } from '../../scheduling/index.js';
import { Clock } from '../../platform/clock/clock.js';
import type { Tx } from '../../platform/database/database.js';
import { Offices } from '../offices/index.js';
import { AskWorlds } from './ask-worlds.js';
import { DroppedTalks, type DropOutPeriod } from './dropped-talks.js';
import { OfferSteps } from './offer-steps.js';

/** An interpreter who cannot come in a half-open time; `talkIds` are the talks that somebody saw and approved. */
export interface DropOutCommand extends DropOutPeriod {
  readonly talkIds: readonly string[];
  /** `interpreter:<id>`, `staff:<id>` or `api:<id>`. */
  readonly actor: string;
}

export type DropOutOutcome =
  | { readonly kind: 'done'; readonly talkIds: readonly string[] }
  /** Other talks are concerned than were approved: look again. */
  | { readonly kind: 'changed-meanwhile' };

/** What a drop-out would mean: nobody is told anything new who need not be, because times and places stay. */
export interface DropOutPreview {
  readonly talkIds: readonly string[];
  /** Who would be asked for which talks, and what they would cost in Rappen. */
  readonly asks: readonly {
    readonly interpreterName: string;
    readonly talkIds: readonly string[];
    readonly moneyRappen: number;
  }[];
  /** Nobody could be asked for these: they go to the worklist with other ways. */
  readonly missing: readonly string[];
}

/** An interpreter falls ill or gives visits back: the talks keep their time, others are asked, staff see the rest. */
@Injectable()
export class DropOut {
  constructor(
    private readonly clock: Clock,
    private readonly offices: Offices,
    private readonly dropped: DroppedTalks,
    private readonly steps: OfferSteps,
    private readonly worlds: AskWorlds,
  ) {}

  /** Looks only. */
  async preview(period: DropOutPeriod): Promise<DropOutPreview> {
    const talks = await this.dropped.find(period);
    const talkIds = talks.map(({ id }) => id);
    if (talkIds.length === 0) return { talkIds, asks: [], missing: [] };
    const office = await this.offices.get(period.officeId);
    const who = String(period.interpreterId);
    const candidates = (await this.worlds.candidates(office, talkIds)).filter(
      ({ interpreter }) => interpreter !== who,
    );
    const next: NextAsks = nextAsks(
      {
        talks: talks.map(({ id, revision }) => ({ id, revision, interpreter: null, state: 'asked' })),
        offers: [],
      },
      candidates,
      {
        now: this.clock.now().getTime() / 60_000,
        atOnce: 1,
        askUntil: (id) =>
          (talks.find((talk) => talk.id === id)?.start ?? 0) - office.policies.offerUntilHours * 60,
      },
    );
    const names = await this.dropped.names(next.asks.map(({ interpreter }) => Number(interpreter)));
    return {
      talkIds,
      missing: next.missing,
      asks: next.asks.map(({ interpreter, tier, talks: of }) => ({
        interpreterName: names.get(Number(interpreter)) ?? '',
        talkIds: of,
        moneyRappen:
          candidates.find((one) => one.interpreter === interpreter && one.tier === tier)?.money ?? 0,
      })),
    };
  }

  /** All talks of the time at once; the sweep asks the others right after. */
  run(command: DropOutCommand): Promise<DropOutOutcome> {
    const { officeId, interpreterId, talkIds } = command;
    return this.steps.transaction(async (tx) => {
      const scope = { officeId, talkIds, interpreters: [String(interpreterId)] };
      await this.steps.begin(tx, scope);
      const found = (await this.dropped.find(command, tx)).map(({ id }) => id);
      if (!isSame(found, talkIds)) return { kind: 'changed-meanwhile' };
      await this.giveBack(tx, command, scope);
      return { kind: 'done', talkIds };
    });
  }

  private async giveBack(
    tx: Tx,
    command: DropOutCommand,
    scope: Parameters<OfferSteps['begin']>[1],
  ): Promise<void> {
    await this.dropped.note(tx, command);
    // once more, because talks that were booked directly are among the asked ones now
    const book = await this.steps.begin(tx, scope);
    await this.steps.save(tx, scope, book, released(book, String(command.interpreterId), command.talkIds));
  }
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((id) => b.includes(id));
}
