import type { BlockedTime } from '../../../features/resources/index.js';
import type { TalkView } from '../../../features/talks/index.js';

/** Something that cannot be: two talks in one place, or a talk where somebody is not there. */
export interface Conflict {
  readonly kind: 'room-double' | 'caseworker-double' | 'interpreter-double' | 'blocked';
  readonly talk: TalkView;
  /** Room or person it is about. */
  readonly name: string;
  readonly reason: string;
}

const COMING: readonly string[] = ['planned', 'invited', 'confirmed', 'change-requested'];

/** Every conflict of these talks, in the order of their starts; the later talk of two carries it. */
export function conflictsOf(talks: readonly TalkView[], blocked: readonly BlockedTime[]): Conflict[] {
  const coming = talks.filter((talk) => COMING.includes(talk.state));
  return coming.flatMap((talk, index) => [
    ...coming.slice(0, index).flatMap((earlier) => doubles(earlier, talk)),
    ...blocked.flatMap((time) => blockedConflict(talk, time)),
  ]);
}

function doubles(earlier: TalkView, talk: TalkView): Conflict[] {
  if (earlier.endsAt <= talk.startsAt || talk.endsAt <= earlier.startsAt) return [];
  const same = (key: 'roomId' | 'caseworkerId' | 'interpreterId'): boolean =>
    talk[key] !== null && talk[key] === earlier[key];
  const conflict = (kind: Conflict['kind'], name: string | null): Conflict => ({
    kind,
    talk,
    name: name ?? '',
    reason: '',
  });
  return [
    ...(same('roomId') ? [conflict('room-double', talk.roomName)] : []),
    ...(same('caseworkerId') ? [conflict('caseworker-double', talk.caseworkerName)] : []),
    ...(same('interpreterId') ? [conflict('interpreter-double', talk.interpreterName)] : []),
  ];
}

function blockedConflict(talk: TalkView, time: BlockedTime): Conflict[] {
  if (time.until <= talk.startsAt || talk.endsAt <= time.from) return [];
  const names = {
    room: talk.roomId === time.id ? talk.roomName : null,
    caseworker: talk.caseworkerId === time.id ? talk.caseworkerName : null,
    interpreter: talk.interpreterId === time.id ? talk.interpreterName : null,
  };
  const name = names[time.kind];
  return name === null ? [] : [{ kind: 'blocked', talk, name, reason: time.reason }];
}
