import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { apiClient } from '../../support/api.js';
import { startTestApp, type TestApp } from '../../support/app.js';
import { type CommandEnd, runCommand } from '../../support/command.js';
import { anOffice } from '../../support/world.js';

// each command is a process of its own
jest.setTimeout(180_000);

let test: TestApp;

beforeAll(async () => {
  test = await startTestApp();
});
afterAll(() => test.close());

const token = (...options: readonly string[]): Promise<CommandEnd> =>
  runCommand(test, ['token', 'create', ...options]);

describe('the command that makes a token', () => {
  it('needs an office, and its name where there are several', async () => {
    const none = await token('--role', 'coordinator');
    expect(none).toMatchObject({ code: 1, out: '' });
    expect(none.err).toContain('welcome-talks example-office');

    const officeId = await anOffice(test.database, { slug: 'alpha' });
    const made = await token('--role', 'auditor', '--days', '1');
    expect(made).toMatchObject({ code: 0, err: '' });
    const { body } = await apiClient(test.url, made.out.trim()).get('offices');
    expect(body.items).toMatchObject([{ id: officeId, slug: 'alpha' }]);

    await anOffice(test.database, { slug: 'beta' });
    const which = await token('--role', 'auditor');
    expect(which).toMatchObject({ code: 1 });
    expect(which.err).toContain('alpha, beta');
  });

  it('takes only roles there are', async () => {
    const { code, out, err } = await token('--role', 'king');

    expect([code, out]).toEqual([2, '']);
    expect(err).toContain('administrator');
  });
});
