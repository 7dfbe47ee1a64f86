import { CancelTalk } from '../../src/features/talks/index.js';
import type { TestApp } from './app.js';
import { accept, aTalkToInterpret, offers } from './offers.js';
import type { SmallWorld } from './world.js';

/** A talk on 1 February 2027 at 10:00 that its interpreter accepts, and that the office calls off an hour before. */
export async function aTalkCalledOffLate(test: TestApp, world: SmallWorld): Promise<string> {
  const { talkId } = await aTalkToInterpret(test, world, { startsAt: '2027-02-01T09:00:00.000Z' });
  const open = (await offers(test)).filter(({ state }) => state === 'open');
  for (const { id } of open) await accept(test, id);
  test.clock.moveTo(new Date('2027-02-01T08:00:00Z'));
  const [talk] = await test.database.query<{ version: number }>('select version from talks where id = $1', [
    talkId,
  ]);
  const whose = { officeId: world.officeId, talkId, version: talk?.version ?? 0, actor: 'staff:1' } as const;
  await test.app.get(CancelTalk, { strict: false }).run({ ...whose, by: 'office' });
  return talkId;
}
