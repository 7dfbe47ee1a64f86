/** Inline styles: mail clients drop style sheets, custom properties and logical properties (ux.md 3.2). */
const FONTS: Readonly<Record<string, string>> = {
  Latn: `'Segoe UI',Roboto,Helvetica,Arial,sans-serif`,
  Arab: `'Segoe UI','Geeza Pro','Noto Naskh Arabic','Noto Sans Arabic',Tahoma,Arial,sans-serif`,
  Taml: `'Noto Sans Tamil','Nirmala UI','Tamil Sangam MN',Latha,sans-serif`,
  Ethi: `'Noto Sans Ethiopic',Ebrima,Kefa,Nyala,sans-serif`,
  Thai: `'Leelawadee UI',Thonburi,'Noto Sans Thai',Tahoma,sans-serif`,
};
const LINE_HEIGHTS: Readonly<Record<string, string>> = { Latn: '1.5', Arab: '1.8' };
const OTHER_LINE_HEIGHT = '1.75';

const INK = '#1a1a1a';
const QUIET = '#454545';
const GREEN = '#0b5c3b';

/** Direction as attribute and as style: some clients keep only one of the two. */
export function blockStyle(script: string, direction: 'ltr' | 'rtl'): string {
  const font = FONTS[script] ?? FONTS['Latn'] ?? 'sans-serif';
  const lineHeight = LINE_HEIGHTS[script] ?? OTHER_LINE_HEIGHT;
  return `direction:${direction};text-align:${sideOf(direction)};font-family:${font};font-size:18px;line-height:${lineHeight};color:${INK};overflow-wrap:anywhere;`;
}

/** The side where lines begin. */
export function sideOf(direction: 'ltr' | 'rtl'): 'left' | 'right' {
  return direction === 'ltr' ? 'left' : 'right';
}

export const styles = {
  body: `margin:0;padding:0;background-color:#ffffff;color:${INK};`,
  hidden: 'display:none;max-height:0;max-width:0;overflow:hidden;opacity:0;font-size:1px;line-height:1px;',
  page: 'width:100%;max-width:600px;border-collapse:collapse;',
  outer: 'padding:16px;',
  head: `direction:ltr;text-align:left;font-family:'Segoe UI',Roboto,Helvetica,Arial,sans-serif;font-size:16px;line-height:1.5;color:${QUIET};padding:0 0 12px 0;border-bottom:2px solid ${GREEN};`,
  block: 'padding:20px 0 8px 0;',
  nextBlock: 'padding:24px 0 8px 0;border-top:1px solid #767676;',
  heading: `margin:0 0 12px 0;font-size:26px;line-height:1.35;font-weight:bold;color:${INK};`,
  paragraph: 'margin:0 0 14px 0;',
  facts: 'margin:0 0 14px 0;padding:12px 16px;border:2px solid #1a1a1a;',
  fact: 'margin:0 0 6px 0;',
  old: `color:${QUIET};text-decoration:line-through;`,
  small: `margin:0 0 8px 0;font-size:16px;color:${QUIET};`,
  button: `background-color:${GREEN};border:2px solid #063d27;border-radius:4px;`,
  buttonLink:
    'display:block;padding:14px 20px;font-size:18px;font-weight:bold;color:#ffffff;text-decoration:none;',
  link: `color:${GREEN};text-decoration:underline;`,
  foot: `direction:ltr;text-align:left;font-family:'Segoe UI',Roboto,Helvetica,Arial,sans-serif;font-size:16px;line-height:1.5;color:${QUIET};padding:12px 0 0 0;border-top:1px solid #767676;`,
} as const;
