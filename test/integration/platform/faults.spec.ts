import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, it, jest } from '@jest/globals';

// processes and a database of their own
jest.setTimeout(180_000);

/** All of them: `npm run faults`. */
const SHORT_ONES = [13, 56];

it('keeps its promises when the answer to a COMMIT is lost and when every second booking meets a deadlock', async () => {
  const { stdout } = await promisify(execFile)(process.execPath, [
    ...['--import', 'tsx', 'faults/main.ts', '--only', SHORT_ONES.join(',')],
  ]);

  for (const number of SHORT_ONES) expect(stdout).toMatch(new RegExp(`^\\| ${number} \\|.*\\| kept: `, 'm'));
  expect(stdout).toContain('2 faults, 0 promises broken');
});
