import { OfficePoliciesSchema } from '../offices/index.js';

/** Data that is kept for one purpose and one time. Households are a class of their own (`delete-households.ts`). */
export interface RetentionClass {
  readonly name: string;
  /** What it is for and how long that takes, for whoever runs the command. */
  readonly kept: string;
  readonly table: string;
  /** SQL over the table `t`; `$1` is the present instant. */
  readonly due: string;
  /** Columns to empty; missing: the row goes. */
  readonly emptied?: readonly string[];
}

const TEXT_MONTHS = `(select coalesce((o.policies ->> 'noticeTextMonths')::int,
  ${OfficePoliciesSchema.parse({}).noticeTextMonths}) from offices o where o.id = t.office_id)`;

/** Every class but the households, what is most personal first. */
export const retentionClasses: readonly RetentionClass[] = [
  {
    name: 'notice-texts',
    kept: 'words of messages: 6 months after they left, or as the office says',
    table: 'notices',
    due: `t.body_text is not null and t.state not in ('planned', 'sending')
      and t.created_at < $1::timestamptz - make_interval(months => ${TEXT_MONTHS})`,
    emptied: ['subject', 'body_text', 'body_html'],
  },
  {
    name: 'import-previews',
    kept: 'lists that were looked at and not taken over: 1 day',
    table: 'arrival_imports',
    due: `t.state = 'previewed' and t.created_at < $1::timestamptz - interval '1 day'`,
  },
  {
    name: 'letter-files',
    kept: 'files with letters for the printer: 1 day',
    table: 'letter_files',
    due: `t.made_at < $1::timestamptz - interval '1 day'`,
  },
  {
    name: 'links',
    kept: 'links to pages: 90 days after they stopped working',
    table: 'links',
    due: `t.expires_at < $1::timestamptz - interval '90 days'`,
  },
  {
    name: 'plan-steps',
    kept: 'how a plan was changed: 6 months',
    table: 'plan_steps',
    due: `t.taken_at < $1::timestamptz - interval '6 months'`,
  },
  {
    name: 'plan-snapshots',
    kept: 'what a finished matching run saw: 6 months',
    table: 'plans',
    due: `t.snapshot is not null and t.state in ('published', 'discarded', 'failed')
      and t.created_at < $1::timestamptz - interval '6 months'`,
    emptied: ['snapshot'],
  },
  {
    name: 'changes',
    kept: 'that something changed, for open pages: 1 day',
    table: 'changes',
    due: `t.at < $1::timestamptz - interval '1 day'`,
  },
  {
    name: 'jobs',
    kept: 'long work that has ended, and what came of it: 12 months',
    table: 'jobs',
    due: `t.finished_at < $1::timestamptz - interval '12 months'`,
  },
  {
    name: 'staff-sessions',
    kept: 'sessions of staff: until they end',
    table: 'staff_sessions',
    due: `t.expires_at < $1::timestamptz`,
  },
  {
    name: 'interpreter-sessions',
    kept: 'sessions of interpreters: until they end',
    table: 'interpreter_sessions',
    due: `t.expires_at < $1::timestamptz`,
  },
  {
    name: 'idempotent-answers',
    // a day in which a request may be repeated (api-tokens), by the database's own clock
    kept: 'answers to other systems: 2 days',
    table: 'idempotent_answers',
    due: `t.created_at < least(now(), $1::timestamptz) - interval '2 days'`,
  },
  {
    name: 'rate-limits',
    kept: 'counts of attempts: until they expire',
    table: 'rate_limits',
    due: `t.expire < extract(epoch from least(now(), $1::timestamptz)) * 1000`,
  },
];
