import { Injectable } from '@nestjs/common';
import { Audit, type RecordedEntry } from '../../features/audit/index.js';
import { I18n } from '../../platform/i18n/i18n.js';
import type { TimelineEntryView } from '../../templates/components/timeline.js';
import { ActorNames } from './actor-names.js';
import type { OfficeContext } from './office-context.js';

const MOST_PER_SUBJECT = 100;

interface Subject {
  readonly subjectKind: string;
  readonly subjectId: string | number;
}

/** What happened to households and talks, in words, newest first. */
@Injectable()
export class OfficeTimeline {
  constructor(
    private readonly audit: Audit,
    private readonly actors: ActorNames,
    private readonly i18n: I18n,
  ) {}

  /** All that happened to a household and to its talks. */
  ofHousehold(
    context: OfficeContext,
    householdId: number,
    talkIds: readonly string[],
  ): Promise<TimelineEntryView[]> {
    return this.of(context, [
      { subjectKind: 'household', subjectId: householdId },
      ...talkIds.map((subjectId) => ({ subjectKind: 'talk', subjectId })),
    ]);
  }

  ofTalk(context: OfficeContext, talkId: string): Promise<TimelineEntryView[]> {
    return this.of(context, [{ subjectKind: 'talk', subjectId: talkId }]);
  }

  private async of(context: OfficeContext, subjects: readonly Subject[]): Promise<TimelineEntryView[]> {
    const { office, t } = context;
    const nameOf = await this.actors.of(office.id, t);
    const entries = await Promise.all(
      subjects.map((subject) => this.audit.list(office.id, { ...subject, limit: MOST_PER_SUBJECT })),
    );
    return entries
      .flat()
      .map((entry) => this.happened(entry, context, nameOf))
      .sort((a, b) => b.at.localeCompare(a.at) || b.key.localeCompare(a.key));
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
