import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { LANGUAGES_WITHOUT_PLACE } from './languages-without-place.js';
import { OPEN_ANSWERS } from '../notices/index.js';
import { DisplacedTalks } from '../settings/index.js';
import { AwayInterpreters, UnsureTalks, type AwayInterpreter, type UnsureTalk } from '../visits/index.js';

/** The figures beside the navigation. */
export interface WorklistCounts {
  /** Households that wait for a talk. */
  readonly inbox: number;
  /** Plans that are computed and wait for somebody to review and publish them. */
  readonly plans: number;
  /** Notices that did not arrive, of talks still ahead, and that nobody has sent again. */
  readonly deliveryErrors: number;
  /** Coming talks that nobody interprets yet, and interpreters who do not come: somebody must act on them. */
  readonly unsureTalks: number;
  /** Languages of which households wait because the last plan found no talk for them. */
  readonly languagesWithoutPlace: number;
  /** Coming talks that lost their place when settings changed. */
  readonly displacedTalks: number;
  /** Complaints and refusals that came back. */
  readonly openAnswers: number;
}

/** What somebody must act on so that every talk is interpreted, the nearest first. */
export interface Interpreting {
  readonly unsure: readonly UnsureTalk[];
  readonly away: readonly AwayInterpreter[];
}

/** What waits for somebody in the office, counted over all features. */
@Injectable()
export class WorklistQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly unsure: UnsureTalks,
    private readonly away: AwayInterpreters,
    private readonly displaced: DisplacedTalks,
  ) {}

  async counts(officeId: number): Promise<WorklistCounts> {
    const rows = await this.database.query<Omit<WorklistCounts, 'unsureTalks' | 'displacedTalks'>>(
      `select
         (select count(*)::int from households where office_id = $1 and state = 'open') as inbox,
         (select count(*)::int from plans where office_id = $1 and state = 'ready') as plans,
         (select count(*)::int from notices n join talks t on t.id = n.talk_id
           where n.office_id = $1 and n.state in ('bounced', 'failed', 'unknown', 'dropped') and t.starts_at > $2
             and n.state_reason is distinct from 'too-late'
             and not exists (select from notices again where again.copy_of = n.id)) as "deliveryErrors",
         (select count(*)::int from (${LANGUAGES_WITHOUT_PLACE}) waiting) as "languagesWithoutPlace",
         (select count(*)::int from (${OPEN_ANSWERS}) answers) as "openAnswers"`,
      [officeId, this.clock.now()],
    );
    const { unsure, away } = await this.interpreting(officeId);
    const displaced = await this.displaced.list(officeId);
    return {
      ...(rows[0] ?? { inbox: 0, plans: 0, deliveryErrors: 0, languagesWithoutPlace: 0, openAnswers: 0 }),
      unsureTalks: unsure.length + away.length,
      displacedTalks: displaced.length,
    };
  }

  /** Talks that nobody interprets yet, and interpreters who do not come. */
  async interpreting(officeId: number): Promise<Interpreting> {
    return {
      unsure: await this.unsure.forStaff(officeId),
      away: await this.away.forStaff(officeId),
    };
  }
}
