import type {
  BlockedTime,
  OfficeCaseworker,
  OfficeInterpreter,
  OfficeRoom,
} from '../../../features/resources/index.js';
import type { TalkView } from '../../../features/talks/index.js';
import type { Translate } from '../../../platform/i18n/i18n.js';

/** What an office has for its talks. */
export interface Resources {
  readonly rooms: readonly OfficeRoom[];
  readonly caseworkers: readonly OfficeCaseworker[];
  readonly interpreters: readonly OfficeInterpreter[];
}

/** One row (or, by day, one column) of the plan: a room, a person, or none of them. */
export interface Track {
  readonly kind: BlockedTime['kind'];
  /** null: talks without a room or an interpreter. */
  readonly id: number | null;
  readonly label: string;
  readonly below: string;
}

/** Rows of a grouping. Interpreters without a talk are left out; whoever has one is there even when retired. */
export function tracksOf(
  kind: Track['kind'],
  resources: Resources,
  talks: readonly TalkView[],
  t: Translate,
): Track[] {
  const known = { room: roomTracks, caseworker: caseworkerTracks, interpreter: interpreterTracks }[kind](
    resources,
  );
  const ids = new Set(talks.map((talk) => resourceOf(talk, kind)));
  const shown = kind === 'interpreter' ? known.filter((track) => ids.has(track.id)) : known;
  const strangers = talks
    .filter((talk) => !shown.some((track) => track.id === resourceOf(talk, kind)))
    .map((talk) => strangerTrack(talk, kind, t));
  const extra = strangers.filter(
    (track, index) => strangers.findIndex((other) => other.id === track.id) === index,
  );
  return [...shown, ...extra];
}

export function resourceOf(talk: TalkView, kind: Track['kind']): number | null {
  return { room: talk.roomId, caseworker: talk.caseworkerId, interpreter: talk.interpreterId }[kind];
}

const roomTracks = ({ rooms }: Resources): Track[] => {
  const sites = new Set(rooms.map((room) => room.siteId));
  return rooms.map((room) => ({
    kind: 'room',
    id: room.id,
    label: room.name,
    below: sites.size > 1 ? room.siteName : '',
  }));
};

const caseworkerTracks = ({ caseworkers }: Resources): Track[] =>
  caseworkers.map(({ id, name }) => ({ kind: 'caseworker', id, label: name, below: '' }));

const interpreterTracks = ({ interpreters }: Resources): Track[] =>
  interpreters.map(({ id, name, languages }) => ({
    kind: 'interpreter',
    id,
    label: name,
    below: languages.map((language) => language.toUpperCase()).join(' '),
  }));

function strangerTrack(talk: TalkView, kind: Track['kind'], t: Translate): Track {
  const id = resourceOf(talk, kind);
  const names = { room: talk.roomName, caseworker: talk.caseworkerName, interpreter: talk.interpreterName };
  const none = kind === 'room' ? t('office:talk.by-video') : t('office:week.no-interpreter');
  return { kind, id, label: id === null ? none : (names[kind] ?? ''), below: '' };
}
