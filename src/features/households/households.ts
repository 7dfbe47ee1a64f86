import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { openedContact } from '../contacts/index.js';
import type { Household } from './household.js';

const HOUSEHOLD = `
select h.id, h.office_id as "officeId", h.reference, h.municipality_bfs as "municipalityBfs",
       (select m.name from municipalities m where m.bfs_number = h.municipality_bfs
         order by m.valid_from desc limit 1) as municipality,
       h.arrived_on::text as "arrivedOn", h.target_on::text as "targetOn", h.state, h.state_reason as "stateReason",
       h.channel, h.letter_language as "letterLanguage", h.step_free as "stepFree",
       h.interpreter_gender as "interpreterGender", h.interpreter_gender_required as "interpreterGenderRequired",
       h.accepts_remote_interpreter as "acceptsRemoteInterpreter", h.street, h.postcode, h.town,
       h.address_lock as "addressLock", h.note, h.version,
       coalesce((select jsonb_agg(jsonb_build_object('id', p.id, 'isContact', p.is_contact,
           'firstName', p.first_name, 'lastName', p.last_name, 'born', p.born, 'email', p.email, 'phone', p.phone,
           'permit', p.permit, 'regime', p.regime, 'nationality', p.nationality, 'origin', p.origin,
           'registerNumber', p.register_number) order by p.is_contact desc, p.id)
         from persons p where p.household_id = h.id), '[]') as persons,
       coalesce((select jsonb_agg(jsonb_build_object('language', l.language, 'level', l.level) order by l.rank)
         from household_languages l where l.household_id = h.id), '[]') as languages,
       array(select x.interpreter_id from interpreter_exclusions x where x.household_id = h.id
         order by 1) as "excludedInterpreterIds",
       (select t.id from talks t where t.household_id = h.id
         and t.state in ('planned', 'invited', 'confirmed', 'change-requested')) as "openTalkId",
       (select jsonb_build_object('source', c.source, 'wording', c.wording, 'language', c.language,
           'givenAt', c.given_at, 'notedBy', c.noted_by, 'withdrawnAt', c.withdrawn_at,
           'withdrawalNotedBy', c.withdrawal_noted_by)
         from email_consents c where c.household_id = h.id order by c.id desc limit 1) as "emailConsent"
  from households h`;

/** Reads one household with its persons and languages. */
@Injectable()
export class Households {
  constructor(private readonly database: Database) {}

  /** Throws `household-not-found` when this office has none with that id. */
  async get(officeId: number, id: number): Promise<Household> {
    return only(
      await this.database.query<Household>(`${HOUSEHOLD} where h.office_id = $1 and h.id = $2`, [
        officeId,
        id,
      ]),
    );
  }

  /** By the case number that people see, such as `2027-000123`. */
  async byReference(officeId: number, reference: string): Promise<Household> {
    return only(
      await this.database.query<Household>(`${HOUSEHOLD} where h.office_id = $1 and h.reference = $2`, [
        officeId,
        reference,
      ]),
    );
  }
}

function only(households: readonly Household[]): Household {
  const [household] = households;
  if (!household) throw new DomainError('household-not-found', 'not-found');
  const persons = household.persons.map((person) => openedContact('persons', person.id, person));
  return { ...openedContact('households', household.id, household), persons };
}
