import { Injectable } from '@nestjs/common';
import { VisitCostQueries } from '../../../features/tariffs/index.js';
import { roleAllows } from '../../../features/staff/index.js';
import type { TalkView } from '../../../features/talks/index.js';
import { type TalkOffer, UnsureTalks } from '../../../features/visits/index.js';
import type { FactView } from '../../../templates/components/facts.js';
import type { TalkPanelView } from '../../../templates/components/talk-panel.js';
import { officePaths } from '../../../templates/pages/office/paths.js';
import { localDay } from '../local-day.js';
import { LanguageNames } from '../language-names.js';
import type { OfficeContext } from '../office-context.js';
import { OfficeTimeline } from '../office-timeline.js';
import { talkBadge } from '../talk-badges.js';
import { confirmAction, isComing, outcomeActions, undoAction } from './talk-actions.js';
import { moneyFacts } from './money-facts.js';
import { talkFacts } from './talk-facts.js';

/** Makes the panel of one talk, for the plan and for its own page. */
@Injectable()
export class TalkPanels {
  constructor(
    private readonly timeline: OfficeTimeline,
    private readonly languageNames: LanguageNames,
    private readonly unsure: UnsureTalks,
    private readonly costs: VisitCostQueries,
  ) {}

  /** @param next where to go on after an action */
  async of(
    context: OfficeContext,
    talk: TalkView,
    next: string,
    conflicts: readonly string[] = [],
  ): Promise<TalkPanelView> {
    const { t, now, locale, staff, format } = context;
    const mayPlan = roleAllows(staff.role, 'plan');
    const coming = mayPlan && isComing(talk, now);
    return {
      id: talk.id,
      title: `${format.shortDay(talk.startsAt)}, ${format.timeRange(talk.startsAt, talk.endsAt)}`,
      state: talkBadge(talk.state, t),
      conflicts,
      facts: [
        ...talkFacts(talk, context, await this.languageNames.in(locale)),
        ...askedFact(await this.unsure.offersOf(talk.officeId, talk.id), context),
        ...(await this.money(talk, context)),
      ],
      csrfToken: staff.csrfToken,
      moveHref: coming ? officePaths.moveTalk(talk.id) : null,
      cancelHref: coming ? officePaths.cancelTalk(talk.id) : null,
      dropOutHref: coming ? dropOutHref(talk, context) : null,
      confirm: mayPlan ? confirmAction(talk, context, next) : null,
      outcomes: outcomeActions(talk, context, next),
      undo: undoAction(talk, context, next),
      timeline: await this.timeline.ofTalk(context, talk),
    };
  }

  private async money({ officeId, id }: TalkView, context: OfficeContext): Promise<FactView[]> {
    const visit = await this.costs.ofTalk(officeId, id);
    return moneyFacts(visit, await this.costs.cancellationsOfTalk(officeId, id), context);
  }
}

/** The page for the day of the talk. */
function dropOutHref({ interpreterId, startsAt }: TalkView, { office }: OfficeContext): string | null {
  if (interpreterId === null) return null;
  const day = localDay(startsAt, office.timeZone);
  return `${officePaths.dropOut(interpreterId)}?from=${day}&until=${day}`;
}

/** Everybody who was asked, and what became of it. */
function askedFact(offers: readonly TalkOffer[], { t, format }: OfficeContext): FactView[] {
  const lines = offers.map(({ interpreterName, state, answerBy }) => {
    const when = `${format.shortDay(answerBy)} ${format.time(answerBy)}`;
    return `${interpreterName}: ${t(`office:offer-state.${state}`, { when })}`;
  });
  return lines.length === 0 ? [] : [{ term: t('office:talk-fact.asked'), lines }];
}
