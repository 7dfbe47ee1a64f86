// Asks the registry for known faults of the packages that the product runs with; `npm run audit:packages`.
// Ends with 1 for a fault of level high or critical. A registry that has no such service, or none that can be
// reached, is said aloud and is no failure: nothing was checked then.
import { spawnSync } from 'node:child_process';

const { stdout, stderr } = spawnSync('npm', ['audit', '--omit=dev', '--json'], { encoding: 'utf8' });

const report = parsed(stdout);
const levels = report?.metadata?.vulnerabilities;
if (levels === undefined) {
  const why = report?.error?.summary ?? report?.message ?? stderr.trim().split('\n').at(-1) ?? 'no answer';
  console.log(`packages were NOT audited: the registry gave no report (${why || 'no answer'})`);
} else {
  console.log(`packages audited: ${JSON.stringify(levels)}`);
  for (const { name, severity, range } of Object.values(report.vulnerabilities)) {
    console.log(`  ${severity}: ${name} ${range}`);
  }
  if (levels.high + levels.critical > 0) {
    console.error(
      'Packages with faults of level high or critical: update them, or say in docs/security.md why not.',
    );
    process.exitCode = 1;
  }
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
