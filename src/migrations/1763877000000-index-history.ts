import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was a walk through all that ever happened is found by an index. */
const INDEXES: Readonly<Record<string, string>> = {
  notices_newest_idx: 'on notices (office_id, id desc)',
  notices_unsettled_idx: `on notices (office_id, id desc) where state not in ('sent', 'superseded')`,
  notice_events_repeated_idx: `on notice_events (notice_id) where event = 'repeated'`,
  households_reference_trgm_idx: 'on households using gin (reference gin_trgm_ops)',
  audit_entries_action_idx: 'on audit_entries (office_id, action, id desc)',
  audit_entries_actor_idx: 'on audit_entries (office_id, actor, id desc)',
};

/** Made beside running work: nobody waits, and one that was broken off is made anew. */
export class IndexHistory1763877000000 implements MigrationInterface {
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    for (const [name, definition] of Object.entries(INDEXES)) {
      await runner.query(`drop index concurrently if exists ${name}`);
      await runner.query(`create index concurrently ${name} ${definition}`);
    }
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations only go forward: restore a backup instead.'));
  }
}
