const groups = {
  talks: [
    'talkMinutes',
    'bufferMinutes',
    'slotMinutes',
    'horizonWeeks',
    'noticeDays',
    'moveNoticeDays',
    'changeUntilHours',
    'targetDays',
    'limitMonths',
  ],
  messages: [
    'invitationsPerDay',
    'noticeHoldSeconds',
    'reminderDaysBefore',
    'reminderTime',
    'quietFrom',
    'quietUntil',
    'letterWindow',
  ],
  interpreting: [
    'interpreterBooking',
    'inviteBeforeAcceptance',
    'offersAtOnce',
    'offerHours',
    'offerAlarmHours',
    'offerUntilHours',
    'offerByPhone',
  ],
  people: [
    'minimumCaseworkerLevel',
    'minimumInterpreterLevel',
    'minimumGermanLevel',
    'writtenOnlyNationalities',
    'notInvitedPermits',
  ],
  keeping: ['householdMonths', 'archiveOffer', 'noticeTextMonths'],
} as const;

/** The policies in groups; those that no group names stand last, under `others`. */
export function policyGroups(
  names: readonly string[],
): (readonly [group: string, names: readonly string[]])[] {
  const grouped = Object.entries(groups).map(([group, wanted]) => {
    const known: readonly string[] = wanted;
    return [group, known.filter((name) => names.includes(name))] as const;
  });
  const named = new Set(grouped.flatMap(([, known]) => known));
  const others = names.filter((name) => !named.has(name));
  return others.length > 0 ? [...grouped, ['others', others] as const] : grouped;
}
