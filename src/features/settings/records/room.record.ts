import { DomainError } from '../../../platform/errors/domain-error.js';
import type { Tx } from '../../../platform/database/database.js';
import type { SettingsRecord } from '../settings-record.js';

/** A room of a site. */
export interface RoomSettings {
  readonly siteId: number;
  readonly name: string;
  readonly floor: string;
  readonly seats: number;
  readonly stepFree: boolean;
  readonly video: boolean;
  readonly active: boolean;
}

/** Rooms; one out of use keeps its talks in the past. */
export const roomRecord: SettingsRecord<RoomSettings> = {
  kind: 'room',
  personal: [],
  async load(tx, { officeId, id }) {
    const [found] = await tx.query<RoomSettings[]>(
      `select r.site_id as "siteId", r.name, r.floor, r.seats, r.step_free as "stepFree", r.video, r.active
         from rooms r join sites s on s.id = r.site_id where s.office_id = $1 and r.id = $2`,
      [officeId, id],
    );
    return found;
  },
  async create(tx, { officeId }, values) {
    await assertOwnSite(tx, officeId, values.siteId);
    const [row] = await tx.query<{ id: number }[]>(
      `insert into rooms (site_id, name, floor, seats, step_free, video, active)
       values ($1, $2, $3, $4, $5, $6, $7) returning id`,
      columnsOf(values),
    );
    return row?.id ?? 0;
  },
  async replace(tx, { officeId, id }, values) {
    await assertOwnSite(tx, officeId, values.siteId);
    await tx.query(
      `update rooms set site_id = $2, name = $3, floor = $4, seats = $5, step_free = $6, video = $7, active = $8
        where id = $1`,
      [id, ...columnsOf(values)],
    );
  },
};

function columnsOf({ siteId, name, floor, seats, stepFree, video, active }: RoomSettings): unknown[] {
  return [siteId, name, floor, seats, stepFree, video, active];
}

async function assertOwnSite(tx: Tx, officeId: number, siteId: number): Promise<void> {
  const [site] = await tx.query<unknown[]>('select id from sites where office_id = $1 and id = $2', [
    officeId,
    siteId,
  ]);
  if (site === undefined) throw new DomainError('not-found', 'not-found');
}
