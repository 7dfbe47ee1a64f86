import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Audit, CheckAudit, SealAudit } from '../../../src/features/audit/index.js';
import { startTestApp, type TestApp } from '../../support/app.js';
import { runCommand } from '../../support/command.js';
import { anOffice } from '../../support/world.js';

let test: TestApp;

beforeAll(async () => {
  test = await startTestApp();
});

afterAll(() => test.close());

/** An office with so many sealed entries. */
async function anAudit(count: number): Promise<{ officeId: number; ids: string[] }> {
  const officeId = await anOffice(test.database);
  const entry = { officeId, actor: 'staff:1', action: 'talk-moved', subjectKind: 'talk' };
  const entries = Array.from({ length: count }, (_, subjectId) => ({
    ...entry,
    subjectId: String(subjectId),
  }));
  await test.database.transaction((tx) => test.app.get(Audit, { strict: false }).recordAll(tx, entries));
  await seal();
  const rows = await test.database.query<{ id: string }>(
    'select id from audit_entries where office_id = $1 order by id',
    [officeId],
  );
  return { officeId, ids: rows.map(({ id }) => id) };
}

const seal = (): Promise<number> => test.app.get(SealAudit, { strict: false }).run();
const check = (officeId: number): ReturnType<CheckAudit['run']> =>
  test.app.get(CheckAudit, { strict: false }).run(officeId);

/** What an administrator of the database can do who switches the triggers off. */
function tamper(sql: string, parameters: readonly unknown[]): Promise<unknown> {
  return test.owner.transaction(async (tx) => {
    await tx.query('set local session_replication_role = replica');
    await tx.query(sql, [...parameters]);
  });
}

describe('the audit', () => {
  it.each([
    `update audit_entries set actor = 'staff:2'`,
    'delete from audit_entries',
    'truncate audit_entries',
    'delete from audit_seals',
    `update audit_seals set hash = ''`,
    'truncate audit_seals',
  ])('refuses %s', async (sql) => {
    await anAudit(1);

    await expect(test.owner.query(sql)).rejects.toThrow('the audit can only grow');
  });

  it('goes with its office', async () => {
    const { officeId } = await anAudit(2);

    await test.database.query('delete from offices where id = $1', [officeId]);

    expect(await check(officeId)).toMatchObject({ checked: 0, unsealed: 0 });
  });

  it('is whole when nobody touched it, and further entries follow on', async () => {
    const { officeId } = await anAudit(3);
    const first = await check(officeId);
    const entry = {
      officeId,
      actor: 'system',
      action: 'household-read',
      subjectKind: 'household',
      subjectId: 1,
    };
    await test.app.get(Audit, { strict: false }).recordReading(entry);

    expect(await check(officeId)).toMatchObject({ checked: 3, faults: [], unsealed: 1 });
    await Promise.all([seal(), seal(), seal()]);
    expect(await check(officeId)).toMatchObject({ checked: 4, faults: [], unsealed: 0 });
    expect(await test.app.get(CheckAudit, { strict: false }).run(officeId, first.head)).toMatchObject({
      faults: [],
    });
  });

  it('shows a changed entry with its position', async () => {
    const { officeId, ids } = await anAudit(5);

    await tamper(`update audit_entries set actor = 'staff:2' where id = $1`, [ids[2]]);

    expect((await check(officeId)).faults).toEqual([{ kind: 'changed', position: 3, entryId: ids[2] }]);
  });

  it('shows a removed entry with its position', async () => {
    const { officeId, ids } = await anAudit(5);

    await tamper('delete from audit_entries where id = $1', [ids[3]]);

    expect((await check(officeId)).faults).toEqual([{ kind: 'removed', position: 4, entryId: ids[3] }]);
  });

  it('shows two entries that changed places', async () => {
    const { officeId, ids } = await anAudit(5);

    await tamper(
      `update audit_entries e set subject_id = o.subject_id from audit_entries o
        where (e.id = $1 and o.id = $2) or (e.id = $2 and o.id = $1)`,
      [ids[0], ids[4]],
    );

    expect((await check(officeId)).faults.map(({ position }) => position)).toEqual([1, 5]);
  });

  it('shows an entry that went together with its seal', async () => {
    const { officeId, ids } = await anAudit(5);

    await tamper('delete from audit_seals where entry_id = $1', [ids[1]]);
    await tamper('delete from audit_entries where id = $1', [ids[1]]);

    expect((await check(officeId)).faults).toEqual([{ kind: 'seal-missing', position: 2, entryId: null }]);
  });

  it('shows by an earlier head that its end was cut off', async () => {
    const { officeId, ids } = await anAudit(5);
    const { head } = await check(officeId);
    await tamper('delete from audit_seals where entry_id = $1', [ids[4]]);
    await tamper('delete from audit_entries where id = $1', [ids[4]]);

    expect((await check(officeId)).faults).toEqual([]);
    const { faults } = await test.app.get(CheckAudit, { strict: false }).run(officeId, head);
    expect(faults).toEqual([{ kind: 'seal-missing', position: 5, entryId: null }]);
  });

  it('cannot be sealed anew by whoever lacks the key', async () => {
    const { officeId, ids } = await anAudit(2);

    await tamper(`update audit_entries set actor = 'staff:2' where id = $1`, [ids[1]]);
    await tamper(
      `update audit_seals s set hash = sha256(b.hash || 'guess'::bytea) from audit_seals b
        where s.entry_id = $1 and b.entry_id = $2`,
      [ids[1], ids[0]],
    );

    expect((await check(officeId)).faults).toEqual([{ kind: 'changed', position: 2, entryId: ids[1] }]);
  });

  it('is checked by a command, which fails when something is wrong', async () => {
    const { officeId, ids } = await anAudit(2);
    const [office] = await test.database.query<{ slug: string }>('select slug from offices where id = $1', [
      officeId,
    ]);
    const words = ['audit', 'check', '--office', office!.slug];
    const whole = await runCommand(test, words);
    await tamper(`update audit_entries set actor = 'staff:2' where id = $1`, [ids[1]]);

    const broken = await runCommand(test, words);

    expect(whole).toMatchObject({ code: 0, err: '' });
    expect(whole.out).toMatch(/^2 entries checked, 0 not sealed yet\nhead: 2:[0-9a-f]{64}\n$/);
    expect(broken).toMatchObject({
      code: 1,
      out: expect.stringContaining(`position 2, entry ${ids[1]}: changed`),
    });
    expect(broken.err).toContain('is not as it was written: 1 faults, the first at position 2');
  });
});
