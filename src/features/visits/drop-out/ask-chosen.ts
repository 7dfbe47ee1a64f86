import { Injectable } from '@nestjs/common';
import { withOffer, type OfferBook } from '../../../scheduling/index.js';
import type { Tx } from '../../../platform/database/database.js';
import type { Office } from '../../offices/index.js';
import { AskInterpreter } from '../ask-interpreter.js';
import { AskWorlds, BY_PHONE_TIER } from '../ask-worlds.js';
import type { DroppedTalk } from './dropped-talks.js';
import type { ChosenWay } from './way-key.js';

/** A talk and the way that was approved for it. */
export interface ChosenTalk {
  readonly talk: DroppedTalk;
  readonly way: ChosenWay;
}

interface Asking {
  readonly office: Office;
  readonly chosen: readonly ChosenTalk[];
}

/** Asks the interpreters that were chosen, each once for all their talks, as far as the rules still allow it. */
@Injectable()
export class AskChosen {
  constructor(
    private readonly worlds: AskWorlds,
    private readonly ask: AskInterpreter,
  ) {}

  async run(
    tx: Tx,
    start: OfferBook,
    { office, chosen }: Asking,
  ): Promise<{ readonly book: OfferBook; readonly unasked: readonly string[] }> {
    const ids = chosen.map(({ talk }) => talk.id);
    const able = await this.worlds.candidates(office, ids, { tx, byPhone: true });
    let book = start;
    const unasked: string[] = [];
    for (const { interpreterId, mode, talks } of asksOf(chosen)) {
      const one = able.find(
        ({ interpreter, tier }) =>
          interpreter === String(interpreterId) && (tier === BY_PHONE_TIER) === (mode === 'phone'),
      );
      const possible = talks.filter(({ id }) => one?.talks.includes(id));
      unasked.push(...talks.filter((talk) => !possible.includes(talk)).map(({ id }) => id));
      const [first] = possible;
      if (!one || !first) continue;
      const asked = { tier: one.tier, mode, siteId: first.siteId, talkIds: possible.map(({ id }) => id) };
      const began = new Date(first.start * 60_000);
      const offer = await this.ask.run(tx, { officeId: office.id, interpreterId, start: began, ...asked });
      book = withOffer(book, {
        ...offer,
        interpreter: one.interpreter,
        tier: one.tier,
        talks: asked.talkIds,
      });
    }
    return { book, unasked };
  }
}

interface ChosenAsk {
  readonly interpreterId: number;
  readonly mode: 'onsite' | 'phone' | 'video';
  readonly talks: readonly DroppedTalk[];
}

function asksOf(chosen: readonly ChosenTalk[]): readonly ChosenAsk[] {
  const asks = new Map<string, ChosenAsk>();
  for (const { talk, way } of chosen) {
    if (way.kind !== 'ask') continue;
    const { interpreterId, mode } = way;
    const key = `${interpreterId} ${mode}`;
    asks.set(key, { interpreterId, mode, talks: [...(asks.get(key)?.talks ?? []), talk] });
  }
  return [...asks.values()];
}
