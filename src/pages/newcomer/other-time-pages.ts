import { Injectable } from '@nestjs/common';
import type { FreeSlot } from '../../features/talks/index.js';
import { CheckMovePage } from '../../templates/pages/newcomer/check-move-page.js';
import { type OfferView, OtherTimePage } from '../../templates/pages/newcomer/other-time-page.js';
import { appointmentCard, type CardFacts, talkTime } from './appointment-card.js';
import { NewcomerPages } from './newcomer-pages.js';
import type { OfferDay } from './offers.js';
import { OtherTimes } from './other-times.js';
import { type Visit, writingOf } from './visits.js';

/** Why the choice is shown again; keys of `newcomer:other.<problem>`. */
export type ChoiceProblem = 'choose' | 'taken';

/** The pages on the way to another time: the choice, and the check of old and new. */
@Injectable()
export class OtherTimePages {
  constructor(
    private readonly pages: NewcomerPages,
    private readonly otherTimes: OtherTimes,
  ) {}

  /** N3, with the times that are free at this moment. */
  async choose(visit: Visit, problem: ChoiceProblem | null): Promise<string> {
    const { talk, t, format, paths, reading } = visit;
    const days = await this.otherTimes.days(visit);
    const view = {
      present: talkTime(talk.startsAt, talk.endsAt, format),
      days: days.map((day) => dayView(day, visit)),
      checkHref: paths.moveForm,
      locale: reading.chosen,
      wishHref: paths.step('wish'),
      backHref: paths.appointment,
      problem: problem && t(`newcomer:other.${problem}`),
    };
    const buttons = days.length > 0 ? ['other.submit', 'other.none-fits'] : ['wish.title'];
    const helper = {
      title: 'other.title',
      leads: [...(problem ? [`other.${problem}`] : []), days.length > 0 ? 'other.lead' : 'other.empty'],
      buttons: [...buttons, 'layout.back'],
    };
    const isError = problem !== null;
    return this.pages.render(visit, { helper, body: OtherTimePage({ view, t }), isError, from: 'other' });
  }

  /** N5: the present talk and what it would become. */
  check(visit: Visit, slot: FreeSlot): Promise<string> {
    const { talk, t, paths } = visit;
    const moved = movedTo(visit, slot);
    const view = {
      old: appointmentCard(talk, writingOf(visit)),
      new: appointmentCard(moved, writingOf(visit)),
      moveHref: paths.move,
      start: slot.startsAt,
      revision: talk.revision,
      otherHref: paths.step('other'),
      backHref: paths.appointment,
    };
    const helper = {
      title: 'move.title',
      talk: moved,
      buttons: ['move.submit', 'move.back', 'layout.back'],
    };
    return this.pages.render(visit, { helper, body: CheckMovePage({ view, t }), from: 'other' });
  }
}

function dayView({ slots }: OfferDay, visit: Visit): ReturnType<typeof talkTime> & { offers: OfferView[] } {
  const { format } = visit;
  const [first] = slots;
  const at = new Date(first?.startsAt ?? 0);
  return { ...talkTime(at, at, format), offers: slots.map((slot) => offerView(slot, visit)) };
}

function offerView(slot: FreeSlot, { talk, format }: Visit): OfferView {
  const isElsewhere = slot.siteId !== talk.siteId;
  return {
    value: slot.startsAt,
    timeRange: format.timeRange(new Date(slot.startsAt), new Date(slot.endsAt)),
    place: isElsewhere ? slot.siteName : null,
  };
}

/** The talk as it would be; of another site only its name is known here, the address comes with the new page. */
function movedTo({ talk }: Visit, slot: FreeSlot): CardFacts {
  const { mode, language, provision, interpreterMode, roomName } = slot;
  const isSameSite = slot.siteId === talk.siteId;
  return {
    startsAt: new Date(slot.startsAt),
    endsAt: new Date(slot.endsAt),
    mode,
    language,
    provision,
    interpreterMode,
    street: isSameSite ? talk.street : null,
    postcode: isSameSite ? talk.postcode : null,
    town: isSameSite ? talk.town : slot.siteName,
    floor: slot.roomId === talk.roomId ? talk.floor : null,
    roomName,
  };
}
