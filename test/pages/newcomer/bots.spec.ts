import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { load } from 'cheerio';
import { startTestApp, type TestApp } from '../../support/app.js';
import { anInvitedTalk, type InvitedTalk } from '../../support/newcomer.js';
import { aSmallWorld, type SmallWorld } from '../../support/world.js';

// every address in four languages is opened twice
jest.setTimeout(120_000);

/** A limit that only a page which links to ever new pages would reach. */
const MOST_ADDRESSES = 400;

/** Programs that open mails before people do: they follow every address, and some send every form they find. */
describe('a program that opens the links of a mail', () => {
  let test: TestApp;
  let world: SmallWorld;
  let talk: InvitedTalk;

  beforeAll(async () => {
    test = await startTestApp();
    world = await aSmallWorld(test.database);
    talk = await anInvitedTalk(test, world, { letterLanguage: 'ar' });
  });

  afterAll(() => test.close());

  /** Everything that a newcomer's action could change, as one text. */
  const everything = async (): Promise<string> => {
    const tables = ['talks', 'allocations', 'notices', 'links', 'households', 'audit_entries'];
    const rows = await Promise.all(
      tables.map((table) => test.database.query(`select * from ${table} order by 1`)),
    );
    return JSON.stringify(rows);
  };

  /** Every address in a page: links, and where its forms go with every choice they offer. */
  const addressesIn = (html: string): string[] => {
    const $ = load(html);
    const links = $('a[href]')
      .toArray()
      .map((link) => String($(link).attr('href')));
    const forms = $('form')
      .toArray()
      .flatMap((form) => {
        const action = String($(form).attr('action'));
        const choices = $(form).find('input[name=start]').toArray();
        return [action, ...choices.map((input) => `${action}?start=${String($(input).val())}`)];
      });
    return [...links, ...forms];
  };

  const crawl = async (from: string): Promise<Set<string>> => {
    const seen = new Set<string>();
    const waiting = [from];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      const address = new URL(next, test.url);
      address.hash = '';
      if (address.origin !== test.url || seen.has(address.href) || seen.size > MOST_ADDRESSES) continue;
      seen.add(address.href);
      await fetch(address, { method: 'HEAD', redirect: 'manual' });
      const answer = await fetch(address, { redirect: 'manual' });
      const location = answer.headers.get('location');
      waiting.push(...(location === null ? [] : [location]), ...addressesIn(await answer.text()));
    }
    return seen;
  };

  it('changes nothing by opening all there is, however deep, in every language', async () => {
    const before = await everything();

    const seen = await crawl(talk.url);

    const own = new URL(talk.url).pathname.split('/')[1];
    const paths = [...seen].map((address) => new URL(address).pathname.split('/'));
    const steps = new Set(paths.filter(([, site]) => site === own).map((path) => path[3] ?? ''));
    expect([...steps].sort()).toEqual(['', 'cancel', 'confirm', 'language', 'move', 'other', 'way', 'wish']);
    expect([...seen].some((address) => address.includes('lang=ta'))).toBe(true);
    expect(seen.size).toBeLessThan(MOST_ADDRESSES);
    expect(await everything()).toBe(before);
  });

  it('can at most say yes by sending the forms of the page that the mail leads to', async () => {
    const $ = load(await (await fetch(talk.url)).text());

    for (const form of $('form').toArray()) {
      const fields = $(form)
        .find('input')
        .toArray()
        .map((input): [string, string] => [String($(input).attr('name')), String($(input).val())]);
      await fetch(new URL(String($(form).attr('action')), test.url), {
        method: 'POST',
        body: new URLSearchParams(fields),
      });
    }

    const [row] = await test.database.query<{ state: string; revision: number }>(
      'select state, revision from talks',
    );
    expect(row).toEqual({ state: 'confirmed', revision: 1 });
    const again = load(await (await fetch(talk.url)).text());
    expect(again('.button.no')).toHaveLength(1);
  });
});
