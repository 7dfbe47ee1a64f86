import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Settings } from '../../platform/config/settings.js';
import { Database } from '../../platform/database/database.js';
import { SIGN_IN_MINUTES } from '../links/index.js';
import { TEMPLATE_VERSION } from './template-version.js';
import { WakeNoticeWorker } from './wake-notice-worker.js';

/** Kind of the notice that carries a link to sign in; it belongs to no talk. */
const SIGN_IN_KIND = 'interpreter-sign-in';

/** Numbers count up per interpreter, because a notice without a talk is told apart by its revision. */
const PLAN_SQL = `
insert into notices (id, office_id, kind, revision, recipient_kind, recipient_id, channel, locale, direction,
  template_version, facts, due_at, expires_at, message_id)
select made.id, o.office_id, '${SIGN_IN_KIND}', coalesce((select max(revision) from notices
    where kind = '${SIGN_IN_KIND}' and recipient_kind = 'interpreter' and recipient_id = i.id), 0) + 1,
  'interpreter', i.id, 'email', i.locale, l.direction, $3, jsonb_build_object('path', $2::text), $4::timestamptz,
  $4::timestamptz + make_interval(mins => ${SIGN_IN_MINUTES}), '<' || made.id || '@' || $5 || '>'
from interpreters i join languages l on l.code = i.locale
join lateral (select office_id from office_interpreters where interpreter_id = i.id
  order by office_id limit 1) o on true
cross join lateral (select uuidv7() as id where i.id is not null) made
where i.active and i.id = any($1)
on conflict on constraint notices_once_uq do nothing
returning id`;

/** Mails a link to sign in. The link is made when the mail is written, so it never waits in the database. */
@Injectable()
export class SignInNotice {
  constructor(
    private readonly database: Database,
    private readonly settings: Settings,
    private readonly clock: Clock,
    private readonly worker: WakeNoticeWorker,
  ) {}

  /** @param path page to show after signing in, `/interpreter/…` */
  async plan(interpreterIds: readonly number[], path: string): Promise<void> {
    const host = new URL(this.settings.publicUrl).hostname;
    const planned = await this.database.query<{ id: string }>(
      `with planned as (${PLAN_SQL}) select id from planned`,
      [interpreterIds, path, TEMPLATE_VERSION, this.clock.now(), host],
    );
    await this.worker.wake(planned.map(({ id }) => id));
  }
}
