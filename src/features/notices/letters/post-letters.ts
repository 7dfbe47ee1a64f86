import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock.js';
import { Database } from '../../../platform/database/database.js';
import { Audit } from '../../audit/index.js';
import { ComposeLetters } from './compose-letters.js';
import { letterText } from './letter-content.js';
import { LetterQueries } from './letter.queries.js';

const POST_SQL = `
with posted as (
  update notices n set state = 'sent', sent_at = now() + $2::float8 * interval '1 millisecond',
    attempts = attempts + 1, subject = words.subject, body_text = words.text
  from jsonb_to_recordset($1) as words (id uuid, subject text, text text)
  where n.id = words.id and n.state = 'planned' and n.channel = 'letter'
  returning n.id
)
insert into notice_events (notice_id, at, event, detail)
select id, now() + $2::float8 * interval '1 millisecond', 'sent', 'letter' from posted
returning notice_id as id`;

/** Writes down that letters are in the post, with their words. */
@Injectable()
export class PostLetters {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly letters: LetterQueries,
    private readonly composeLetters: ComposeLetters,
    private readonly audit: Audit,
  ) {}

  /** How many went out now; letters that were posted before, or hold no more, are left as they are. */
  async run(officeId: number, ids: readonly string[], actor: string): Promise<{ posted: number }> {
    const due = await this.letters.due(officeId, ids);
    const views = await this.composeLetters.run(due);
    const words = due.map(({ id }, index) => {
      const view = views[index];
      return { id, subject: view?.columns[0]?.heading ?? '', text: view ? letterText(view) : '' };
    });
    return this.database.transaction(async (tx) => {
      const posted = await tx.query<{ id: string }[]>(POST_SQL, [
        JSON.stringify(words),
        this.clock.offsetMs(),
      ]);
      const gone = new Set(posted.map(({ id }) => id));
      await this.audit.recordAll(
        tx,
        due
          .filter(({ id }) => gone.has(id))
          .map(({ id, householdId }) => ({
            officeId,
            actor,
            action: 'letter-posted',
            subjectKind: 'household',
            subjectId: householdId,
            detail: { notice: id },
          })),
      );
      return { posted: posted.length };
    });
  }
}
