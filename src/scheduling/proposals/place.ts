import type { Appointment, TalkMode } from '../model.js';
import type { OpenRoom, OpenSite, WorkingCaseworker } from '../schedule/resources.js';
import { byText, inOrder, type Order } from './order.js';
import type { Question } from './question.js';
import { understandingsAt, type Understanding } from './understanding.js';

/** A site, or the screen, with everybody and everything a talk there could take. */
export interface Place {
  readonly mode: TalkMode;
  /** null for talks by video. */
  readonly site: OpenSite | null;
  /** The ones to take first come first; null stands for the room a video talk does without. */
  readonly rooms: readonly (OpenRoom | null)[];
  readonly caseworkers: readonly WorkingCaseworker[];
  readonly understandings: readonly Understanding[];
}

/** Where the newcomer can be talked to at all; whether anybody there fits is not asked yet. */
export function placesOf(question: Question): readonly Place[] {
  const { newcomer, request } = question;
  const onsite = newcomer.modes.includes('onsite') ? [...newcomer.sites].sort(byText) : [];
  const places = onsite.flatMap((id) => sitePlace(id, question) ?? []);
  const isRemotePossible = newcomer.modes.includes('video') && request.room === undefined;
  return isRemotePossible ? [...places, placeWith(question, null, [null])] : places;
}

function sitePlace(id: string, question: Question): Place | undefined {
  const site = question.schedule.sites.get(id);
  if (!site) return undefined;
  const wanted = question.request.room;
  const rooms = [...question.schedule.rooms.values()].filter(
    (room) => room.site === id && (wanted === undefined || room.id === wanted),
  );
  if (rooms.length === 0 && wanted !== undefined) return undefined;
  return placeWith(question, site, rooms.sort(thriftiest(publishedTo(question))));
}

function placeWith(question: Question, site: OpenSite | null, rooms: Place['rooms']): Place {
  const caseworkers = caseworkersFor(question);
  const mode = site ? 'onsite' : 'video';
  const understandings = understandingsAt(mode, caseworkers, question);
  return { mode, site, rooms, caseworkers, understandings };
}

function caseworkersFor(question: Question): readonly WorkingCaseworker[] {
  const wanted = question.request.caseworker;
  const told = publishedTo(question)?.caseworker;
  return [...question.schedule.caseworkers.values()]
    .filter((caseworker) => wanted === undefined || caseworker.id === wanted)
    .sort(inOrder<WorkingCaseworker>([(a) => Number(a.id !== told), (a) => a.id]));
}

function publishedTo({ schedule, newcomer }: Question): Appointment | undefined {
  return schedule.appointments.get(newcomer.id);
}

/** The room that was told already, then the one with least to spare: steps, few seats, no screen. */
function thriftiest(published: Appointment | undefined): Order<OpenRoom> {
  return inOrder<OpenRoom>([
    (room) => Number(room.id !== published?.room),
    (room) => Number(room.accessible),
    (room) => room.seats,
    (room) => Number(room.video),
    (room) => room.id,
  ]);
}
