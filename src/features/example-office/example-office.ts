import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database, type Tx } from '../../platform/database/database.js';
import { saveMunicipalities, shippedMunicipalities } from '../municipalities/index.js';
import { NoticePlanner } from '../notices/index.js';
import { hashPassword } from '../staff/index.js';
import { ExampleTexts } from './example-texts.js';
import { InterpretedTalks } from './interpreted-talks.js';
import { createHouseholds } from './households.js';
import { createCaseworkers, createInterpreters } from './people.js';
import { createPlaces } from './places.js';
import { choicesFrom } from './random.js';
import { createTalks, type ComingTalk } from './talks.js';

const SEED = 20_261_122;

/** The password of every example login; the example office is never loaded in production. */
export const EXAMPLE_PASSWORD = 'musterland-willkommen';

export const exampleLogins = [
  { email: 'admin@musterland.example', name: 'Andrea Muster', role: 'administrator' },
  { email: 'koordination@musterland.example', name: 'Claudia Test', role: 'coordinator' },
  { email: 'beratung@musterland.example', name: 'Anna Keller', role: 'caseworker' },
  { email: 'auswertung@musterland.example', name: 'Reto Beispiel', role: 'reporting' },
] as const;

/** `Amt für Migration Musterland`: the same by seed every time, dated relative to today. */
@Injectable()
export class ExampleOffice {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly planner: NoticePlanner,
    private readonly texts: ExampleTexts,
    private readonly interpretedTalks: InterpretedTalks,
  ) {}

  /** Creates the example when there is no office yet; says whether it did. */
  async createIfEmpty(): Promise<boolean> {
    const officeId = await this.database.transaction(async (tx) => {
      // two processes may start at the same moment: the second waits here and then finds the office
      await tx.query('select pg_advisory_xact_lock(5347, 2)');
      const [{ count } = { count: '0' }] = await tx.query<{ count: string }[]>(
        'select count(*) as count from offices',
      );
      return count === '0' ? this.create(tx) : undefined;
    });
    if (officeId === undefined) return false;
    await this.interpretedTalks.create(officeId, this.today());
    return true;
  }

  /** Removes the example office with everything in it, and creates it anew. Other offices stay. */
  async reset(): Promise<void> {
    const officeId = await this.database.transaction(async (tx) => {
      await tx.query(`delete from allocations where talk_id in (select talks.id from talks
        join offices on offices.id = office_id where slug = 'musterland')`);
      await tx.query(`delete from talks using offices where offices.id = office_id and slug = 'musterland'`);
      await tx.query(`delete from interpreters using office_interpreters, offices
        where interpreter_id = interpreters.id and offices.id = office_id and slug = 'musterland'`);
      await tx.query(`delete from offices where slug = 'musterland'`);
      return this.create(tx);
    });
    await this.interpretedTalks.create(officeId, this.today());
  }

  private today(): string {
    return this.clock.now().toISOString().slice(0, 10);
  }

  /** Returns the office's id. */
  private async create(tx: Tx): Promise<number> {
    const choices = choicesFrom(SEED);
    const today = this.today();
    const municipalities = shippedMunicipalities('BL');
    await saveMunicipalities(tx, municipalities);
    const places = await createPlaces(tx, today);
    const caseworkers = await createCaseworkers(tx, places);
    await createInterpreters(tx, places.officeId, choices, today);
    const households = await createHouseholds(tx, places.officeId, today, municipalities, choices);
    const coming = await createTalks(tx, { places, caseworkers, households }, today, choices);
    for (const talk of coming) await this.planNotices(tx, talk);
    await createLogins(tx, places.officeId, caseworkers[0]?.id ?? null);
    await this.texts.approve(tx, places.officeId);
    return places.officeId;
  }

  /** Whoever said yes already hears that, whoever did not is invited. */
  private async planNotices(tx: Tx, talk: ComingTalk): Promise<void> {
    await this.planner.afterBooking(tx, talk.id);
    if (talk.isConfirmed) await this.planner.afterConfirmation(tx, talk.id);
  }
}

async function createLogins(tx: Tx, officeId: number, caseworkerId: number | null): Promise<void> {
  const passwordHash = await hashPassword(EXAMPLE_PASSWORD);
  for (const login of exampleLogins) {
    await tx.query(
      `insert into staff_users (office_id, caseworker_id, email, name, password_hash, role)
       values ($1, $2, $3, $4, $5, $6)`,
      [
        officeId,
        login.role === 'caseworker' ? caseworkerId : null,
        login.email,
        login.name,
        passwordHash,
        login.role,
      ],
    );
  }
}
