import type { PersonFacts } from '../../households/index.js';
import type { OfficePolicies } from '../../offices/index.js';

/** Whether a household is invited to a talk, and if not, the rule that says so: `nationality:DE`, `permit:05`. */
export interface Judgement {
  readonly state: 'open' | 'written' | 'not-invited';
  readonly reason: string | null;
}

type Policies = Pick<OfficePolicies, 'writtenOnlyNationalities' | 'notInvitedPermits'>;
type Judged = Pick<PersonFacts, 'born' | 'arrivedOn' | 'nationality' | 'permit'>;

const YOUTH_YEARS = 15;

/** One person for whom the office is responsible is enough for an invitation; small children do not decide. */
export function judgeHousehold(persons: readonly Judged[], policies: Policies): Judgement {
  const deciding = persons.some(isGrown) ? persons.filter(isGrown) : persons;
  const ours = deciding.filter((person) => !policies.notInvitedPermits.includes(person.permit ?? ''));
  if (ours.length === 0) return { state: 'not-invited', reason: `permit:${deciding[0]?.permit ?? ''}` };
  const informedInWriting = ours.every((person) =>
    policies.writtenOnlyNationalities.includes(person.nationality ?? ''),
  );
  if (informedInWriting) return { state: 'written', reason: `nationality:${ours[0]?.nationality ?? ''}` };
  return { state: 'open', reason: null };
}

function isGrown({ born, arrivedOn }: Judged): boolean {
  return born === null || Number(arrivedOn.slice(0, 4)) - Number(born.slice(0, 4)) >= YOUTH_YEARS;
}
