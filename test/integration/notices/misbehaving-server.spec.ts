import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { openedContact } from '../../../src/features/contacts/index.js';
import { MONDAY, startTestApp, type TestApp } from '../../support/app.js';
import { reachHousehold } from '../../support/contacts.js';
import { MisbehavingServer } from '../../support/misbehaving-server.js';
import { aBookedTalk, sendLater } from '../../support/notices.js';
import { messageIdOf, startScriptedSmtp, type ScriptedSmtp } from '../../support/scripted-smtp.js';
import { aSmallWorld } from '../../support/world.js';

jest.setTimeout(600_000);

/** With MISBEHAVED=300 many more, and servers that take two seconds for each command. */
const NOTICES = Number(process.env['MISBEHAVED'] ?? 20);
const SEED = Number(process.env['SEED'] ?? Date.UTC(2026, 10, 23));

interface Ended {
  readonly messageId: string;
  readonly email: string;
  readonly state: string;
  readonly reason: string | null;
  readonly repeated: number;
}

describe(`servers that misbehave in every way (seed ${SEED})`, () => {
  let far: ScriptedSmtp;
  let test: TestApp;
  beforeAll(async () => {
    far = await startScriptedSmtp();
    test = await startTestApp(MONDAY, { smtpUrl: far.url });
  });

  afterAll(async () => {
    await test.close();
    await far.stop();
  });

  const ends = async (): Promise<Ended[]> => {
    const rows = await test.database.query<Ended & { id: number }>(
      `select n.message_id as "messageId", p.id, p.email, n.state, n.state_reason as reason,
         (select count(*)::int from notice_events e where e.notice_id = n.id and e.event = 'repeated') as repeated
       from notices n join persons p on p.household_id = n.recipient_id and p.is_contact
      where n.kind = 'invitation' and n.channel = 'email'`,
    );
    return rows.map(({ id, ...row }) => openedContact('persons', id, row));
  };

  it('lose no notice and double none but those whose answer was lost, once, counted', async () => {
    const world = await aSmallWorld(test.database);
    for (let index = 0; index < NOTICES; index += 1) {
      const { householdId } = await aBookedTalk(test, world);
      await reachHousehold(test.database, householdId, {
        email: `person${index}@server${index % 5}.example`,
      });
    }
    const server = new MisbehavingServer(SEED, NOTICES > 100 ? 2_000 : 0);
    far.setScript(server.script());
    for (const minutes of [5, 1, 2, 6, 16, 30, 61]) await sendLater(test, minutes);
    far.setScript({});
    for (let look = 0; look < 40; look += 1) await sendLater(test, 60);

    const ended = await ends();
    if (NOTICES > 100) process.stdout.write(`${tableOf(ended)}\n`);
    expect(ended).toHaveLength(NOTICES);
    for (const { messageId, email, state, reason, repeated } of ended) {
      const lost = server.answersLost.get(email) ?? 0;
      const copies = far.messages.filter((message) => messageIdOf(message) === messageId).length;
      const taken = copies - (server.refusedWhole.get(email) ?? 0);
      expect(['sent', 'bounced', 'failed', 'unknown']).toContain(state);
      expect({ email, repeated, taken }).toEqual({
        email,
        repeated: Math.min(lost, 1),
        taken: lost + (state === 'sent' ? 1 : 0),
      });
      expect(lost).toBeLessThanOrEqual(2);
      expect(reason === 'address-unknown').toBe(server.unknown.has(email));
    }
  });
});

/** How many ended how. */
function tableOf(ended: readonly Ended[]): string {
  const table = new Map<string, number>();
  for (const { state, reason, repeated } of ended) {
    const end = [state, reason ?? '', repeated > 0 ? 'repeated' : ''].join(' ').trim();
    table.set(end, (table.get(end) ?? 0) + 1);
  }
  return JSON.stringify(Object.fromEntries(table));
}
