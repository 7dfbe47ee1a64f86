import { HttpStatus, Injectable } from '@nestjs/common';
import type { Response } from 'express';
import { type ChangedMeanwhile, TalkQueries, type TalkView } from '../../../features/talks/index.js';
import { ConflictPage } from '../../../templates/pages/office/conflict-page.js';
import { officePaths } from '../../../templates/pages/office/paths.js';
import { ActorNames } from '../actor-names.js';
import type { OfficeContext } from '../office-context.js';
import { OfficePages } from '../office-pages.js';

/** What a form sends along of the talk as it was shown, to set it beside the talk as it is. */
const SEEN = ['seen-when', 'seen-place', 'seen-people', 'seen-state'] as const;

type Typed = Readonly<Record<string, unknown>>;
type Field = readonly [name: string, value: string];

/** The hidden fields of a form about a talk: its version, and what the reader saw. */
export function seenFields(talk: TalkView, context: OfficeContext): Field[] {
  const shown = inWords(talk, context);
  return [['version', String(talk.version)], ...SEEN.map((name): Field => [name, shown[name]])];
}

/** Shows that somebody else changed a talk meanwhile: as it was, as it is, and the way to go on all the same. */
@Injectable()
export class TalkConflict {
  constructor(
    private readonly pages: OfficePages,
    private readonly talks: TalkQueries,
    private readonly actors: ActorNames,
  ) {}

  /** Answers the refused form of the request, which is sent again from the page with the new version. */
  async answer(
    response: Response,
    context: OfficeContext,
    talkId: string,
    changed: ChangedMeanwhile,
  ): Promise<void> {
    const body = (context.request.body ?? {}) as Typed;
    const page = await this.page(context, talkId, body, changed);
    response.status(HttpStatus.CONFLICT).type('html').send(page);
  }

  private async page(
    context: OfficeContext,
    talkId: string,
    body: Typed,
    changed: ChangedMeanwhile,
  ): Promise<string> {
    const { t, office, staff, format, request } = context;
    const talk = await this.talks.byId(office.id, talkId);
    const nameOf = await this.actors.of(office.id, t);
    const title = t('office:conflict.talk-title');
    const now = inWords(talk, context);
    const seen = SEEN.map((name) => ({ name, mine: textOf(body[name]) }));
    const view = {
      title,
      explanation: t('office:conflict.talk-by', {
        who: changed.changedBy === null ? t('office:timeline.who.system') : nameOf(changed.changedBy),
        day: format.numericDate(changed.changedAt),
        time: format.time(changed.changedAt),
      }),
      rows: seen
        .filter(({ mine }) => mine !== '')
        .map(({ name, mine }) => ({ label: t(`office:conflict.${name}`), mine, theirs: now[name] })),
      action: request.path,
      csrfToken: staff.csrfToken,
      fields: againFields(body, changed),
      headings: { mine: t('office:conflict.seen'), theirs: t('office:conflict.now') },
      buttons: { mine: t('office:conflict.go-on'), theirs: t('office:conflict.look') },
      backHref: officePaths.talk(talkId),
    };
    return this.pages.render(context, { title, current: 'week', body: ConflictPage({ view, t }) });
  }
}

function againFields(body: Typed, changed: ChangedMeanwhile): Field[] {
  const fresh: Readonly<Record<string, string>> = {
    version: String(changed.version),
    revision: String(changed.revision),
  };
  return Object.entries(body)
    .filter(([name]) => name !== 'csrf')
    .map(([name, value]) => [name, fresh[name] ?? textOf(value)]);
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

function inWords(
  talk: TalkView,
  { t, format }: OfficeContext,
): Readonly<Record<(typeof SEEN)[number], string>> {
  return {
    'seen-when': `${format.longDate(talk.startsAt)}, ${format.timeRange(talk.startsAt, talk.endsAt)}`,
    'seen-place': [talk.siteName, talk.roomName].filter(Boolean).join(', ') || t('office:talk.by-video'),
    'seen-people': [talk.caseworkerName, talk.interpreterName].filter(Boolean).join(', '),
    'seen-state': t(`office:talk-state.${talk.state}`),
  };
}
