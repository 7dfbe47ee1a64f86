import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  MoveTalk,
  ReassignTalk,
  type TalkChoice,
  TalkFollowers,
  TalkQueries,
  type TalkView,
} from '../talks/index.js';
import { readWay } from '../visits/index.js';

/** How each talk goes on that somebody saw and approved. */
export interface ReplanCommand {
  readonly officeId: number;
  /** `staff:<id>`. */
  readonly actor: string;
  readonly talks: readonly { readonly talkId: string; readonly version: number; readonly way: string }[];
}

/** What an approval did; `failed` are talks whose way was gone or that somebody changed meanwhile. */
export interface ReplanOutcome {
  readonly reassigned: number;
  readonly moved: number;
  readonly failed: readonly string[];
}

/** Lets talks go on whose caseworker, room or site fell out: one transaction each, and one approval for all. */
@Injectable()
export class ReplanDisplaced implements OnModuleInit {
  constructor(
    private readonly talks: TalkQueries,
    private readonly move: MoveTalk,
    private readonly reassign: ReassignTalk,
    private readonly followers: TalkFollowers,
  ) {}

  /** A talk that keeps its revision is dealt with all the same. */
  onModuleInit(): void {
    this.followers.add(async (tx, { event, talkId }) => {
      if (event === 'reassigned') await tx.query('delete from displaced_talks where talk_id = $1', [talkId]);
    });
  }

  /** Throws `talk-not-found`, and `talk-choice-unreadable` for a key that is none. Doing it twice is once. */
  async run({ officeId, actor, talks }: ReplanCommand): Promise<ReplanOutcome> {
    const failed: string[] = [];
    let reassigned = 0;
    let moved = 0;
    for (const { talkId, version, way } of talks) {
      const chosen = readWay(way);
      if (chosen.kind !== 'slot') continue;
      const talk = await this.talks.byId(officeId, talkId);
      const whose = { officeId, talkId, version, actor };
      const { choice } = chosen;
      const done = onlyCaseworkerDiffers(talk, choice)
        ? await this.reassign.run({ ...whose, caseworkerId: choice.caseworkerId })
        : await this.move.run({ ...whose, choice });
      if (done.kind === 'reassigned') reassigned += 1;
      else if (done.kind === 'moved') moved += 1;
      else failed.push(talkId);
    }
    return { reassigned, moved, failed };
  }
}

function onlyCaseworkerDiffers(talk: TalkView, choice: TalkChoice): boolean {
  return (
    Date.parse(choice.startsAt) === talk.startsAt.getTime() &&
    choice.roomId === talk.roomId &&
    choice.interpreterId === talk.interpreterId &&
    choice.interpreterMode === talk.interpreterMode &&
    choice.language === talk.language &&
    choice.caseworkerId !== talk.caseworkerId
  );
}
