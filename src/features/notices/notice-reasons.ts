/** Why a notice was never sent: nobody could be reached, it was too late, or nobody needs it any more (`too-late`). */
type DroppedReason = 'expired' | 'too-late' | 'no-email' | 'interpreter-inactive' | 'address-refused';

/** Why a newer notice tells what holds now. */
type SupersededReason =
  | 'talk-gone'
  | 'moved'
  | 'cancelled'
  | 'over'
  | 'answered'
  | 'not-confirmed'
  | 'not-cancelled'
  | 'other-interpreter'
  | 'same-visit'
  | 'letter-instead'
  | 'suspended'
  | 'bounced';

/** What the mail server said or did not say, or what went wrong with us. */
type DeliveryReason =
  | 'try-again'
  | 'mail-server-away'
  | 'mail-server-refuses'
  | 'mailbox-full'
  | 'address-unknown'
  | 'refused-by-policy'
  | 'not-delivered'
  | 'no-answer'
  | 'cannot-write'
  | 'sender-stopped';

/** Why a late notice does not leave yet. */
type WaitingReason = 'quiet-hours';

/** The reason beside a notice's state; pages put it into words. */
export type NoticeReason = DroppedReason | SupersededReason | DeliveryReason | WaitingReason;
