import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type CalendarEvent, calendarFile } from '../../../platform/calendar/calendar-file.js';
import { Clock } from '../../../platform/clock/clock.js';
import { Settings } from '../../../platform/config/settings.js';
import { languageName } from '../../../platform/i18n/language-name.js';
import { I18n, type Translate } from '../../../platform/i18n/i18n.js';
import { Languages } from '../../languages/index.js';
import { type AgendaEntry, type AgendaPlace, AgendaQueries } from './agenda.queries.js';

/** A feed as it is handed out: the mark changes exactly when the content does. */
export interface CalendarFeed {
  readonly content: string;
  /** A strong entity tag (RFC 9110 8.8.3). */
  readonly etag: string;
}

const DAY_MS = 86_400_000;
/** Calendars that forget what left the feed keep the last months. */
const PAST_DAYS = 60;
const AHEAD_DAYS = 400;
const REFRESH = 'PT1H';

/** The agenda as a feed that calendars subscribe to. It lies in foreign clouds, so it names no person. */
@Injectable()
export class InterpreterCalendar {
  constructor(
    private readonly agenda: AgendaQueries,
    private readonly languages: Languages,
    private readonly i18n: I18n,
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {}

  async feedOf(interpreterId: number): Promise<CalendarFeed> {
    const language = await this.languages.get(await this.agenda.localeOf(interpreterId));
    const t = this.i18n.translator(language.code);
    const now = this.clock.now().getTime();
    const from = new Date(now - PAST_DAYS * DAY_MS);
    const entries = await this.agenda.between(interpreterId, from, new Date(now + AHEAD_DAYS * DAY_MS));
    const host = new URL(this.settings.publicUrl).hostname;
    const events = entries.map((entry) => eventOf(entry, { t, bcp47: language.bcp47, host }));
    const content = calendarFile(events, { name: t('interpreter:calendar.name'), refresh: REFRESH });
    return { content, etag: `"${createHash('sha256').update(content).digest('base64url')}"` };
  }
}

interface Wording {
  readonly t: Translate;
  readonly bcp47: string;
  readonly host: string;
}

function eventOf(entry: AgendaEntry, { t, bcp47, host }: Wording): CalendarEvent {
  const { talkId, revision, changedAt, startsAt, endsAt, place, reference, mode } = entry;
  const isCancelled = entry.state === 'cancelled';
  const language = languageName(entry.language, bcp47);
  return {
    uid: `${talkId}@${host}`,
    sequence: revision,
    isCancelled,
    startsAt,
    endsAt,
    stampedAt: changedAt,
    summary: t(isCancelled ? 'interpreter:calendar.cancelled' : 'interpreter:calendar.summary', { language }),
    location: place ? addressOf(place) : t('interpreter:agenda.video-place'),
    description: [t(`interpreter:mode.${mode}`), `${t('interpreter:agenda.reference')}: ${reference}`].join(
      '\n',
    ),
  };
}

function addressOf({ siteName, street, postcode, town, floor, roomName }: AgendaPlace): string {
  return [siteName, street, `${postcode} ${town}`, floor, roomName].filter(Boolean).join(', ');
}
