import type { Appointment, StabilityWeights } from '../../model.js';
import type { InvitedNewcomer } from '../../schedule/resources.js';
import type { Schedule } from '../../schedule/schedule.js';
import { minuteOf } from '../../time/instant.js';
import type { People } from './people.js';
import { REMOTE_PLACE, type Route } from './routes.js';

/** A talk that was announced, and what each change of it costs in Rappen. */
export interface Published {
  readonly day: number;
  readonly start: number;
  readonly isVideo: boolean;
  /** -1 for a video talk. */
  readonly site: number;
  /** Where the interpreter works, see `Route.place`. */
  readonly place: number;
  readonly caseworker: number;
  readonly room: number;
  readonly interpreter: number;
  readonly change: StabilityWeights;
}

/** What was announced to a newcomer and may move; null when nothing was, or when it is pinned. */
export function publishedOf(
  newcomer: InvitedNewcomer,
  { schedule, people }: { schedule: Schedule; people: People },
): Published | null {
  const appointment = schedule.appointments.get(newcomer.id);
  if (!appointment || appointment.pinned) return null;
  const start = minuteOf(appointment.start);
  const { stability } = schedule.snapshot.weights;
  const times = (rappen: number): number => rappen * appointment.weight;
  return {
    day: schedule.zone.dayOf(start) - schedule.firstDay,
    start,
    isVideo: appointment.mode === 'video',
    ...whereAndWho(appointment, people),
    change: {
      dropped: times(stability.dropped),
      day: times(stability.day),
      time: times(stability.time),
      interpreter: times(stability.interpreter),
      caseworker: times(stability.caseworker),
      room: times(stability.room),
      mode: times(stability.mode),
    },
  };
}

/** Rappen for another interpreter or another mode than announced. */
export function routeChange(published: Published | null, route: Route): number {
  if (!published) return 0;
  const { change } = published;
  const isOtherMode = published.isVideo !== (route.rooms.length === 0);
  return (
    (published.interpreter === route.interpreter ? 0 : change.interpreter) + (isOtherMode ? change.mode : 0)
  );
}

function whereAndWho(
  appointment: Appointment,
  { indexOf }: People,
): Pick<Published, 'site' | 'place' | 'caseworker' | 'room' | 'interpreter'> {
  const site = indexOf.site.get(appointment.site ?? '') ?? -1;
  return {
    site,
    place: appointment.interpreterMode === 'onsite' ? site : REMOTE_PLACE,
    caseworker: indexOf.caseworker.get(appointment.caseworker) ?? -1,
    room: indexOf.room.get(appointment.room ?? '') ?? -1,
    interpreter: indexOf.interpreter.get(appointment.interpreter ?? '') ?? -1,
  };
}
