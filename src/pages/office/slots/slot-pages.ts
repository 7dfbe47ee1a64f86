import { Injectable } from '@nestjs/common';
import { ResourceQueries } from '../../../features/resources/index.js';
import {
  type BrokenRule,
  type FreeSlot,
  FreeSlots,
  type SlotObstacle,
  type TalkChoice,
} from '../../../features/talks/index.js';
import type { FieldError } from '../../../templates/components/error-summary.js';
import { CheckPage, type CheckView } from '../../../templates/pages/office/check-page.js';
import { SlotsPage, type SlotsView } from '../../../templates/pages/office/slots-page.js';
import { LanguageNames } from '../language-names.js';
import type { OfficeContext } from '../office-context.js';
import { OfficePages } from '../office-pages.js';
import { CostPreviews } from '../tariffs/cost-previews.js';
import { choiceFields, SlotsQuery } from './choice.forms.js';
import { choiceFacts, consequencesOf, presentFacts } from './choice-words.js';
import type { SlotsPurpose } from './purpose.js';
import { brokenRuleWords, obstacleWords } from './rule-words.js';
import { freeFields, languageWordsOf, slotFilters, type SlotFieldsWorld } from './slot-fields.js';
import { slotView } from './slot.view.js';

const SHOWN = 5;

/** What makes a list of slots differ from the usual search. */
interface ListOptions {
  readonly query: unknown;
  /** Errors of the form for another time. */
  readonly errors?: readonly FieldError[];
  readonly notice?: SlotsView['notice'];
  /** Shown instead of a search. */
  readonly slots?: readonly FreeSlot[];
}

/** The pages on which a time is found, looked at once more, and refused: for booking and for moving alike. */
@Injectable()
export class SlotPages {
  constructor(
    private readonly pages: OfficePages,
    private readonly freeSlots: FreeSlots,
    private readonly resources: ResourceQueries,
    private readonly languageNames: LanguageNames,
    private readonly costs: CostPreviews,
  ) {}

  /** Free slots to choose from, or why there are none. */
  async list(context: OfficeContext, purpose: SlotsPurpose, options: ListOptions): Promise<string> {
    const { t } = context;
    const world = await this.world(context, purpose);
    const asked = SlotsQuery.parse(options.query);
    const found = options.slots
      ? { slots: options.slots, obstacles: [] as readonly SlotObstacle[] }
      : await this.search(context, purpose, options.query);
    const errors = options.errors ?? [];
    const title = t(`office:slots.title-${purpose.kind}`, { name: purpose.name });
    const view: SlotsView = {
      title,
      intro: introOf(world),
      notice: options.notice ?? null,
      heading: t(options.slots ? 'office:slots.next-best' : 'office:slots.best'),
      slots: found.slots.map((slot) => slotView(slot, world)),
      obstacles: found.obstacles.map((obstacle) => obstacleWords(obstacle, world)),
      filters: slotFilters(asked, world),
      free: {
        action: purpose.checkHref,
        isOpen: errors.length > 0,
        fields: freeFields((options.query ?? {}) as Record<string, unknown>, world),
        errors,
      },
      backHref: purpose.backHref,
    };
    return this.pages.render(context, {
      title: errors.length > 0 ? t('validation:title', { title }) : title,
      current: purpose.kind === 'book' ? 'inbox' : 'week',
      body: SlotsPage({ view, t }),
    });
  }

  /** The last look; with broken rules, whether and how they can be set aside. */
  async check(
    context: OfficeContext,
    purpose: SlotsPurpose,
    choice: TalkChoice,
    refusal: { readonly violations: readonly BrokenRule[]; readonly reason: string | null } | null = null,
  ): Promise<string> {
    const { t, staff } = context;
    const world = await this.world(context, purpose);
    const title = t(`office:check.title-${purpose.kind}`, { name: purpose.name });
    const view: CheckView = {
      title,
      before: purpose.talk ? presentFacts(purpose.talk, world) : null,
      after: choiceFacts(choice, world),
      consequences: consequencesOf(choice, world),
      cost: await this.costs.ofMoving(context, purpose.talk, choice),
      action: purpose.listHref,
      csrfToken: staff.csrfToken,
      fields: [...choiceFields(choice), ...purpose.fields],
      submit: t(`office:check.submit-${purpose.kind}`),
      backHref: purpose.listHref,
      broken: (refusal?.violations ?? []).map((broken) => brokenRuleWords(broken, world)),
      override: refusal && {
        isPossible: refusal.violations.every(({ overridable }) => overridable),
        reason: refusal.reason ?? '',
        isMissing: refusal.reason === '',
      },
    };
    return this.pages.render(context, {
      title: refusal ? t('validation:title', { title }) : title,
      current: purpose.kind === 'book' ? 'inbox' : 'week',
      body: CheckPage({ view, t }),
    });
  }

  private async search(
    context: OfficeContext,
    purpose: SlotsPurpose,
    query: unknown,
  ): Promise<{ slots: readonly FreeSlot[]; obstacles: readonly SlotObstacle[] }> {
    const { from, to, caseworker, room, interpreter, language } = SlotsQuery.parse(query);
    const answer = await this.freeSlots.run(context.office.id, {
      ...purpose.question,
      limit: SHOWN,
      // one per day shows more of a choice, unless one day was asked for
      ...(from !== undefined && from === to ? {} : { perDay: purpose.talk ? 2 : 1 }),
      from,
      to,
      caseworkerId: caseworker,
      roomId: room,
      interpreterId: interpreter,
      language,
    });
    return answer.kind === 'proposed'
      ? { slots: answer.slots, obstacles: [] }
      : { slots: [], obstacles: answer.obstacles };
  }

  private async world(context: OfficeContext, purpose: SlotsPurpose): Promise<SlotFieldsWorld> {
    const { office, locale } = context;
    const [rooms, caseworkers, interpreters, languageNames] = await Promise.all([
      this.resources.rooms(office.id),
      this.resources.caseworkers(office.id),
      this.resources.interpreters(office.id),
      this.languageNames.in(locale),
    ]);
    return { context, purpose, languageNames, resources: { rooms, caseworkers, interpreters } };
  }
}

/** For whom: the languages, how many people, what they need; and when the talk is now. */
function introOf(world: SlotFieldsWorld): string[] {
  const { household, talk } = world.purpose;
  const { t, format } = world.context;
  const who = [
    household.languages.map(({ language }) => languageWordsOf(language, world)).join(', '),
    t('office:persons', { count: household.persons.length }),
    ...(household.stepFree ? [t('office:household-fact.access-step-free')] : []),
  ];
  const present =
    talk && `${format.longDate(talk.startsAt)}, ${format.timeRange(talk.startsAt, talk.endsAt)}`;
  return [
    who.filter((part) => part !== '').join(' · '),
    ...(present === null ? [] : [t('office:slots.present', { when: present })]),
    ...(talk?.wishes ? [t('office:slots.wishes', { wishes: talk.wishes })] : []),
  ];
}
