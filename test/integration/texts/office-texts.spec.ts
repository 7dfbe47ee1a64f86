import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import {
  DecideOnTexts,
  ImportTexts,
  OfficeTexts,
  SaveTexts,
  writeSheet,
} from '../../../src/features/texts/index.js';
import { ResendNotice } from '../../../src/features/notices/index.js';
import { startTestApp, type TestApp } from '../../support/app.js';
import { aBookedTalk, sendLater } from '../../support/notices.js';
import { aSmallWorld, type SmallWorld } from '../../support/world.js';

jest.setTimeout(60_000);

const TAMIL = { code: 'ta', script: 'Taml' };
const KEY = 'emails:free';
const NEW_WORDS = 'இந்த உரையாடல் இலவசம்.';

describe('the texts of an office', () => {
  let test: TestApp;
  let world: SmallWorld;

  beforeAll(async () => {
    test = await startTestApp();
    world = await aSmallWorld(test.database);
  });

  beforeEach(async () => {
    await test.database.query('delete from talks');
    await test.owner.query(
      `update office_texts set state = 'approved', words = null, edited_by = null, edited_at = null,
         approved_by = 'staff:9', approved_at = now(), words_hash = shipped.words_hash, source_hash = shipped.source_hash,
         version = nextval('office_text_versions')
       from shipped where shipped.key = office_texts.key and office_texts.language = 'ta'`,
    );
    test.mailbox.clear();
  });

  beforeAll(async () => {
    await test.owner.query(
      `create table shipped as select key, words_hash, source_hash from office_texts where language = 'ta'`,
    );
  });

  afterAll(() => test.close());

  const save = (actor: string, text = NEW_WORDS): Promise<unknown> =>
    test.app.get(SaveTexts, { strict: false }).run({
      officeId: world.officeId,
      language: TAMIL,
      actor,
      words: new Map([[KEY, text]]),
    });
  const approve = (actor: string, text = NEW_WORDS): Promise<unknown> =>
    test.app.get(DecideOnTexts, { strict: false }).run({
      officeId: world.officeId,
      language: 'ta',
      actor,
      decision: 'approved',
      read: new Map([[KEY, text]]),
    });
  const invitation = async (): Promise<{ subject: string; text: string; reason: string | null }> => {
    await test.database.query('delete from talks');
    test.mailbox.clear();
    const { talkId } = await aBookedTalk(test, world, {}, { languages: { ta: 3 } });
    await sendLater(test, 2);
    const [notice] = await test.database.query<{ reason: string | null }>(
      `select fallback_reason as reason from notices where talk_id = $1 and kind = 'invitation'`,
      [talkId],
    );
    const [mail] = test.mailbox.mails;
    return { subject: mail!.parsed.subject!, text: mail!.parsed.text!, reason: notice!.reason };
  };

  it('go out in the own language as long as each of them is approved', async () => {
    expect(await invitation()).toMatchObject({
      subject: 'உங்கள் சந்திப்பு · Ihr Termin · 21.01.2027',
      reason: null,
    });
  });

  it('go out in German and English while a changed text waits for approval, and staff see why', async () => {
    expect(await save('staff:1')).toEqual({ kind: 'saved', changed: [KEY] });

    expect(await invitation()).toMatchObject({
      subject: 'Ihr Termin · Your appointment · 21.01.2027',
      reason: `not-approved:ta:${KEY}`,
    });
  });

  it('need another person to approve what one has written', async () => {
    await save('staff:1');

    expect(await approve('staff:1')).toEqual({ decided: [], own: [KEY], changed: [] });
    expect((await invitation()).reason).not.toBeNull();
    expect(await approve('staff:2')).toEqual({ decided: [KEY], own: [], changed: [] });
    expect(await invitation()).toMatchObject({ text: expect.stringContaining(NEW_WORDS), reason: null });
  });

  it('are in the own language when the notice is sent again after the approval', async () => {
    await save('staff:1');
    await invitation();
    await approve('staff:2');
    const [{ id } = { id: '' }] = await test.database.query<{ id: string }>(
      `select id from notices where kind = 'invitation' and state = 'sent' order by id desc limit 1`,
    );
    test.mailbox.clear();

    await test.app.get(ResendNotice, { strict: false }).run(world.officeId, id, 'staff:1');
    await sendLater(test, 2);

    expect(test.mailbox.mails[0]!.parsed.text).toContain(NEW_WORDS);
  });

  it('cannot be approved by their writer past the program either', async () => {
    await save('staff:1');

    await expect(
      test.database.query(
        `update office_texts set state = 'approved', approved_by = 'staff:1', approved_at = now()
         where language = 'ta' and key = $1`,
        [KEY],
      ),
    ).rejects.toThrow('office_texts_four_eyes_ck');
  });

  it('are approved as they were read: words that changed meanwhile are not', async () => {
    await save('staff:1');

    expect(await approve('staff:2', 'உரையாடல் இலவசம்.')).toEqual({ decided: [], own: [], changed: [KEY] });
  });

  it('are not approved any more when the German text is another one', async () => {
    await test.database.query(
      `update office_texts set source_hash = 'older', version = nextval('office_text_versions')
       where language = 'ta' and key = $1`,
      [KEY],
    );

    expect((await invitation()).reason).toBe(`not-approved:ta:${KEY}`);
  });

  it('are refused with an error, and nothing of the rest is saved', async () => {
    const outcome = await save('staff:1', 'Das Gespräch ist gratis.');

    expect(outcome).toMatchObject({ kind: 'faulty', findings: [{ check: 'script-share', key: KEY }] });
    expect((await invitation()).reason).toBeNull();
  });

  it('come back from a translator through a sheet as drafts', async () => {
    const book = await test.app.get(OfficeTexts, { strict: false }).of(world.officeId);
    const sheet = writeSheet(book, 'ta').replaceAll('"உரையாடல் இலவசம்."', `"${NEW_WORDS}"`);
    const imports = test.app.get(ImportTexts, { strict: false });
    const command = { officeId: world.officeId, language: TAMIL, actor: 'import:Kavitha' };

    expect(await imports.run({ ...command, content: sheet })).toEqual({ kind: 'imported', changed: 2 });
    expect((await invitation()).reason).toMatch(/^not-approved:ta:/);
  });

  it('come back only without a fault: each one is named with its line', async () => {
    const imports = test.app.get(ImportTexts, { strict: false });
    const command = { officeId: world.officeId, language: TAMIL, actor: 'import:Kavitha' };
    const faultsOf = async (content: string): Promise<unknown> => imports.run({ ...command, content });

    expect(await faultsOf('key;text\nemails:free;x\n')).toEqual({
      kind: 'faulty',
      faults: [{ line: 1, message: expect.stringContaining('has no column «translation»') }],
    });
    expect(await faultsOf('key;translation\n"emails:fee";"இலவசம்."\n')).toEqual({
      kind: 'faulty',
      faults: [{ line: 2, message: expect.stringContaining('unknown key «emails:fee»') }],
    });
    expect(await faultsOf('key;translation\nemails:free;இலவசம் gratis.\n')).toEqual({
      kind: 'faulty',
      faults: [{ line: 2, message: expect.stringContaining('another script') }],
    });
  });
});
