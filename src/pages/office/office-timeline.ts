import { Injectable } from '@nestjs/common';
import { Audit, type RecordedEntry } from '../../features/audit/index.js';
import { NoticeQueries, type NoticeWithText } from '../../features/notices/index.js';
import type { TalkView } from '../../features/talks/index.js';
import { I18n } from '../../platform/i18n/i18n.js';
import type { TimelineEntryView } from '../../templates/components/timeline.js';
import { ActorNames } from './actor-names.js';
import { noticeKind } from './notice-words.js';
import type { OfficeContext } from './office-context.js';

const MOST_PER_SUBJECT = 100;
/** Who looked is for the audit; the history of a household is what happened to it. */
const READINGS = ['household-read', 'talk-read'];

interface Subject {
  readonly subjectKind: string;
  readonly subjectId: string | number;
}

/** What happened to households and talks, in words, newest first. */
@Injectable()
export class OfficeTimeline {
  constructor(
    private readonly audit: Audit,
    private readonly notices: NoticeQueries,
    private readonly actors: ActorNames,
    private readonly i18n: I18n,
  ) {}

  /** All that happened to a household and to its talks, and what was told to whom. */
  async ofHousehold(
    context: OfficeContext,
    householdId: number,
    talkIds: readonly string[],
  ): Promise<TimelineEntryView[]> {
    const subjects = [
      { subjectKind: 'household', subjectId: householdId },
      ...talkIds.map((subjectId) => ({ subjectKind: 'talk', subjectId })),
    ];
    return this.of(context, subjects, await this.notices.ofHousehold(context.office.id, householdId));
  }

  async ofTalk(context: OfficeContext, talk: TalkView): Promise<TimelineEntryView[]> {
    const notices = await this.notices.ofHousehold(context.office.id, talk.householdId);
    return this.of(
      context,
      [{ subjectKind: 'talk', subjectId: talk.id }],
      notices.filter((notice) => notice.talkId === talk.id),
    );
  }

  private async of(
    context: OfficeContext,
    subjects: readonly Subject[],
    notices: readonly NoticeWithText[],
  ): Promise<TimelineEntryView[]> {
    const { office, t } = context;
    const nameOf = await this.actors.of(office.id, t);
    const entries = await Promise.all(
      subjects.map((subject) =>
        this.audit.list(office.id, { ...subject, without: READINGS, limit: MOST_PER_SUBJECT }),
      ),
    );
    const happened = entries.flat().map((entry) => this.happened(entry, context, nameOf));
    return [...happened, ...notices.map((notice) => told(notice, context))].sort(
      (a, b) => b.at.localeCompare(a.at) || b.key.localeCompare(a.key),
    );
  }

  private happened(
    entry: RecordedEntry,
    { locale, t, format }: OfficeContext,
    nameOf: (actor: string) => string,
  ): TimelineEntryView {
    const key = `office:timeline.action.${entry.action}`;
    const known = this.i18n.has(locale, key);
    return {
      key: `audit-${entry.id.padStart(12, '0')}`,
      at: entry.at.toISOString(),
      when: `${format.numericDate(entry.at)} ${format.time(entry.at)}`,
      what: known ? t(key) : t('office:timeline.other', { action: entry.action }),
      who: nameOf(entry.actor),
      message: null,
    };
  }
}

/** A notice, planned or sent, with its exact words once there are any. */
function told(notice: NoticeWithText, { t, format }: OfficeContext): TimelineEntryView {
  const at = notice.sentAt ?? notice.dueAt;
  return {
    key: `notice-${notice.id}`,
    at: at.toISOString(),
    when: `${format.numericDate(at)} ${format.time(at)}`,
    what: t('office:timeline.told', { kind: noticeKind(notice.kind, t), name: notice.recipientName }),
    who: [t(`office:notice-state.${notice.state}`), t(`office:channel.${notice.channel}`)].join(' · '),
    message:
      notice.text === null
        ? null
        : {
            label: t('office:timeline.words'),
            lang: notice.locale,
            subject: notice.subject ?? '',
            text: notice.text,
          },
  };
}
