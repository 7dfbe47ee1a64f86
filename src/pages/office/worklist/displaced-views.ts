import { Injectable } from '@nestjs/common';
import { type DisplacedTalk, DisplacedTalks } from '../../../features/settings/index.js';
import { type FreeSlot, FreeSlots, TalkQueries, type TalkView } from '../../../features/talks/index.js';
import type { DisplacedTalkView } from '../../../templates/pages/office/displaced-talks.js';
import { officePaths } from '../../../templates/pages/office/paths.js';
import type { OfficeContext } from '../office-context.js';
import { choiceFields, choiceOfSlot } from '../slots/choice.forms.js';
import { brokenRuleWords } from '../slots/rule-words.js';

/** Each talk needs a search: the nearest talks come first, the others when these are done. */
const MOST_SHOWN = 10;
const MOST_WAYS = 3;

type LanguageNames = ReadonlyMap<string, string>;

/** Talks that lost their place when settings changed, each with those who could take it over at the same time. */
@Injectable()
export class DisplacedViews {
  constructor(
    private readonly displaced: DisplacedTalks,
    private readonly talks: TalkQueries,
    private readonly slots: FreeSlots,
  ) {}

  /** The nearest, by start. */
  async of(context: OfficeContext, languageNames: LanguageNames): Promise<DisplacedTalkView[]> {
    const waiting = await this.displaced.list(context.office.id);
    const views: DisplacedTalkView[] = [];
    for (const one of waiting.slice(0, MOST_SHOWN))
      views.push(await this.viewOf(one, context, languageNames));
    return views;
  }

  private async viewOf(
    { talkId, rules }: DisplacedTalk,
    context: OfficeContext,
    languageNames: LanguageNames,
  ): Promise<DisplacedTalkView> {
    const { t, office, format } = context;
    const talk = await this.talks.byId(office.id, talkId);
    const ways = await this.sameTime(talk);
    return {
      href: officePaths.talk(talkId),
      title: `${talk.personName}, ${languageNames.get(talk.language) ?? talk.language}`,
      when: `${format.longDate(talk.startsAt)}, ${format.timeRange(talk.startsAt, talk.endsAt)}`,
      breaks: rules.map((rule) => brokenRuleWords(rule, { context, languageNames })),
      ways: ways.map((slot) => wayView(slot, talk, context)),
      moveHref: officePaths.moveTalk(talkId),
      cancelHref: officePaths.cancelTalk(talkId),
      keep: { label: t('settings:displaced.keep'), action: officePaths.keepTalk(talkId), fields: [] },
    };
  }

  /** Other rooms and caseworkers at the same time with the same interpreter, by every rule. */
  private async sameTime({
    officeId,
    householdId,
    id,
    startsAt,
    interpreterId,
  }: TalkView): Promise<FreeSlot[]> {
    const question = { householdId, talkId: id, startsAt: startsAt.toISOString(), limit: MOST_SHOWN };
    const answer = await this.slots.run(officeId, question);
    if (answer.kind !== 'proposed') return [];
    return answer.slots.filter((slot) => slot.interpreterId === interpreterId).slice(0, MOST_WAYS);
  }
}

function wayView(slot: FreeSlot, talk: TalkView, { t }: OfficeContext): DisplacedTalkView['ways'][number] {
  const where = [slot.siteName, slot.roomName].filter(Boolean).join(', ') || t('office:talk.by-video');
  return {
    text: [t('office:worklist.same-time'), where, slot.caseworkerName].join(' · '),
    action: {
      label: t('office:worklist.take'),
      action: officePaths.moveTalk(talk.id),
      fields: [...choiceFields(choiceOfSlot(slot)), ['version', String(talk.version)]],
    },
  };
}
