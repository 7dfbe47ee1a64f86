import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../platform/database/database.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { Audit } from '../audit/index.js';
import { saveContact } from '../contacts/index.js';
import { RestByLetter } from '../notices/index.js';
import { EmailConsents } from './email-consents.js';
import type { Channel, HouseholdLanguage, HouseholdState } from './household.js';

/** What staff may change; what is left out stays as it is. */
export interface HouseholdChange {
  /** Talk languages, best first; at least one. */
  readonly languages?: readonly HouseholdLanguage[];
  readonly letterLanguage?: string;
  readonly channel?: Channel;
  /** Of the contact; null when there is none. */
  readonly email?: string | null;
  readonly phone?: string | null;
  readonly stepFree?: boolean;
  readonly interpreterGender?: 'f' | 'm' | null;
  readonly interpreterGenderRequired?: boolean;
  readonly acceptsRemoteInterpreter?: boolean;
  readonly addressLock?: boolean;
  readonly note?: string;
  /** Every state but `open` needs a reason in the words of the staff. */
  readonly state?: { readonly state: SettableState; readonly reason: string };
}

/** States that people set; `planned` and `done` follow from talks. */
type SettableState = Exclude<HouseholdState, 'planned' | 'done'>;

export interface UpdateHouseholdCommand {
  readonly officeId: number;
  readonly householdId: number;
  /** The version that was seen when the change was made. */
  readonly version: number;
  readonly change: HouseholdChange;
  readonly actor: string;
}

export type UpdateHouseholdOutcome =
  | { readonly kind: 'updated'; readonly version: number; readonly openTalkId: string | null }
  | { readonly kind: 'changed-meanwhile'; readonly version: number };

interface Present {
  readonly version: number;
  readonly channel: Channel;
  readonly hasEmail: boolean;
  readonly openTalkId: string | null;
}

/** Column of each part that is stored as it comes. */
const COLUMNS = {
  letterLanguage: 'letter_language',
  channel: 'channel',
  stepFree: 'step_free',
  interpreterGender: 'interpreter_gender',
  interpreterGenderRequired: 'interpreter_gender_required',
  acceptsRemoteInterpreter: 'accepts_remote_interpreter',
  addressLock: 'address_lock',
  note: 'note',
} as const;

/** Changes a household's facts when nobody else has changed them meanwhile. */
@Injectable()
export class UpdateHousehold {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly consents: EmailConsents,
    private readonly restByLetter: RestByLetter,
  ) {}

  /**
   * Throws `household-not-found`, `household-without-email`, `household-has-talk`, `household-without-language` and
   * `household-reason-missing`. An open talk stays; its id comes back so that the page can point at it.
   */
  run(command: UpdateHouseholdCommand): Promise<UpdateHouseholdOutcome> {
    return this.database.transaction((tx) => this.inside(tx, command));
  }

  /** The same in a transaction that does more than this. */
  async inside(tx: Tx, command: UpdateHouseholdCommand): Promise<UpdateHouseholdOutcome> {
    const present = await load(tx, command);
    if (present.version !== command.version) {
      return { kind: 'changed-meanwhile', version: present.version };
    }
    refuseImpossible(command.change, present);
    await saveFacts(tx, command);
    await saveWaysToReach(tx, command);
    await this.followChannel(tx, command, present.channel);
    if (command.change.languages) await saveLanguages(tx, command.householdId, command.change.languages);
    await this.audit.record(tx, {
      officeId: command.officeId,
      actor: command.actor,
      action: 'household-updated',
      subjectKind: 'household',
      subjectId: command.householdId,
      detail: { fields: Object.keys(command.change), state: command.change.state?.state ?? null },
    });
    return { kind: 'updated', version: present.version + 1, openTalkId: present.openTalkId };
  }

  /** Staff change the channel because of what the household said: that is its consent, or its withdrawal. */
  private async followChannel(tx: Tx, command: UpdateHouseholdCommand, before: Channel): Promise<void> {
    const { channel } = command.change;
    if (channel === undefined || channel === before) return;
    if (channel === 'email') return this.consents.give(tx, command);
    await this.consents.withdraw(tx, command);
    await this.restByLetter.run(tx, command);
  }
}

async function load(tx: Tx, command: UpdateHouseholdCommand): Promise<Present> {
  const rows = await tx.query<Present[]>(
    `select h.version, h.channel,
            exists (select 1 from persons p where p.household_id = h.id and p.is_contact and p.email is not null)
              as "hasEmail",
            (select t.id from talks t where t.household_id = h.id
              and t.state in ('planned', 'invited', 'confirmed', 'change-requested')) as "openTalkId"
       from households h where h.office_id = $1 and h.id = $2 for update of h`,
    [command.officeId, command.householdId],
  );
  const [present] = rows;
  if (!present) throw new DomainError('household-not-found', 'not-found');
  return present;
}

function refuseImpossible(change: HouseholdChange, present: Present): void {
  if (leavesNoWayByEmail(change, present)) throw new DomainError('household-without-email', 'invalid');
  if (change.languages?.length === 0) throw new DomainError('household-without-language', 'invalid');
  if (change.state === undefined) return;
  if (present.openTalkId !== null) {
    throw new DomainError('household-has-talk', 'conflict', { talkId: present.openTalkId });
  }
  if (change.state.state !== 'open' && change.state.reason.trim() === '') {
    throw new DomainError('household-reason-missing', 'invalid');
  }
}

/** Told by e-mail afterwards, without an address: only looked at when channel or address change. */
function leavesNoWayByEmail(change: HouseholdChange, present: Present): boolean {
  const isTouched = change.channel === 'email' || change.email === null;
  const byEmail = (change.channel ?? present.channel) === 'email';
  const hasEmail = change.email === undefined ? present.hasEmail : change.email !== null;
  return isTouched && byEmail && !hasEmail;
}

async function saveFacts(tx: Tx, { householdId, change }: UpdateHouseholdCommand): Promise<void> {
  const parameters: unknown[] = [householdId];
  const parts = ['version = version + 1'];
  const set = (column: string, value: unknown): void => {
    parameters.push(value);
    parts.push(`${column} = $${parameters.length}`);
  };
  for (const [field, column] of Object.entries(COLUMNS)) {
    const value = change[field as keyof typeof COLUMNS];
    if (value !== undefined) set(column, value);
  }
  if (change.state) {
    set('state', change.state.state);
    set('state_reason', change.state.reason.trim() === '' ? null : change.state.reason.trim());
  }
  await tx.query(`update households set ${parts.join(', ')} where id = $1`, parameters);
}

async function saveWaysToReach(tx: Tx, { householdId, change }: UpdateHouseholdCommand): Promise<void> {
  const { email, phone } = change;
  const [contact] = await tx.query<{ id: number }[]>(
    'select id from persons where household_id = $1 and is_contact',
    [householdId],
  );
  if (contact) await saveContact(tx, 'persons', contact.id, { email, phone });
}

async function saveLanguages(
  tx: Tx,
  householdId: number,
  languages: readonly HouseholdLanguage[],
): Promise<void> {
  await tx.query('delete from household_languages where household_id = $1', [householdId]);
  await tx.query(
    `insert into household_languages (household_id, rank, language, level)
     select $1, ordinality, language, level
       from rows from (jsonb_to_recordset($2::jsonb) as (language text, level smallint)) with ordinality`,
    [householdId, JSON.stringify(languages)],
  );
}
