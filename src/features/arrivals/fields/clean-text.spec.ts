import { describe, expect, it } from '@jest/globals';
import { cleanLine, cleanLines } from './clean-text.js';

describe('cleaning a cell', () => {
  it.each([
    ['  Müller  ', 'Müller'],
    ['Mu\u0308ller', 'Müller'],
    ['Da  Silva\u00a0Costa', 'Da Silva Costa'],
    ['=1+1', '=1+1'],
    ["<b>O'Neil</b>", "<b>O'Neil</b>"],
    ['خان\u200cزاده', 'خان\u200cزاده'],
    ['ශ්\u200dරී', 'ශ්\u200dරී'],
    ['கவிதா', 'கவிதா'],
  ])('keeps %j as %j', (text, kept) => {
    expect(cleanLine(text, 100)).toEqual({ value: kept });
  });

  it.each([
    ['Muster\u0000', 'control-characters'],
    ['Muster\r\nBcc: x@y.ch', 'control-characters'],
    ['Muster\u0085', 'control-characters'],
    ['Muster\uFFFE', 'control-characters'],
    ['Muster\uD800', 'control-characters'],
    ['Anna\u202Egnp.exe', 'hidden-characters'],
    ['Anna\u2066x', 'hidden-characters'],
    ['An\u200Bna', 'hidden-characters'],
    ['Anna\u{E0041}', 'hidden-characters'],
    ['\u200dAnna', 'hidden-characters'],
    [`A${'\u0301\u0316'.repeat(8)}`, 'too-many-marks'],
    ['756.9217.0769.85', 'social-security-number'],
    ['AHV 7569217076985', 'social-security-number'],
  ])('refuses %j as %s', (text, error) => {
    expect(cleanLine(text, 100)).toEqual({ error });
  });

  it('counts what a reader sees as one letter', () => {
    const family = '👨‍👩‍👧‍👦';

    expect(cleanLine('e\u0323\u0302'.repeat(100), 100)).toHaveProperty('value');
    expect(cleanLine('x'.repeat(100), 100)).toHaveProperty('value');
    expect(cleanLine('x'.repeat(101), 100)).toEqual({ error: 'too-long' });
    expect(cleanLine(family, 1)).toEqual({ error: 'hidden-characters' });
  });

  it('keeps the lines of a note and nothing else that moves the cursor', () => {
    expect(cleanLines('one\r\ntwo', 100)).toEqual({ value: 'one\ntwo' });
    expect(cleanLines('one\u001b[31m', 100)).toEqual({ error: 'control-characters' });
  });
});
