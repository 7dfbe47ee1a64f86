import { Command, InvalidArgumentError, Option } from 'commander';
import { RunJob } from '../features/jobs/index.js';
import { Offices } from '../features/offices/index.js';
import {
  PlanQueries,
  PublishPlan,
  StartPlan,
  type AnnouncedPolicy,
  type Plan,
} from '../features/plans/index.js';
import { withApplication } from './with-application.js';

interface PlanOptions {
  readonly weeks?: number;
  readonly seconds: number;
  readonly publish?: boolean;
  readonly announced?: AnnouncedPolicy;
  readonly office?: string;
}

type Application = Parameters<Parameters<typeof withApplication>[0]>[0];

/** `welcome-talks plan [--weeks N] [--publish]`: computes a plan for the open households, here and now. */
export function planCommand(): Command {
  return new Command('plan')
    .description(
      'find talks for all open households; with --publish they are booked and the invitations prepared',
    )
    .option('--weeks <number>', 'how far ahead; left out: the horizon of the office', weeks)
    .option('--seconds <number>', 'how long to search on an ordinary machine', seconds, 10)
    .addOption(
      new Option('--announced <policy>', 'what may happen to announced talks; left out: they stay').choices([
        'keep',
        'absences',
        'worthwhile',
      ]),
    )
    .option('--publish', 'book the plan at once, without a review')
    .option('--office <slug>', 'which office, when there are several')
    .action((options: PlanOptions) => withApplication((app) => plan(app, options)));
}

async function plan(app: Application, options: PlanOptions): Promise<void> {
  const office = await officeOf(app, options.office);
  const { planId } = await app.get(StartPlan).run({
    officeId: office.id,
    actor: 'system',
    weeks: options.weeks ?? office.policies.horizonWeeks,
    seconds: options.seconds,
    announced: options.announced,
  });
  await app.get(RunJob, { strict: false }).run(planId, new AbortController().signal);
  const found = await app.get(PlanQueries).get(office.id, planId);
  if (found.state !== 'ready') {
    throw new Error(
      `plan ${planId} is ${found.state}: another process computes it; look at it under /office/plans`,
    );
  }
  process.stdout.write(summaryOf(found));
  if (options.publish !== true) return;
  const result = await app.get(PublishPlan).run({ officeId: office.id, planId, actor: 'system' });
  if (result.kind === 'changed-meanwhile') {
    throw new Error(`plan ${planId} was changed meanwhile; publish it under /office/plans/${planId}`);
  }
  process.stdout.write(
    `booked ${result.booked}, moved ${result.moved}, not booked ${result.conflicts}, messages prepared ${result.notices}\n`,
  );
}

async function officeOf(app: Application, slug: string | undefined): ReturnType<Offices['get']> {
  const offices = app.get(Offices, { strict: false });
  if (slug !== undefined) return offices.bySlug(slug);
  const all = await offices.all();
  const [only] = all;
  if (!only) throw new Error('there is no office yet; create one with: welcome-talks example-office');
  if (all.length > 1) {
    throw new Error(
      `there are several offices; choose with --office ${all.map((office) => office.slug).join('|')}`,
    );
  }
  return only;
}

function summaryOf({ id, totals, cost, bound }: Plan): string {
  if (!totals || !cost) return `plan ${id}\n`;
  const { plan: ours, firstCome, households } = totals;
  const lines = [
    `plan ${id}: ${ours.planned} of ${households} households have a talk, ${ours.inTime} of them in time`,
    `interpreters CHF ${francs(ours.moneyRappen)} (first come, first served: CHF ${francs(firstCome.moneyRappen)})`,
    `cost CHF ${francs(cost.total)}${bound ? `, no plan can be below CHF ${francs(bound.total)}` : ''}`,
  ];
  return `${lines.join('\n')}\n`;
}

const francs = (rappen: number): string => (rappen / 100).toFixed(2);

function weeks(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1 || value > 52) {
    throw new InvalidArgumentError('Give a number of weeks from 1 to 52.');
  }
  return value;
}

function seconds(text: string): number {
  const value = Number(text);
  if (!(value > 0 && value <= 3600))
    throw new InvalidArgumentError('Give a number of seconds, for example 30.');
  return value;
}
