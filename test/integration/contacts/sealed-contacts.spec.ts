import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { ImportArrivals } from '../../../src/features/arrivals/index.js';
import { forgetContactKey, openContactKeys } from '../../../src/features/contacts/index.js';
import { HouseholdQueries, Households } from '../../../src/features/households/index.js';
import { BookTalk, ConfirmTalk } from '../../../src/features/talks/index.js';
import { useKeys } from '../../../src/platform/secrets/field-seals.js';
import { KeyFile } from '../../../src/platform/secrets/key-file.js';
import { startTestApp, type TestApp } from '../../support/app.js';
import { runCommand } from '../../support/command.js';
import { contactOf, reachHousehold } from '../../support/contacts.js';
import { sendLater } from '../../support/notices.js';
import { type ScriptedSmtp, startScriptedSmtp } from '../../support/scripted-smtp.js';
import { aChoice } from '../../support/talks.js';
import { aHousehold, aSmallWorld, blMunicipalities, type SmallWorld } from '../../support/world.js';

jest.setTimeout(60_000);

const EMAIL = 'kanarienvogel@post.example';
const PHONE = '+41791112233';
const FILE = [
  'Nachname;Vorname;Geburtsdatum;E-Mail;Sprache;Telefon;Gemeinde;Zuzugsdatum;Strasse;PLZ;Ort',
  `Muster;Anna;05.03.1990;${EMAIL};Tigrinya;${PHONE};Liestal;04.01.2027;Kanarienweg 7;4410;Kanarienstadt`,
  'Muster;Bo;05.03.1990;kein kanarienvogel;Tigrinya;0790;Liestal;04.01.2027;Kanarienweg 8;4410;Kanarienstadt',
].join('\n');

/** What would give the canary away, as a row reads as text; bytes read as hexadecimal digits. */
const TRACES = [
  'kanarien',
  Buffer.from('kanarien').toString('hex'),
  Buffer.from('Kanarien').toString('hex'),
  '791112233',
  ...['sha256', 'sha1', 'md5'].flatMap((name) =>
    [EMAIL, PHONE, JSON.stringify(EMAIL), JSON.stringify(PHONE)].map((text) =>
      createHash(name).update(text).digest('hex').slice(0, 12),
    ),
  ),
];

