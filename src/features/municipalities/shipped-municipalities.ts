import fs from 'node:fs';
import path from 'node:path';
import type { Tx } from '../../platform/database/database.js';

/** A municipality as the product ships it. */
export interface ShippedMunicipality {
  readonly bfsNumber: number;
  readonly name: string;
  readonly canton: string;
  /** Foreign residents in 2016. */
  readonly foreigners: number;
}

const FOLDER = path.resolve(import.meta.dirname, '../../../data');

/** Public names, numbers and sizes of a canton's municipalities; empty for a canton without a file in `data`. */
export function shippedMunicipalities(canton: string): ShippedMunicipality[] {
  const file = path.join(FOLDER, `municipalities-${canton.toLowerCase()}.csv`);
  if (!fs.existsSync(file)) return [];
  const rows = fs.readFileSync(file, 'utf8').trim().split(/\r?\n/).slice(1);
  return rows.map((row) => {
    const [bfsNumber, name, population, foreignPercent] = row.split(',');
    const foreigners = Math.round((Number(population) * Number(foreignPercent)) / 100);
    return { bfsNumber: Number(bfsNumber), name: name ?? '', canton, foreigners };
  });
}

/** Those that are there already stay as they are. */
export async function saveMunicipalities(
  tx: Tx,
  municipalities: readonly ShippedMunicipality[],
): Promise<void> {
  await tx.query(
    `insert into municipalities (bfs_number, name, canton)
     select m."bfsNumber", m.name, m.canton
       from jsonb_to_recordset($1::jsonb) as m ("bfsNumber" int, name text, canton text)
     on conflict do nothing`,
    [JSON.stringify(municipalities)],
  );
}
