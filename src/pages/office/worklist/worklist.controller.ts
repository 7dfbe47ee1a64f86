import { Get, Header, Req } from '@nestjs/common';
import type { FreeSlot, TalkView } from '../../../features/talks/index.js';
import type { AwayInterpreter, UnsureTalk } from '../../../features/visits/index.js';
import { WorklistQueries } from '../../../features/worklist/index.js';
import { officePaths } from '../../../templates/pages/office/paths.js';
import {
  WorklistPage,
  type WorklistAwayView,
  type WorklistItemView,
} from '../../../templates/pages/office/worklist-page.js';
import { LanguageNames } from '../language-names.js';
import type { OfficeContext } from '../office-context.js';
import { OfficeController } from '../office-controller.js';
import { OfficePages } from '../office-pages.js';
import type { OfficeRequest } from '../office-request.js';
import { choiceFields, choiceOfSlot } from '../slots/choice.forms.js';
import { provisionWords } from '../talk/talk-facts.js';
import { numericDay } from '../tariffs/cost-words.js';
import { TalkAlternatives } from './alternatives.js';
import { WorklistSections } from './worklist-sections.js';

/** Each talk needs two searches for other places: the nearest talks come first, the others when these are done. */
const MOST_SHOWN = 10;

/** *Arbeitsliste*: talks that nobody interprets yet, with what can be done about each by one click. */
@OfficeController('worklist', 'plan')
export class WorklistController {
  constructor(
    private readonly pages: OfficePages,
    private readonly worklist: WorklistQueries,
    private readonly alternatives: TalkAlternatives,
    private readonly languageNames: LanguageNames,
    private readonly sections: WorklistSections,
  ) {}

  @Get()
  @Header('Content-Type', 'text/html; charset=utf-8')
  async show(@Req() request: OfficeRequest): Promise<string> {
    const context = await this.pages.context(request);
    const { t, office, locale, staff } = context;
    const { unsure: waiting, away } = await this.worklist.interpreting(office.id);
    const languageNames = await this.languageNames.in(locale);
    const items: WorklistItemView[] = [];
    for (const item of waiting.slice(0, MOST_SHOWN)) {
      const ways = await this.alternatives.of(office.id, item);
      items.push(itemView({ item, ...ways }, context, languageNames));
    }
    const more = waiting.length - items.length;
    const view = {
      away: away.map((one) => awayView(one, context)),
      items,
      ...(await this.sections.of(context, languageNames)),
      csrfToken: staff.csrfToken,
      more: more > 0 ? t('office:worklist.more', { count: more }) : null,
    };
    const title = t('office:worklist.title');
    return this.pages.render(context, {
      title,
      current: 'worklist',
      body: WorklistPage({ view, t }),
      live: ['talk', 'offer', 'interpreter', 'absence', 'household'],
    });
  }
}

function awayView(
  { interpreterId, interpreterName, from, until, talks, note }: AwayInterpreter,
  { t }: OfficeContext,
): WorklistAwayView {
  const days = from === until ? numericDay(from) : `${numericDay(from)}–${numericDay(until)}`;
  return {
    href: `${officePaths.dropOut(interpreterId)}?from=${from}&until=${until}`,
    title: t('office:worklist.away-title', { name: interpreterName }),
    why: t('office:worklist.away', { count: talks, days }),
    note: note === '' ? null : t('office:worklist.away-note', { note }),
  };
}

function itemView(
  { item, talk, slots }: { item: UnsureTalk; talk: TalkView; slots: readonly FreeSlot[] },
  context: OfficeContext,
  languageNames: ReadonlyMap<string, string>,
): WorklistItemView {
  const { t, format } = context;
  const language = languageNames.get(talk.language) ?? talk.language;
  const when = `${format.longDate(talk.startsAt)}, ${format.timeRange(talk.startsAt, talk.endsAt)}`;
  return {
    id: talk.id,
    href: officePaths.talk(talk.id),
    title: `${talk.personName}, ${language}`,
    when,
    why: t(`office:worklist.${item.reason}`, { count: item.asked.length }),
    told: t(`office:worklist.${talk.state === 'planned' ? 'untold' : 'told'}`),
    ways: slots.map((slot) => wayView(slot, talk, context, languageNames)),
    moveHref: officePaths.moveTalk(talk.id),
    cancelHref: officePaths.cancelTalk(talk.id),
  };
}

function wayView(
  slot: FreeSlot,
  talk: TalkView,
  { t, format }: OfficeContext,
  languageNames: ReadonlyMap<string, string>,
): WorklistItemView['ways'][number] {
  const startsAt = new Date(slot.startsAt);
  const isSameTime = startsAt.getTime() === talk.startsAt.getTime();
  const when = isSameTime
    ? t('office:worklist.same-time')
    : `${format.shortDay(startsAt)} ${format.timeRange(startsAt, new Date(slot.endsAt))}`;
  const language = languageNames.get(slot.language) ?? slot.language;
  const who = slot.interpreterName ?? slot.caseworkerName;
  return {
    text: [when, `${language}: ${provisionWords(slot, t)}`, who].join(' · '),
    cost:
      slot.moneyRappen === 0
        ? t('office:slots.no-cost')
        : t('office:slots.cost', { amount: (slot.moneyRappen / 100).toFixed(2) }),
    action: {
      label: t(slot.interpreterId === null ? 'office:worklist.take' : 'office:worklist.ask'),
      action: officePaths.moveTalk(talk.id),
      fields: [...choiceFields(choiceOfSlot(slot)), ['version', String(talk.version)]],
    },
  };
}
