import { matchingTariff } from '../../scheduling/index.js';
import type { Tx } from '../../platform/database/database.js';
import type { TariffVersion } from './tariff-version.js';

const COLUMNS = `code, name, valid_from, valid_until, source, rules, travel_rappen, hourly_rappen, minimum_minutes,
  step_minutes, remote_hourly_rappen, remote_minimum_minutes, remote_step_minutes`;

const PLACES = '$1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13';

/** Saves a version with what the search for a plan reckons with; one that is there with rules stays as it is. */
export async function addTariffVersion(tx: Tx, officeId: number, version: TariffVersion): Promise<void> {
  await tx.query(
    `insert into tariffs (${COLUMNS}, office_id) values (${PLACES}, $14)
     on conflict (code, valid_from) do update
       set name = excluded.name, source = excluded.source, rules = excluded.rules where tariffs.rules is null`,
    [...valuesOf(version), officeId],
  );
}

/** Answers with the id. Breaks `tariffs_code_uq` when the tariff has a version of that day. */
export async function enterTariffVersion(tx: Tx, officeId: number, version: TariffVersion): Promise<number> {
  const [row] = await tx.query<{ id: number }[]>(
    `insert into tariffs (${COLUMNS}, office_id) values (${PLACES}, $14) returning id`,
    [...valuesOf(version), officeId],
  );
  return row?.id ?? 0;
}

/** Writes a version of an office anew. Breaks constraints as {@link enterTariffVersion} does. */
export async function replaceTariffVersion(tx: Tx, id: number, version: TariffVersion): Promise<void> {
  await tx.query(`update tariffs set (${COLUMNS}) = (${PLACES}) where id = $14`, [...valuesOf(version), id]);
}

function valuesOf({ code, name, validFrom, validUntil, source, rules }: TariffVersion): unknown[] {
  const { onsite, remote, travel } = matchingTariff(rules);
  const price = (of: typeof onsite): (number | null)[] => [
    of?.hourly ?? null,
    of?.minMinutes ?? null,
    of?.stepMinutes ?? null,
  ];
  const prices = [...price(onsite), ...price(remote)];
  return [code, name, validFrom, validUntil, source, JSON.stringify(rules), travel, ...prices];
}
