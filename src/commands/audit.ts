import { Command, InvalidArgumentError } from 'commander';
import { type AuditHead, type AuditReport, CheckAudit } from '../features/audit/index.js';
import { Offices } from '../features/offices/index.js';
import { officeCalled } from './office-called.js';
import { withApplication } from './with-application.js';

const MOST_SHOWN = 20;

interface CheckOptions {
  readonly office?: string;
  readonly expect?: AuditHead;
}

/** `welcome-talks audit check`: whether the audit is as it was written; fails when it is not. */
export function auditCommand(): Command {
  const check = new Command('check')
    .description('look for entries that were changed, removed or swapped; fails when there is one')
    .option('--office <slug>', 'its office; may be left out where there is only one')
    .option('--expect <head>', 'a head that an earlier check printed: shows what was cut off since', readHead)
    .action((options: CheckOptions) => checkAudit(options));
  return new Command('audit').description('who did what').addCommand(check);
}

async function checkAudit({ office: slug, expect }: CheckOptions): Promise<void> {
  await withApplication(async (app) => {
    const office = officeCalled(slug, await app.get(Offices, { strict: false }).all());
    const report = await app.get(CheckAudit, { strict: false }).run(office.id, expect);
    process.stdout.write(`${linesOf(report).join('\n')}\n`);
    if (report.faults.length > 0) {
      throw new Error(
        `The audit of ${office.slug} is not as it was written: ${report.faults.length} faults, the first at position ` +
          `${report.faults[0]?.position ?? 0}. Keep the database as it is and compare it with a backup.`,
      );
    }
  });
}

function linesOf({ checked, faults, unsealed, head }: AuditReport): string[] {
  const shown = faults.slice(0, MOST_SHOWN).map(({ kind, position, entryId }) => {
    const entry = entryId === null ? '' : `, entry ${entryId}`;
    return `position ${position}${entry}: ${kind}`;
  });
  return [
    ...shown,
    `${checked} entries checked, ${unsealed} not sealed yet`,
    `head: ${head.position}:${head.hash}`,
  ];
}

function readHead(text: string): AuditHead {
  const [, position = '', hash = ''] = /^(\d{1,15}):([0-9a-f]{64})$/.exec(text) ?? [];
  if (position === '')
    throw new InvalidArgumentError('write it as it was printed: a number, a colon, 64 digits.');
  return { position: Number(position), hash };
}
