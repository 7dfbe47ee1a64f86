/**
 * What is done with a notice that could not leave when it was due, after a downtime or while a mail server was away.
 * Until when a notice is useful stands on its row (`expires_at`); whether it still holds is asked anew when it leaves.
 */
export interface LateRule {
  /** `send`: it says the same later; `send-changed`: what it counts, days or hours, is counted when it leaves. */
  readonly late: 'send' | 'send-changed';
  /** Late, it does not leave in quiet hours, on Sundays and on holidays, but on the next morning. */
  readonly waitsForMorning: boolean;
  /** Not useful any more: `drop`, because something else tells it or nobody needs it; `ask-staff` to tell it another way. */
  readonly tooLate: 'drop' | 'ask-staff';
}

const told: LateRule = { late: 'send', waitsForMorning: true, tooLate: 'ask-staff' };
const urgent: LateRule = { ...told, waitsForMorning: false };
const reminding: LateRule = { late: 'send-changed', waitsForMorning: true, tooLate: 'drop' };

/** By kind of notice; `reminder` stands for those of any number of days. */
const LATE_RULES: Readonly<Record<string, LateRule>> = {
  // who does not know of a talk, or of its end, must be told by somebody
  invitation: told,
  confirmation: told,
  // people may be about to set out: at any hour
  change: urgent,
  cancellation: urgent,
  'interpreter-moved': urgent,
  'interpreter-cancelled': urgent,
  'interpreter-booked': told,
  'interpreter-confirmed': told,
  'interpreter-withdrawn': told,
  // the next reminder says it, with the days that are left; two hours before the talk people are on their way
  reminder: reminding,
  'interpreter-reminder': reminding,
  // the next rung asks, or the talk is near and its reminders do
  'answer-reminder': reminding,
  'answer-letter': reminding,
  'second-invitation': reminding,
  // an offer ends with its deadline, whoever read of it
  'interpreter-request': reminding,
  'interpreter-request-reminder': reminding,
  'interpreter-request-fewer': { ...told, tooLate: 'drop' },
  'interpreter-taken': { ...told, tooLate: 'drop' },
  'interpreter-expired': { ...told, tooLate: 'drop' },
  // whoever wanted to sign in asks again
  'interpreter-sign-in': { late: 'send', waitsForMorning: false, tooLate: 'drop' },
};

/** The kinds for which a rule holds, as a condition over notices `n`. */
export function kindsWith(isMeant: (rule: LateRule) => boolean): string {
  const kinds = Object.entries(LATE_RULES).flatMap(([kind, rule]) => (isMeant(rule) ? [`'${kind}'`] : []));
  return `regexp_replace(n.kind, '^reminder-\\d+$', 'reminder') in (${kinds.join(', ')})`;
}
