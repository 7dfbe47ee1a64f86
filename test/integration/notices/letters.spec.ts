import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { JobQueries, RunJob } from '../../../src/features/jobs/index.js';
import {
  LetterFiles,
  LetterQueries,
  OrderPrinting,
  PostLetters,
  PrintLetters,
} from '../../../src/features/notices/index.js';
import { MONDAY, startTestApp, type TestApp } from '../../support/app.js';
import { aBookedTalk, type BookedTalk, changeTalk, noticesOf } from '../../support/notices.js';
import { pdfPages, replacementTexts } from '../../support/pdf-text.js';
import { approvedTexts, aSmallWorld, type SmallWorld } from '../../support/world.js';

jest.setTimeout(60_000);

describe('letters', () => {
  let test: TestApp;
  let world: SmallWorld;

  beforeAll(async () => {
    test = await startTestApp();
    world = await aSmallWorld(test.database);
  });

  beforeEach(async () => {
    test.clock.moveTo(MONDAY);
    await test.database.query('delete from talks');
  });

  afterAll(() => test.close());

  const letters = (ids: readonly string[] | null = null) =>
    test.app.get(LetterQueries, { strict: false }).due(world.officeId, ids);
  const print = (ids: readonly string[]): Promise<Buffer> =>
    test.app.get(PrintLetters, { strict: false }).run(world.officeId, ids, 'staff:1');
  const post = (ids: readonly string[]): Promise<{ posted: number }> =>
    test.app.get(PostLetters, { strict: false }).run(world.officeId, ids, 'staff:1');
  const aLetter = async (language: string) => {
    const household = {
      row: {
        channel: 'letter',
        letter_language: language,
        street: 'Rheinstrasse 12',
        postcode: '4410',
        town: 'Liestal',
      },
      languages: { [language]: 3 },
    };
    const booked = await aBookedTalk(test, world, {}, household);
    test.clock.moveTo(new Date(MONDAY.getTime() + 5 * 60_000));
    const [letter] = await letters();
    return { ...booked, letter: letter! };
  };

  it('wait once they are due, with the address', async () => {
    const { householdId } = await aLetter('ar');

    expect(await letters()).toMatchObject([
      { householdId, kind: 'invitation', locale: 'ar', street: 'Rheinstrasse 12', town: '4410 Liestal' },
    ]);
  });

  it('have the reader’s language beside German, the code and the address on the first of two pages', async () => {
    const { letter } = await aLetter('de');

    const [first, second, ...more] = await pdfPages(await print([letter.id]));

    expect(first).toEqual(expect.arrayContaining(['Rheinstrasse 12', '4410 Liestal', 'Ihr Termin', 'Zeit']));
    expect(first!.some((line) => /^[2-9A-HJ-NP-Z]{4} [2-9A-HJ-NP-Z]{4}$/.test(line))).toBe(true);
    expect(second).toContain('Mehr zum Termin');
    expect(more).toEqual([]);
  });

  it('keep digits and Latin words in order within Arabic lines', async () => {
    const { letter } = await aLetter('ar');

    const [first = [], second = []] = await pdfPages(await print([letter.id]));

    // on paper such a line is read from its right end: Thursday, 21 January (by both names) 2027
    expect(first).toContain('2027 يناير / الثاني كانون 21 الخميس،');
    expect(first.filter((line) => line.includes('21.01.2027'))).toHaveLength(2);
    expect(first.some((line) => line.endsWith('14:00–14:45') && line.includes('بتوقيت'))).toBe(true);
    expect(second).toContain('.+41 61 000 00 00 :بنا اتصلوا أو');
  });

  it('can be read out of the file in Russian', async () => {
    await approvedTexts(test.database, world.officeId, ['ru']);
    const { letter } = await aLetter('ru');

    const [first = []] = await pdfPages(await print([letter.id]));

    expect(first.join(' ').replaceAll(/\s+/g, ' ')).toContain('четверг, 21 января 2027 г. (21.01.2027)');
  });

  it('set Tamil with every sign of its font, and can be read out of the file', async () => {
    const { letter } = await aLetter('ta');

    const pdf = await print([letter.id]);

    expect((await pdfPages(pdf)).flat().join('')).not.toMatch(/[\ufffd\u25a1\u0000]/);
    expect(replacementTexts(pdf)).toEqual(expect.arrayContaining(['தி', 'நி', 'றோ', 'ளை']));
  });

  it('are tagged, each column in its language, for those who have them read aloud', async () => {
    const { letter } = await aLetter('ar');

    const pdf = (await print([letter.id])).toString('latin1');

    expect(pdf).toContain('/StructTreeRoot');
    expect(pdf).toContain('/Lang (ar)');
    expect(pdf).toContain('/Lang (de)');
  });

  it('do not wait any more once they are in the post, and are noted once', async () => {
    const { letter, talkId } = await aLetter('ar');

    expect(await post([letter.id])).toEqual({ posted: 1 });
    expect(await post([letter.id])).toEqual({ posted: 0 });

    expect(await letters()).toEqual([]);
    const [notice] = await noticesOf(test, talkId);
    expect(notice).toMatchObject({ kind: 'invitation', state: 'sent' });
  });

  it('of a talk that was cancelled meanwhile are neither printed nor noted', async () => {
    const { letter, talkId } = await aLetter('ar');
    await changeTalk(test, talkId, "state = 'cancelled', cancelled_by = 'office'", 'afterCancellation');

    await expect(print([letter.id])).rejects.toMatchObject({ code: 'letters-none-due' });
    expect(await post([letter.id])).toEqual({ posted: 0 });
  });

  it('are printed by a job without those that hold no more, and none is held up by one that cannot be written', async () => {
    const booked: BookedTalk[] = [];
    for (let count = 0; count < 4; count += 1) {
      test.clock.moveTo(MONDAY);
      booked.push(await aLetter('de'));
    }
    const [{ talkId }, { householdId }] = booked as [BookedTalk, BookedTalk];
    const all = (await letters()).map(({ id }) => id);
    const jobId = await test.app.get(OrderPrinting, { strict: false }).run(world.officeId, all, 'staff:1');
    await changeTalk(test, talkId, "state = 'cancelled', cancelled_by = 'office'", 'afterCancellation');
    // a time that is none cannot be put into words
    await test.database.query(
      `update notices set kind = 'change', facts = '{"startsAt": "", "previousStartsAt": "never"}' where recipient_id = $1`,
      [householdId],
    );

    await test.app.get(RunJob, { strict: false }).run(jobId, new AbortController().signal);

    const job = await test.app.get(JobQueries, { strict: false }).get(world.officeId, jobId);
    expect(job).toMatchObject({ state: 'done', total: 4, done: 2, skipped: 1, failed: 1 });
    const files = await test.app.get(LetterFiles, { strict: false }).list(world.officeId, jobId);
    expect(files.reduce((sum, file) => sum + file.letters, 0)).toBe(2);
  });
});
