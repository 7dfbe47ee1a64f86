import type { TalkView } from '../../features/talks/index.js';

/** A talk as the API shows it: instants in UTC beside the zone of the office. */
export type TalkJson = Omit<TalkView, 'startsAt' | 'endsAt' | 'updatedAt'> & {
  readonly startsAt: string;
  readonly endsAt: string;
  readonly updatedAt: string;
  readonly timeZone: string;
};

export function talkJson(talk: TalkView, timeZone: string): TalkJson {
  return {
    ...talk,
    startsAt: talk.startsAt.toISOString(),
    endsAt: talk.endsAt.toISOString(),
    updatedAt: talk.updatedAt.toISOString(),
    timeZone,
  };
}
