import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/database.js';
import type { TalkHappening } from './talk-happening.js';

/** Does its part of a change of a talk in the transaction of the change, after the talk's row was written. */
export type TalkFollower = (tx: Tx, happening: TalkHappening) => Promise<void>;

/** Who must act whenever a talk changes: features that know talks, which talks need not know. */
@Injectable()
export class TalkFollowers {
  private readonly followers: TalkFollower[] = [];

  /** To be called once, when the application starts. */
  add(follower: TalkFollower): void {
    this.followers.push(follower);
  }

  async tell(tx: Tx, happening: TalkHappening): Promise<void> {
    for (const follower of this.followers) await follower(tx, happening);
  }
}
