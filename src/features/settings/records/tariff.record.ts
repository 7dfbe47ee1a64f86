import type { Tx } from '../../../platform/database/database.js';
import { DomainError } from '../../../platform/errors/domain-error.js';
import {
  enterTariffVersion,
  ownTariffVersion,
  replaceTariffVersion,
  type TariffVersion,
} from '../../tariffs/index.js';
import type { SettingsRecord } from '../settings-record.js';

/** One version of a tariff. `code` is empty for the first version of a new one: it gets its code when it is saved. */
export type TariffSettings = TariffVersion;

/**
 * Versions of tariffs that the office entered. One by which money was counted already, because a visit was worked or
 * given up, keeps its rules and its first day: what changes is a new version (`tariff-used`). A version stays with its
 * tariff (`tariff-of-version`).
 */
export const tariffRecord: SettingsRecord<TariffSettings> = {
  kind: 'tariff',
  personal: [],
  changesPrices: true,
  load: (tx, scope) => ownTariffVersion(tx, scope),
  async create(tx, { officeId }, values) {
    const { code, name } = values;
    if (code !== '') await assertOwn(tx, officeId, code);
    const version = code === '' ? { ...values, code: await newCode(tx, officeId, name) } : values;
    return enterTariffVersion(tx, officeId, version);
  },
  async replace(tx, scope, values) {
    const before = await ownTariffVersion(tx, scope);
    if (!before) throw new DomainError('not-found', 'not-found');
    if (values.code !== before.code) throw new DomainError('tariff-of-version', 'conflict');
    if (await countsOtherwise(tx, scope.id, values)) await releaseVisits(tx, before);
    await replaceTariffVersion(tx, scope.id, values);
  },
};

async function countsOtherwise(tx: Tx, id: number, { rules, validFrom }: TariffVersion): Promise<boolean> {
  const [row] = await tx.query<{ differs: boolean }[]>(
    `select rules is distinct from $2::jsonb or valid_from <> $3::date as differs from tariffs where id = $1`,
    [id, JSON.stringify(rules), validFrom],
  );
  return row?.differs === true;
}

/** Visits that are only planned let go of the version; they are priced anew when it is saved. */
async function releaseVisits(tx: Tx, { code, validFrom }: TariffVersion): Promise<void> {
  if (await isUsed(tx, { code, validFrom })) throw new DomainError('tariff-used', 'conflict');
  await tx.query(
    `update visit_costs set tariff_code = null, tariff_from = null where tariff_code = $1 and tariff_from = $2`,
    [code, validFrom],
  );
}

async function assertOwn(tx: Tx, officeId: number, code: string): Promise<void> {
  const [own] = await tx.query<unknown[]>('select 1 from tariffs where office_id = $1 and code = $2', [
    officeId,
    code,
  ]);
  if (own === undefined) throw new DomainError('not-found', 'not-found');
}

async function isUsed(
  tx: Tx,
  { code, validFrom }: Pick<TariffVersion, 'code' | 'validFrom'>,
): Promise<boolean> {
  const [used] = await tx.query<unknown[]>(
    `select from visit_costs where tariff_code = $1 and tariff_from = $2 and actual_rappen is not null
     union all select from cancellation_costs where tariff_code = $1 and tariff_from = $2 limit 1`,
    [code, validFrom],
  );
  return used !== undefined;
}

/** Begins with the office's short name, so that two offices never want the same one. */
async function newCode(tx: Tx, officeId: number, name: string): Promise<string> {
  const [office] = await tx.query<{ slug: string; taken: string[] }[]>(
    'select slug, array(select distinct code from tariffs where office_id = $1) as taken from offices where id = $1',
    [officeId],
  );
  const plain = name.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
  const words = plain.match(/[a-z0-9]+/g) ?? [];
  const wanted = [office?.slug ?? '', ...words].join('-').slice(0, 60);
  let code = wanted;
  for (let number = 2; office?.taken.includes(code) === true; number += 1) code = `${wanted}-${number}`;
  return code;
}
