import { matchingTariff } from '../../scheduling/index.js';
import type { Tx } from '../../platform/database/database.js';
import type { TariffVersion } from './tariff-version.js';

/** Saves a version with what the search for a plan reckons with; one that is there with rules stays as it is. */
export async function addTariffVersion(tx: Tx, version: TariffVersion): Promise<void> {
  const { code, name, validFrom, validUntil, source, rules } = version;
  const { onsite, remote, travel } = matchingTariff(rules);
  const price = (of: typeof onsite): (number | null)[] => [
    of?.hourly ?? null,
    of?.minMinutes ?? null,
    of?.stepMinutes ?? null,
  ];
  await tx.query(
    `insert into tariffs (code, name, valid_from, valid_until, source, rules, travel_rappen, hourly_rappen,
       minimum_minutes, step_minutes, remote_hourly_rappen, remote_minimum_minutes, remote_step_minutes)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
     on conflict (code, valid_from) do update
       set name = excluded.name, source = excluded.source, rules = excluded.rules where tariffs.rules is null`,
    [
      code,
      name,
      validFrom,
      validUntil,
      source,
      JSON.stringify(rules),
      travel,
      ...price(onsite),
      ...price(remote),
    ],
  );
}
