import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { CancelTalk, UndoCancellation } from '../../../src/features/talks/index.js';
import { AnswerOfferAgain } from '../../../src/features/visits/index.js';
import { MONDAY, startTestApp, type TestApp } from '../../support/app.js';
import { sendLater } from '../../support/notices.js';
import { accept, anAskingWorld, aTalkToInterpret, offers } from '../../support/offers.js';
import { after } from '../../support/talks.js';
import type { SmallWorld } from '../../support/world.js';

let test: TestApp;
let world: SmallWorld;

beforeAll(async () => {
  test = await startTestApp();
});
afterAll(() => test.close());
beforeEach(async () => {
  test.clock.moveTo(MONDAY);
  await test.database.transaction((tx) =>
    tx.query('delete from talks; delete from visits; delete from offers; delete from offices'),
  );
  world = await anAskingWorld(test);
});

const threeTalks = async (): Promise<string[]> => {
  const talks: string[] = [];
  for (const minutes of [0, 60, 120])
    talks.push((await aTalkToInterpret(test, world, { startsAt: after(minutes) })).talkId);
  return talks;
};

const cancel = async (talkId: string | undefined): Promise<void> => {
  const [talk] = await test.database.query<{ version: number }>('select version from talks where id = $1', [
    talkId,
  ]);
  const whose = { officeId: world.officeId, talkId: talkId ?? '', version: talk?.version ?? 0 };
  await test.app.get(CancelTalk, { strict: false }).run({ ...whose, actor: 'staff:1', by: 'office' });
};

const markSent = (kind: string): Promise<unknown> =>
  test.database.query(`update notices set state = 'sent', sent_at = now() where kind = $1`, [kind]);

const noticesOfKind = async (kind: string): Promise<string[]> => {
  const rows = await test.database.query<{ line: string }>(
    `select to_char((facts ->> 'startsAt')::timestamptz at time zone 'Europe/Zurich', 'HH24:MI') || ' ' || state as line
       from notices where kind = $1 order by facts ->> 'startsAt', id`,
    [kind],
  );
  return rows.map(({ line }) => line);
};

describe('an interpreter of several talks', () => {
  it('is reminded of the visit once, by its first talk as long as there is one', async () => {
    const [first] = await threeTalks();
    for (const { id } of await offers(test)) await accept(test, id);
    expect(await noticesOfKind('interpreter-reminder')).toEqual([
      '10:00 planned',
      '11:00 superseded',
      '12:00 superseded',
    ]);

    await cancel(first);
    expect(await noticesOfKind('interpreter-reminder')).toEqual([
      '10:00 superseded',
      '11:00 planned',
      '12:00 superseded',
    ]);
  });

  it('comes after all, and reads nothing, when a cancellation was a mistake', async () => {
    world = await anAskingWorld(test, { noticeHoldSeconds: 60 });
    const [talkId = ''] = await threeTalks();
    for (const { id } of await offers(test)) await accept(test, id);
    await sendLater(test, 2);
    test.mailbox.clear();
    await cancel(talkId);
    const [{ version } = { version: 0 }] = await test.database.query<{ version: number }>(
      'select version from talks where id = $1',
      [talkId],
    );

    const whose = { officeId: world.officeId, talkId, version, actor: 'staff:1' };
    const undone = await test.app.get(UndoCancellation, { strict: false }).run(whose);
    await sendLater(test, 5);

    expect(undone.kind).toBe('cancellation-undone');
    expect(test.mailbox.mails).toEqual([]);
    expect((await offers(test)).map(({ state }) => state)).toEqual(['accepted']);
    expect(await noticesOfKind('interpreter-reminder')).toEqual([
      '10:00 planned',
      '11:00 superseded',
      '12:00 superseded',
    ]);
  });

  it('reads that it is over, and so does the calendar, when a yes is taken back that was confirmed', async () => {
    await aTalkToInterpret(test, world);
    const [offer] = await offers(test);
    const again = test.app.get(AnswerOfferAgain, { strict: false });
    await accept(test, offer!.id);
    await again.run({ offerId: offer!.id, actor: 'staff:1' });
    expect(await noticesOfKind('interpreter-cancelled')).toEqual([]);

    await accept(test, offer!.id);
    await sendLater(test, 2);
    test.mailbox.clear();
    await again.run({ offerId: offer!.id, actor: 'staff:1' });
    await sendLater(test, 2);

    const [mail] = test.mailbox.mails.filter(({ parsed }) => parsed.subject?.startsWith('Einsatz abgesagt'));
    const [file] = mail?.parsed.attachments ?? [];
    expect(new TextDecoder().decode(file?.content as ArrayBuffer)).toContain('STATUS:CANCELLED');
  });

  it('reads once what is left of a request, and again only when more of it goes after that', async () => {
    const talks = await threeTalks();
    await markSent('interpreter-request');
    await cancel(talks[0]);
    expect(await noticesOfKind('interpreter-request-fewer')).toEqual(['10:00 planned']);
    expect(await noticesOfKind('interpreter-withdrawn')).toEqual([]);

    await markSent('interpreter-request-fewer');
    await cancel(talks[1]);
    expect(await noticesOfKind('interpreter-request-fewer')).toEqual(['10:00 sent', '10:00 planned']);
    await cancel(talks[2]);
    expect(await noticesOfKind('interpreter-withdrawn')).toHaveLength(1);
  });

  it('reads one mail when several talks go before it leaves, and none when the request has not left', async () => {
    const [first, second, third] = await threeTalks();
    await cancel(first);
    expect(await noticesOfKind('interpreter-request-fewer')).toEqual([]);

    await aTalkToInterpret(test, world, { startsAt: after(180) });
    await markSent('interpreter-request');
    for (const talkId of [second, third]) await cancel(talkId);
    expect(await noticesOfKind('interpreter-request-fewer')).toHaveLength(1);
    await sendLater(test, 1);
    const mail = test.mailbox.mails.find(({ parsed }) =>
      parsed.subject?.includes('Anfrage geändert'),
    )?.parsed;
    expect(mail?.text).toContain('13:00–13:45');
    expect(mail?.text).not.toContain('12:00–12:45');
  });
});
