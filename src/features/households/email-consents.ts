import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import type { Tx } from '../../platform/database/database.js';

/** The words in use; whoever changes them gives them another name (decision 12). */
const WORDING = { register: 'register-1', staff: 'office-1' } as const;

interface OfHousehold {
  readonly officeId: number;
  readonly householdId: number;
  readonly actor: string;
}

/** Keeps who may be written to by e-mail; what is told how follows from the household's channel. */
@Injectable()
export class EmailConsents {
  constructor(private readonly clock: Clock) {}

  /**
   * After an import: an address that came with the register counts as a consent, once; whoever took a consent back is
   * told by letter whatever a register says.
   */
  async afterImport(
    tx: Tx,
    { ids, ...of }: { readonly officeId: number; readonly actor: string; readonly ids: readonly number[] },
  ): Promise<void> {
    await tx.query(
      `insert into email_consents (office_id, household_id, source, wording, language, given_at, noted_by)
       select h.office_id, h.id, 'register', $2, 'de', $3, $4 from households h
        where h.id = any($1::int[]) and h.channel = 'email'
          and not exists (select from email_consents c where c.household_id = h.id)`,
      [ids, WORDING.register, this.clock.now(), of.actor],
    );
    await tx.query(
      // not exists() would look through all consents for each household of a large import
      `update households h set channel = 'letter' where h.id = any($1::int[]) and h.channel = 'email'
         and h.id <> all (array(select household_id from email_consents
           where household_id = any($1::int[]) and withdrawn_at is null))`,
      [ids],
    );
  }

  /** Staff note that the household agreed, in the language of its letters; what stands already stays. */
  async give(tx: Tx, { officeId, householdId, actor }: OfHousehold): Promise<void> {
    await tx.query(
      `insert into email_consents (office_id, household_id, source, wording, language, given_at, noted_by)
       select $1, h.id, 'staff', $3, h.letter_language, $4, $5 from households h where h.id = $2
       on conflict do nothing`,
      [officeId, householdId, WORDING.staff, this.clock.now(), actor],
    );
  }

  /** Notes that the household wants no e-mails any more; nothing when it had not agreed. */
  async withdraw(tx: Tx, { householdId, actor }: OfHousehold): Promise<void> {
    await tx.query(
      `update email_consents set withdrawn_at = $2, withdrawal_noted_by = $3
        where household_id = $1 and withdrawn_at is null`,
      [householdId, this.clock.now(), actor],
    );
  }
}
