import { describe, expect, it } from '@jest/globals';
import { load } from 'cheerio';
import { I18n, type Texts, UnusableTextError } from '../../platform/i18n/i18n.js';
import type { WrittenMail } from '../../templates/emails/mail-view.js';
import { renderNotice, type NoticeToRender } from './render-notice.js';
import { sampleLanguages, sampleNotices } from './sample-notices.js';

const i18n = I18n.load();
const render = (notice: NoticeToRender): WrittenMail => renderNotice(notice, sampleLanguages, i18n);
const LONG_NAME = {
  firstName: 'Wolfeschlegelsteinhausen'.repeat(4),
  lastName: 'de la Bergerdorff-Ñandú'.repeat(4),
};

const withLongNames = (notice: NoticeToRender): NoticeToRender => ({
  ...notice,
  addressee: { ...notice.addressee, ...LONG_NAME },
  talk: {
    ...notice.talk,
    contact: LONG_NAME,
    place: {
      ...notice.talk.place!,
      street: 'Untere Grossmusterstrassenverzweigung 128a',
      town: 'Obermusterstadt',
    },
  },
});
const nameOf = (notice: NoticeToRender): string =>
  `${notice.kind} ${notice.talk.cancelledBy ?? ''} ${notice.fallbackReason ?? notice.locale}`;
const sample = (kind: string, locale: string): NoticeToRender =>
  sampleNotices.find((notice) => notice.kind === kind && notice.locale === locale && !notice.fallbackReason)!;

describe.each(sampleNotices.map((notice) => [nameOf(notice), notice] as const))(
  'the mail %s',
  (_, notice) => {
    it('keeps the limits, also with long names and streets', () => {
      for (const each of [notice, withLongNames(notice)]) {
        const { subject, html, text } = render(each);
        const preheader = load(html)('body > div').first().text();

        expect(subject.length).toBeLessThanOrEqual(55);
        expect(preheader.length).toBeLessThanOrEqual(90);
        expect(Buffer.byteLength(html)).toBeLessThanOrEqual(25_000);
        expect(text).not.toMatch(/\{\{|undefined|\bnull\b|NaN/);
        expect(html).not.toMatch(/\{\{|undefined|>null\b|NaN|[\u2068\u2069]/);
      }
    });

    it('says day and time in words and in digits, in text and HTML', () => {
      const { subject, html, text } = render(notice);

      expect(subject).toContain('03.12.2026');
      for (const content of [text, load(html).text()]) {
        expect(content).toContain('03.12.2026');
        // an offer is about a visit of two talks
        expect(content).toContain(notice.offer ? '14:00–15:45' : '14:00–14:45');
      }
    });

    it('has one button at most, one h1, and loads nothing', () => {
      const $ = load(render(notice).html);

      expect($('a[style*="display:block"]').length).toBe(
        notice.link && notice.kind !== 'cancellation' ? 1 : 0,
      );
      expect($('h1').length).toBe(1);
      expect($('img, link, script, style, iframe').length).toBe(0);
    });

    it('declares language and direction on every block', () => {
      const $ = load(render(notice).html);

      expect($('html').attr()).toMatchObject({ lang: expect.any(String), dir: expect.any(String) });
      $('p, h1, h2').each((_index, element) => {
        expect($(element).attr('dir')).toMatch(/^(ltr|rtl)$/);
      });
      $('td > div[dir=rtl]').each((_index, element) => {
        expect($(element).attr('style')).toContain('direction:rtl;text-align:right');
      });
    });
  },
);

describe('a mail', () => {
  it('is in the own language first and in German below', () => {
    const $ = load(render(sample('invitation', 'ar')).html);

    expect(
      $('div[lang]')
        .slice(1)
        .map((_index, element) => $(element).attr('lang'))
        .get(),
    ).toEqual(['ar', 'de-CH']);
    expect($('h1').text()).toBe('موعدكم');
    expect($('h2').text()).toBe('Ihr Termin');
  });

  it('falls back to German and English where no text is approved', () => {
    const notice = { ...sample('invitation', 'de'), fallbackReason: 'no-approved-text:so' };

    expect(render(notice).subject).toBe('Ihr Termin · Your appointment · 03.12.2026');
  });

  it('is in German and English as a whole when a single text is missing, and says which', () => {
    const texts: Texts = {
      translator: (locale) => (key, values) => {
        if (locale === 'ar' && key === 'emails:free') throw new UnusableTextError(locale, key);
        return i18n.translator(locale)(key, values);
      },
    };

    const { subject, locales, fallbackReason } = renderNotice(
      sample('invitation', 'ar'),
      sampleLanguages,
      texts,
    );

    expect(subject).toBe('Ihr Termin · Your appointment · 03.12.2026');
    expect(locales).toEqual(['de', 'en']);
    expect(fallbackReason).toBe('missing:ar:emails:free');
  });

  it('keeps names, times and numbers from left to right in Arabic', () => {
    const { html, text } = render(sample('invitation', 'ar'));
    const $ = load(html);
    const pieces = $('div[dir=rtl] span[dir=ltr]')
      .map((_index, element) => $(element).text())
      .get();

    expect(pieces).toEqual(expect.arrayContaining(['Amina Al-Hassan', '14:00–14:45', '+41 61 000 00 00']));
    expect(text).toContain('\u206814:00–14:45\u2069');
    for (const line of text.split('\n')) {
      expect(line.split('\u2068').length).toBe(line.split('\u2069').length);
    }
  });

  it('cannot be broken by what someone is called', () => {
    const contact = { firstName: 'Eve\r\nBcc: x@example.org', lastName: '\u202egnihton</b><script>' };
    const { html, text, subject } = render({
      ...sample('invitation', 'de'),
      talk: { ...sample('invitation', 'de').talk, contact },
    });

    expect(text).toContain('Guten Tag Eve Bcc: x@example.org gnihton</b><script>');
    expect(load(html)('script').length).toBe(0);
    expect(`${subject}${html}${text}`).not.toContain('\u202e');
  });

  it('shows the old time of a moved talk as old', () => {
    const { html, text } = render(sample('change', 'de'));

    expect(load(html)('s').text()).toContain('01.12.2026');
    expect(text).toContain('• Alt: Dienstag, 1. Dezember 2026 (01.12.2026), 09:30–10:15');
  });

  it('counts the days that are left when it leaves', () => {
    const lateReminder = { ...sample('reminder-1', 'de'), now: new Date('2026-12-03T06:00:00Z') };

    expect(render(sample('reminder-7', 'de')).text).toContain('In 7 Tagen ist Ihr Termin.');
    expect(render(sample('reminder-7', 'ar')).text).toContain('موعدكم بعد 7 أيام.');
    expect(render(sample('reminder-1', 'de')).text).toContain('Morgen ist Ihr Termin.');
    expect(render(lateReminder).text).toContain('Heute ist Ihr Termin.');
  });

  it('asks for an answer only where none was given', () => {
    expect(render(sample('reminder-7', 'de')).text).toContain('Bitte antworten Sie.');
    expect(render(sample('reminder-1', 'de')).text).not.toContain('Bitte antworten Sie.');
  });

  it('tells an interpreter first name and initial only', () => {
    for (const notice of sampleNotices.filter(({ recipientKind }) => recipientKind === 'interpreter')) {
      const { html, text } = render(notice);

      expect(`${html}${text}`).not.toContain('Al-Hassan');
    }
    expect(render(sample('interpreter-booked', 'de')).text).toContain('• Person: Amina A.');
  });
});
