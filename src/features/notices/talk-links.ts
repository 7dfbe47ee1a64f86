import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/database.js';
import { Links } from '../links/index.js';

const LIFE_AFTER_TALK_MS = 24 * 3_600_000;

interface LinkedTalk {
  readonly talkId: string;
  readonly householdId: number;
  readonly revision: number;
  readonly endsAt: Date;
}

const TALK_SQL = `
select id as "talkId", household_id as "householdId", revision,
  starts_at + make_interval(mins => minutes) as "endsAt" from talks where id = $1`;

/** The link of the present revision of a talk; it opens until a day after the talk. */
@Injectable()
export class TalkLinks {
  constructor(private readonly links: Links) {}

  /** Makes it unless it is there; `withCode` adds the code of a letter to one that is there without. */
  async make(
    tx: Tx,
    { talkId, householdId, revision, endsAt }: LinkedTalk,
    withCode: boolean,
  ): Promise<void> {
    const expiresAt = new Date(endsAt.getTime() + LIFE_AFTER_TALK_MS);
    await this.links.create(tx, { purpose: 'talk', talkId, householdId, revision, expiresAt, withCode });
  }

  /** So that a letter can be written about the talk. */
  async onPaper(tx: Tx, talkId: string): Promise<void> {
    const [talk] = await tx.query<LinkedTalk[]>(TALK_SQL, [talkId]);
    if (!talk) throw new Error(`No talk ${talkId} to write a letter about`);
    await this.make(tx, talk, true);
  }
}
