/** Everything about a talk that a notice or a calendar entry may say. */
export interface TalkDetails {
  readonly talkId: string;
  readonly officeId: number;
  readonly revision: number;
  /** Names the household's entry in calendars; a talk after a cancelled one keeps its entry. */
  readonly entryId: string;
  /** Of that entry: grows with each revision. */
  readonly sequence: number;
  readonly state: string;
  readonly cancelledBy: string | null;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly mode: 'onsite' | 'video';
  readonly provision: string;
  readonly interpreterMode: 'onsite' | 'phone' | 'video' | null;
  readonly languageCode: string;
  readonly timeZone: string;
  /** The household's number at the office. */
  readonly reference: string;
  readonly contact: { readonly firstName: string; readonly lastName: string };
  /** Null for a talk by video. */
  readonly place: TalkPlace | null;
  /** Times of the talks that the interpreter comes for with this one, by start, in ISO 8601; left out: not known. */
  readonly visit?: readonly { readonly startsAt: string; readonly endsAt: string }[] | null;
  readonly office: {
    readonly name: string;
    readonly addressLines: readonly string[];
    readonly phone: string;
    readonly phoneHours: string;
    readonly email: string;
  };
}

export interface TalkPlace {
  readonly siteName: string;
  readonly street: string;
  readonly postcode: string;
  readonly town: string;
  readonly roomName: string;
  readonly floor: string;
  /** How to get there, by language code. */
  readonly accessText: Readonly<Record<string, string>>;
}

/** Who a notice goes to: the household's contact person or an interpreter. */
export interface Addressee {
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
}
