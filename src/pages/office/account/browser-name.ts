const BROWSERS = [
  ['Edg/', 'Edge'],
  ['Firefox/', 'Firefox'],
  ['Chrome/', 'Chrome'],
  ['Safari/', 'Safari'],
] as const;

const SYSTEMS = ['Windows', 'Android', 'iPhone', 'iPad', 'Mac OS', 'Linux'] as const;

/** A browser as people know it, `Firefox, Windows`; empty for one that nobody would recognise. */
export function browserName(userAgent = ''): string {
  const browser = BROWSERS.find(([sign]) => userAgent.includes(sign))?.[1];
  const system = SYSTEMS.find((name) => userAgent.includes(name));
  return [browser, system].filter(Boolean).join(', ');
}
