import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { load } from 'cheerio';
import { startTestApp, type TestApp } from '../../support/app.js';
import { htmlFaults } from '../../support/html-faults.js';
import { anInvitedTalk, type InvitedTalk } from '../../support/newcomer.js';
import { aSmallWorld } from '../../support/world.js';

const TITLES = {
  de: 'Etwas funktioniert nicht',
  en: 'Something does not work',
  ar: 'حدثت مشكلة',
  ta: 'ஏதோ வேலை செய்யவில்லை',
} as const;

describe('when something does not work', () => {
  let test: TestApp;
  let talk: InvitedTalk;

  beforeAll(async () => {
    test = await startTestApp();
    talk = await anInvitedTalk(test, await aSmallWorld(test.database));
    // a first reader, so that the phone numbers are known before things break
    await fetch(`${test.url}/t/wrong`);
    await test.owner.query('alter table languages rename to languages_away');
    await test.owner.query('alter table offices rename to offices_away');
  });

  afterAll(() => test.close());

  it.each(['de', 'en', 'ar', 'ta'] as const)(
    'the page says in %s and German that nothing was saved, and whom to call',
    async (language) => {
      const answer = await fetch(`${talk.url}/confirm?lang=${language}`, {
        method: 'POST',
        body: new URLSearchParams({ revision: '1' }),
      });
      const html = await answer.text();
      const $ = load(html);

      expect(answer.status).toBe(500);
      expect(answer.headers.get('cache-control')).toBe('private, no-store');
      expect($('h1').text()).toBe(TITLES[language]);
      expect($('html').attr('dir')).toBe(language === 'ar' ? 'rtl' : 'ltr');
      expect($('footer a[href^="tel:"]').attr('href')).toBe('tel:+41610000000');
      expect($('section[lang="de-CH"]').text()).toContain(
        language === 'de' ? '' : 'Ihre Antwort ist nicht gespeichert.',
      );
      expect($('main a.button').attr('href')).toBe(`/t/${talk.token}/confirm?lang=${language}`);
      expect(await htmlFaults(html)).toEqual([]);
    },
  );
});
