import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock.js';
import { Settings } from '../../../platform/config/settings.js';
import { Database, type Tx } from '../../../platform/database/database.js';
import { DomainError } from '../../../platform/errors/domain-error.js';
import { Audit } from '../../audit/index.js';
import { OBSTACLE_TABLES, OUTDATED } from '../notice-obstacle.js';
import { TalkLinks } from '../talk-links.js';

/** A notice of the office that did not arrive by e-mail, and who wants it on paper: `staff:<id>` or `system`. */
interface LetterInsteadCommand {
  readonly officeId: number;
  readonly noticeId: string;
  readonly actor: string;
}

/** Why nothing is written: the matter is over, the post would be too slow, nobody lives there, or it is not for paper. */
type NoLetterReason = 'outdated' | 'too-late' | 'no-address' | 'not-for-paper';

type LetterInsteadOutcome =
  | { readonly kind: 'planned' | 'already-planned'; readonly letterId: string }
  | { readonly kind: 'not-possible'; readonly reason: NoLetterReason };

interface Original {
  readonly kind: string;
  readonly state: string;
  readonly talkId: string | null;
  readonly householdId: number;
  readonly recipientKind: string;
  readonly isOutdated: boolean;
  readonly isTooLate: boolean;
  readonly hasAddress: boolean;
  readonly letterId: string | null;
}

/** What a household must know even when the e-mail fails; a reminder or an echo of its own answer is not worth paper. */
const KINDS = ['invitation', 'answer-reminder', 'second-invitation', 'change', 'cancellation'];

/** B-Post takes up to three working days; a letter later than that arrives after the talk. */
const POST_DAYS = 3;

const ORIGINAL_SQL = `
select n.kind, n.state, n.talk_id as "talkId", n.recipient_id as "householdId", n.recipient_kind as "recipientKind",
  (${OUTDATED}) is not null as "isOutdated",
  coalesce(t.starts_at < clock.now + ${POST_DAYS} * interval '1 day', false) as "isTooLate",
  coalesce(h.street <> '' and h.postcode <> '' and h.town <> '', false) as "hasAddress",
  (select letter.id from notices letter where letter.talk_id = n.talk_id and letter.revision = n.revision
    and letter.kind = n.kind and letter.recipient_kind = 'household' and letter.recipient_id = n.recipient_id
    and letter.channel = 'letter' and letter.state in ('planned', 'sent') limit 1) as "letterId"
from notices n ${OBSTACLE_TABLES}
where n.office_id = $2 and n.id = $3
for update of n`;

const LETTER_SQL = `
insert into notices (id, office_id, kind, talk_id, revision, recipient_kind, recipient_id, channel, locale, direction,
  template_version, fallback_reason, facts, due_at, expires_at, message_id, copy_of, copy)
select made.id, n.office_id, n.kind, n.talk_id, n.revision, n.recipient_kind, n.recipient_id, 'letter', n.locale,
  n.direction, n.template_version,
  case when n.fallback_reason like 'no-approved-text:%' then n.fallback_reason end, n.facts - 'calendar',
  clock.now, t.starts_at, '<' || made.id || '@' || $3 || '>', n.id,
  (select max(copy) + 1 from notices c where (c.talk_id, c.revision, c.kind, c.recipient_kind, c.recipient_id)
    = (n.talk_id, n.revision, n.kind, n.recipient_kind, n.recipient_id))
from notices n ${OBSTACLE_TABLES}, (select uuidv7() as id) made
where n.id = $2
returning id`;

const REST_BY_LETTER_SQL = `
update notices set state = 'superseded', state_reason = 'letter-instead'
where talk_id = $1 and recipient_kind = 'household' and channel = 'email' and state = 'planned'`;

/**
 * Puts on paper what a household could not be told by e-mail: after a bounce, or because staff want it. The letter is a
 * copy of the notice, so the failure counts as dealt with, and its code opens the talk's page.
 */
@Injectable()
export class LetterInstead {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly settings: Settings,
    private readonly links: TalkLinks,
    private readonly audit: Audit,
  ) {}

  /** Staff want it. Throws `notice-not-found`. */
  run(command: LetterInsteadCommand): Promise<LetterInsteadOutcome> {
    return this.database.transaction((tx) => this.write(tx, command));
  }

  /**
   * In the caller's transaction; after a bounce call it once the notice's row says `bounced`: then the household's other
   * e-mails about the talk stay back too. Called twice, one letter is written. Throws `notice-not-found`.
   */
  async write(tx: Tx, { officeId, noticeId, actor }: LetterInsteadCommand): Promise<LetterInsteadOutcome> {
    const [original] = await tx.query<Original[]>(ORIGINAL_SQL, [this.clock.offsetMs(), officeId, noticeId]);
    if (!original) throw new DomainError('notice-not-found', 'not-found', { noticeId });
    if (original.letterId !== null) return { kind: 'already-planned', letterId: original.letterId };
    const reason = whyNoLetter(original);
    if (reason !== undefined) return { kind: 'not-possible', reason };
    const host = new URL(this.settings.publicUrl).hostname;
    const [letter] = await tx.query<{ id: string }[]>(LETTER_SQL, [this.clock.offsetMs(), noticeId, host]);
    const letterId = letter?.id ?? '';
    const { talkId, householdId, kind, state } = original;
    if (talkId !== null) await this.links.onPaper(tx, talkId);
    if (state === 'bounced') await tx.query(REST_BY_LETTER_SQL, [talkId]);
    await this.audit.record(tx, {
      officeId,
      actor,
      action: 'letter-instead',
      subjectKind: 'household',
      subjectId: householdId,
      detail: { kind, notice: letterId },
    });
    return { kind: 'planned', letterId };
  }
}

function whyNoLetter(original: Original): NoLetterReason | undefined {
  const { recipientKind, kind, talkId } = original;
  if (recipientKind !== 'household' || talkId === null || !KINDS.includes(kind)) return 'not-for-paper';
  if (original.isOutdated) return 'outdated';
  if (original.isTooLate) return 'too-late';
  return original.hasAddress ? undefined : 'no-address';
}
