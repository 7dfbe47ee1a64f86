import type { RegisteredHousehold, RegisteredPerson } from '../../households/index.js';
import type { ArrivingPerson } from '../rows/arriving-household.js';

/** A person who is there already, with the household. */
export interface KnownPerson {
  readonly person: RegisteredPerson;
  readonly household: RegisteredHousehold;
}

/** Recognises arriving households and persons among those that were loaded. */
export class KnownHouseholds {
  private readonly byNumber = new Map<string, RegisteredHousehold>();
  private readonly byRegister = new Map<string, KnownPerson>();
  private readonly byKey = new Map<string, KnownPerson>();

  constructor(households: readonly RegisteredHousehold[]) {
    for (const household of households) {
      if (household.registerKey !== null) this.byNumber.set(household.registerKey, household);
      for (const person of household.persons) this.add({ person, household });
    }
  }

  household(number: string | null): RegisteredHousehold | undefined {
    return number === null ? undefined : this.byNumber.get(number);
  }

  /** By register number, else by key; somebody without a register number is still known by name and birth date. */
  person(arriving: ArrivingPerson): KnownPerson | undefined {
    const { registerNumber, key, nameKey } = arriving;
    const exact =
      (registerNumber === null ? undefined : this.byRegister.get(registerNumber)) ?? this.byKey.get(key);
    if (exact) return exact;
    const namesake = this.byKey.get(nameKey);
    return namesake?.person.registerNumber === null ? namesake : undefined;
  }

  private add(known: KnownPerson): void {
    this.byKey.set(known.person.personKey, known);
    if (known.person.registerNumber !== null) this.byRegister.set(known.person.registerNumber, known);
  }
}
