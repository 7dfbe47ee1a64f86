import type { TalkPlace } from './talk-details.js';

/** Everything about an offer that a mail to its interpreter may say. */
export interface OfferDetails {
  readonly offerId: string;
  /** Grows when the interpreter takes an answer back. */
  readonly edition: number;
  readonly state: string;
  readonly answerBy: Date;
  readonly mode: 'onsite' | 'phone' | 'video';
  /** Null for work from afar. */
  readonly place: Omit<TalkPlace, 'accessText'> | null;
  /** By start. Those that the mail is about: accepted ones in a confirmation, else those that were asked for. */
  readonly talks: readonly OfferDetailsTalk[];
}

export interface OfferDetailsTalk {
  readonly talkId: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly languageCode: string;
  /** First name and initial, after the acceptance only. */
  readonly person: string | null;
}
