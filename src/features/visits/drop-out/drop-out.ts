import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database.js';
import { DroppedTalks, type DropOutPeriod, type DroppedTalk } from './dropped-talks.js';
import { DropOutWays, type DropOutWay } from './drop-out-ways.js';
import { ReplanVisit } from './replan-visit.js';
import { readWay, type ChosenWay } from './way-key.js';

/** An interpreter who cannot come in a half-open time, and how the talks go on that somebody saw and approved. */
export interface DropOutCommand extends DropOutPeriod {
  readonly talkIds: readonly string[];
  /** Key of the way by talk; a talk without one goes on as the office asks by itself. */
  readonly ways?: ReadonlyMap<string, string>;
  /** `interpreter:<id>`, `staff:<id>` or `api:<id>`. */
  readonly actor: string;
}

export type DropOutOutcome =
  /** `failed`: their way was gone meanwhile; others are asked, or staff find them on the worklist. */
  | { readonly kind: 'done'; readonly talkIds: readonly string[]; readonly failed: readonly string[] }
  /** Other talks are concerned than were approved: look again. */
  | { readonly kind: 'changed-meanwhile' };

/** A talk that loses its interpreter, with its ways, the quietest first. */
export interface DropOutRow {
  readonly talk: DroppedTalk;
  readonly ways: readonly DropOutWay[];
}

/** An interpreter falls ill or gives visits back: every talk goes on in the way that was approved. */
@Injectable()
export class DropOut {
  constructor(
    private readonly database: Database,
    private readonly dropped: DroppedTalks,
    private readonly ways: DropOutWays,
    private readonly replan: ReplanVisit,
  ) {}

  /** Looks only: talks by start. Throws `interpreter-unknown` for one that is not on the office's list. */
  async preview(period: DropOutPeriod): Promise<readonly DropOutRow[]> {
    await this.dropped.assertOnList(period);
    const talks = await this.dropped.find(period);
    const rows: DropOutRow[] = [];
    for (const visit of visitsOf(talks)) {
      const ways = await this.ways.of(period.officeId, visit, period.interpreterId);
      rows.push(...visit.map((talk) => ({ talk, ways: ways.get(talk.id) ?? [] })));
    }
    return rows;
  }

  /**
   * One transaction for each visit. Doing it twice is once: what has gone on already is left alone.
   * Throws `interpreter-unknown` like `preview`, and `talk-choice-unreadable` for a key that is none.
   */
  async run(command: DropOutCommand): Promise<DropOutOutcome> {
    const ways = new Map([...(command.ways ?? [])].map(([id, key]) => [id, readWay(key)]));
    await this.dropped.assertOnList(command);
    const talks = await this.dropped.find(command);
    if (talks.some(({ id }) => !command.talkIds.includes(id))) return { kind: 'changed-meanwhile' };
    await this.database.transaction((tx) => this.dropped.note(tx, command));
    const failed: string[] = [];
    for (const visit of visitsOf(talks)) {
      const chosen = visit.map((talk) => ({ talk, way: ways.get(talk.id) ?? LATER }));
      failed.push(...(await this.replan.run(command, chosen)));
    }
    return { kind: 'done', talkIds: talks.map(({ id }) => id), failed };
  }
}

const LATER: ChosenWay = { kind: 'later' };

function visitsOf(talks: readonly DroppedTalk[]): DroppedTalk[][] {
  const visits = new Map<string, DroppedTalk[]>();
  for (const talk of talks) {
    const key = talk.visitId ?? talk.id;
    visits.set(key, [...(visits.get(key) ?? []), talk]);
  }
  return [...visits.values()];
}
