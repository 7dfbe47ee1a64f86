import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';

/**
 * Households of one language that cannot be invited: the last published plan found no talk for them in which they would
 * be understood, and they still wait.
 */
interface LanguageWithoutPlace {
  /** Their first talk language. */
  readonly language: string;
  readonly households: number;
  /** Talks that the same plan booked for this language. */
  readonly booked: number;
  /** The earliest local date by which one of them should have had the talk. */
  readonly targetOn: string;
  readonly planId: string;
  readonly publishedAt: Date;
}

/** By office $1. Nobody is invited without a booked talk, so what a plan leaves over is what capacity does not reach. */
export const LANGUAGES_WITHOUT_PLACE = `
select l.language, count(*)::int as households, min(h.target_on)::text as "targetOn", plan.id as "planId",
  plan.published_at as "publishedAt",
  (select count(*)::int from plan_rows r join household_languages x on x.household_id = r.household_id and x.rank = 1
    where r.plan_id = plan.id and r.state = 'published' and x.language = l.language) as booked
from (select id, published_at from plans where office_id = $1 and state = 'published'
  order by published_at desc limit 1) plan
join plan_gaps g on g.plan_id = plan.id and g.announced is null
join households h on h.id = g.household_id and h.state = 'open'
join household_languages l on l.household_id = h.id and l.rank = 1
group by l.language, plan.id, plan.published_at`;

/** Invitations that wait for more interpreters, caseworkers or rooms. */
@Injectable()
export class LanguagesWithoutPlace {
  constructor(private readonly database: Database) {}

  /** The language with most waiting households first. */
  list(officeId: number): Promise<LanguageWithoutPlace[]> {
    return this.database.query<LanguageWithoutPlace>(
      `${LANGUAGES_WITHOUT_PLACE} order by households desc, l.language`,
      [officeId],
    );
  }
}
