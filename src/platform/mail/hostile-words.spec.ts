import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import ICAL from 'ical.js';
import { calendarFile } from '../calendar/calendar-file.js';
import { type MailCatcher, startMailCatcher } from './mail-catcher.js';
import { MailLane } from './mail-lane.js';

let catcher: MailCatcher;
let lane: MailLane;
beforeAll(async () => {
  catcher = await startMailCatcher();
  lane = new MailLane(catcher.smtpUrl);
});
afterAll(async () => {
  lane.close();
  await catcher.stop();
});

const HOSTILE = [
  ['a second recipient', 'Ana\r\nBcc: evil@example.org'],
  ['a recipient by a line feed', 'Ana\nBcc: evil@example.org'],
  ['a recipient by a carriage return', 'Ana\rBcc: evil@example.org'],
  ['an address in brackets', 'Ana <evil@example.org>'],
  ['a list', 'Ana, evil@example.org; x@y.ch'],
  ['the end of the head', 'Ana\r\n\r\n<b>another mail</b>'],
  ['the end of the mail', 'Ana\r\n.\r\nMAIL FROM:<evil@example.org>'],
  ['quotes and backslashes', '"Ana" \\" <evil@example.org>'],
  ['an encoded word', '=?utf-8?Q?Ana=0D=0ABcc:_evil@example.org?='],
  ['a line of the other world', 'Ana\u2028Bcc: evil@example.org'],
  ['another direction', 'Ana\u202Egro.elpmaxe@live'],
  ['markup', '<img src=x onerror=alert(1)>'],
  ['a template', '{{7*7}} ${7*7} $t(office:title)'],
] as const;

describe('a mail whose words hold', () => {
  it.each(HOSTILE)('%s reaches one person, and says them as they are', async (_, words) => {
    catcher.clear();
    const mail = {
      from: { name: words, address: 'amt@example.ch' },
      to: 'ana@example.org',
      replyTo: 'antwort@example.ch',
      subject: words,
      text: words,
      html: '<p>x</p>',
      messageId: '<one@example.ch>',
      date: new Date('2027-01-11T08:00:00Z'),
      headers: { 'Auto-Submitted': 'auto-generated' },
      attachments: [],
    };
    const handover = { signal: new AbortController().signal, mayComplete: () => Promise.resolve(true) };

    expect((await lane.send(mail, handover)).kind).toBe('accepted');
    expect(catcher.mails).toHaveLength(1);
    const [{ recipients, parsed, raw }] = catcher.mails as [(typeof catcher.mails)[number]];
    expect(recipients).toEqual(['ana@example.org']);
    expect([parsed.from?.address, parsed.to?.map(({ address }) => address)]).toEqual([
      'amt@example.ch',
      ['ana@example.org'],
    ]);
    expect([parsed.cc, parsed.bcc]).toEqual([undefined, undefined]);
    const head = raw.toString('latin1').split('\r\n\r\n')[0] ?? '';
    expect(head).not.toMatch(/^(Bcc|Cc|MAIL FROM|<b>)/im);
    const flat = (text: string | undefined): string => (text ?? '').replaceAll(/[\r\n\u2028]+/g, ' ').trim();
    expect(flat(parsed.text)).toBe(flat(words));
  });
});

describe('an entry of a calendar whose words hold', () => {
  it.each([
    ...HOSTILE,
    ['another entry', 'Ana\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:evil'],
    ['a property', 'Ana\nATTACH:https://evil.example'],
    ['a program', 'Ana\r\nBEGIN:VALARM\r\nACTION:PROCEDURE'],
    ['what a calendar reads as more', 'a;b,c\\n\\,d\\\\'],
    ['a line too long', `${'ü'.repeat(200)};VALUE=URI:https://evil.example`],
  ] as const)('%s is one entry that says them as they are', (_, words) => {
    const text = calendarFile([
      {
        uid: 'one@example.ch',
        sequence: 0,
        isCancelled: false,
        startsAt: new Date('2027-01-12T08:00:00Z'),
        endsAt: new Date('2027-01-12T09:00:00Z'),
        stampedAt: new Date('2027-01-11T08:00:00Z'),
        summary: words,
        location: words,
        description: words,
        organizer: { name: words, email: 'amt@example.ch' },
        alarms: ['-P1D'],
      },
    ]);
    const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
    const events = calendar.getAllSubcomponents('vevent');
    const flat = (value: unknown): string => String(value).replaceAll(/[\r\n\u2028]+/g, ' ');

    expect(events).toHaveLength(1);
    const [event] = events as [ICAL.Component];
    for (const name of ['summary', 'location', 'description'])
      expect(flat(event.getFirstPropertyValue(name))).toBe(flat(words));
    expect(event.getFirstPropertyValue('uid')).toBe('one@example.ch');
    expect(event.getAllProperties('attach')).toEqual([]);
    expect(String(event.getFirstPropertyValue('organizer'))).toBe('mailto:amt@example.ch');
    expect(event.getAllSubcomponents().map((part) => part.getFirstPropertyValue('action'))).toEqual([
      'DISPLAY',
    ]);
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  });
});