describe('contact data', () => {
  let test: TestApp;
  let world: SmallWorld;
  let keys: KeyFile;
  let folder: string;
  let far: ScriptedSmtp;

  beforeAll(async () => {
    far = await startScriptedSmtp();
    test = await startTestApp(undefined, { smtpUrl: far.url });
    world = await aSmallWorld(test.database);
    await blMunicipalities(test.database);
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'keys-'));
    keys = new KeyFile(path.join(folder, 'keys.json'));
    fs.copyFileSync(process.env['CONTACT_KEYS_FILE']!, keys.place);
    useKeys(keys);
  });

  afterAll(async () => {
    await test.close();
    await far.stop();
    fs.rmSync(folder, { recursive: true });
  });

  const importFile = (dryRun: boolean): Promise<unknown> =>
    test.app.get(ImportArrivals).run({
      officeId: world.officeId,
      bytes: Buffer.from(FILE),
      fileName: 'list.csv',
      actor: 'staff:1',
      dryRun,
    });
  const found = async (search: string): Promise<number[]> =>
    test.app.get(HouseholdQueries).ids(world.officeId, { search }, 10);
  const tracesIn = async (): Promise<string[]> => {
    const tables = await test.owner.query<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('public', 'bullmq')`,
    );
    const hits: string[] = [];
    for (const { name } of tables) {
      const rows = await test.owner.query<{ line: string }>(
        `select t::text as line from ${name} t where t::text ilike any ($1)`,
        [TRACES.map((trace) => `%${trace}%`)],
      );
      hits.push(...rows.map(({ line }) => `${name}: ${line}`));
    }
    return hits;
  };

  it('stands in no table as it is, nor as a hash that could be guessed, from the list to the mail that left', async () => {
    await importFile(true);
    expect(await tracesIn()).toEqual([]);
    await importFile(false);
    const [householdId] = await found(EMAIL);
    const choice = aChoice(world, {});
    const { officeId } = world;
    const actor = 'staff:1';
    const booked = await test.app.get(BookTalk).run({ officeId, householdId: householdId!, actor, choice });
    await sendLater(test, 10);

    expect(far.messages.join('')).toContain(`To: ${EMAIL}`);
    far.setScript({ rcpt: `550 5.1.1 <${EMAIL}>: no such user` });
    const talkId = booked.kind === 'booked' ? booked.talkId : '';
    await test.app.get(ConfirmTalk).run({ officeId, talkId, actor: `household:${householdId}`, revision: 1 });
    await sendLater(test, 10);
    expect(
      await test.database.query(`select smtp_reply as reply from notices where state = 'bounced'`),
    ).toEqual([{ reply: '550 5.1.1 <…@post.example>: no such user' }]);
    expect(await tracesIn()).toEqual([]);
    expect(await test.app.get(Households).get(world.officeId, householdId!)).toMatchObject({
      street: 'Kanarienweg 7',
      town: 'Kanarienstadt',
      persons: [{ email: EMAIL, phone: PHONE }],
    });
    expect(await found('079 111 22 33')).toEqual([householdId]);
  });

  it('cannot be stored as it is, nor moved to somebody else', async () => {
    const [one, other] = [
      await aHousehold(test.database, world.officeId),
      await aHousehold(test.database, world.officeId),
    ];

    await expect(
      test.database.query('update persons set phone = $2 where household_id = $1', [one, PHONE]),
    ).rejects.toThrow('persons_phone_sealed_ck');
    await test.database.query(
      'update persons set email = (select email from persons where household_id = $1) where household_id = $2',
      [one, other],
    );
    await expect(test.app.get(Households).get(world.officeId, other)).rejects.toThrow(
      'belongs to another row',
    );
    await reachHousehold(test.database, other, { email: 'again@example.org' });
  });

  it('of an older version is sealed at the start, and an address that was refused stays so', async () => {
    const householdId = await aHousehold(test.database, world.officeId);
    for (const column of ['email', 'phone', 'import_marks'])
      await test.owner.query(`alter table persons drop constraint persons_${column}_sealed_ck`);
    await test.owner.query(
      `update persons set email = 'Old@example.org', email_index = null, email_domain = null where household_id = $1`,
      [householdId],
    );
    await test.owner.query(
      `alter table persons add constraint persons_email_sealed_ck check (email like 'v1.%') not valid`,
    );
    await test.owner.query('alter table notices add column unkeyed_address_hash bytea');
    const refused = await test.owner.query<{ id: string }>(
      `insert into notices (office_id, kind, revision, recipient_kind, recipient_id, channel, locale, direction,
         template_version, due_at, state, message_id, unkeyed_address_hash)
       values ($1, 'invitation', 1, 'household', $2, 'email', 'de', 'ltr', '1', now(), 'bounced', 'old',
         sha256('old@example.org')) returning id`,
      [world.officeId, householdId],
    );

    await openContactKeys(test.databaseUrl, keys);

    expect(await contactOf(test.database, householdId)).toMatchObject({ email: 'Old@example.org' });
    expect(await found('old@example.org')).toEqual([householdId]);
    const [same] = await test.database.query<{ same: boolean }>(
      `select n.address_hash = p.email_index as same from notices n
         join persons p on p.household_id = n.recipient_id where n.id = $1`,
      [refused[0]!.id],
    );
    expect(same).toEqual({ same: true });
  });

  it('is sealed anew by a rotation beside running work; the former key can then be forgotten', async () => {
    const householdId = await aHousehold(test.database, world.officeId);
    const environment = { CONTACT_KEYS_FILE: keys.place };
    const rotation = runCommand(test, ['keys', 'rotate'], environment);
    const over = new AbortController();
    void rotation.finally(() => {
      over.abort();
    });
    let count = 0;
    while (!over.signal.aborted) {
      count += 1;
      const email = `rotating${count}@example.org`;
      await reachHousehold(test.database, householdId, { email });
      expect(await contactOf(test.database, householdId)).toMatchObject({ email });
      expect(await found(email)).toEqual([householdId]);
    }

    expect(await rotation).toMatchObject({ code: 0, err: '' });
    expect((await rotation).out).toMatch(/^\d+ rows are sealed by the new key k2\./);
    expect(
      await test.owner.query(`select from persons where email like 'v1.k1.%' union all
        select from households where street like 'v1.k1.%' union all select from interpreters where email like 'v1.k1.%'`),
    ).toEqual([]);
    expect((await runCommand(test, ['keys', 'list'], environment)).out).toMatch(/^k1 retired.*\nk2 in use\n/);
    await expect(forgetContactKey(test.databaseUrl, keys, 'k2')).rejects.toThrow('in use');
    await forgetContactKey(test.databaseUrl, keys, 'k1');
    await expect(openContactKeys(test.databaseUrl, keys)).resolves.toBeUndefined();
  });

  it('refuses to be opened by the keys of another database, or by none', async () => {
    const [mine, index] = [keys.load()!, Buffer.alloc(32, 1)];
    const newest = mine.keys.at(-1)!;
    const other = new KeyFile(path.join(folder, 'other.json'));

    await expect(openContactKeys(test.databaseUrl, other)).rejects.toThrow(
      /The keys in .*other\.json are not those of this database: there is none\. Put back the file/,
    );
    other.save({ ...mine, keys: [{ ...newest, key: index }] });
    await expect(openContactKeys(test.databaseUrl, other)).rejects.toThrow(
      `its key ${newest.id} is missing or another one`,
    );
    other.save({ ...mine, indexKey: index });
    await expect(openContactKeys(test.databaseUrl, other)).rejects.toThrow('its index key is another one');
    useKeys(keys);
  });
});
