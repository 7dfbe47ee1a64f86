#!/usr/bin/env node
// Seeded instance generator for the first-talk matching problem, format "fit-matching/1".
// usage: node generate.mjs --preset canton --seed 1 [--set key=value ...] --out file.json[.gz]
// presets: small, canton, backlog, national.  Same arguments -> same bytes.  No dependencies.
import fs from 'node:fs';
import zlib from 'node:zlib';
import { pathToFileURL } from 'node:url';
import { makeZone, dayNumber, dayIso, weekday } from './check.mjs';
import { greedy } from './greedy.mjs';

export function rng(seed) {
  // sfc32 seeded from a string
  let h = 2166136261 >>> 0;
  const s = String(seed);
  for (let i = 0; i < s.length; i++) h = Math.imul(h ^ s.charCodeAt(i), 16777619) >>> 0;
  const mix = () => {
    h = (h + 0x9e3779b9) >>> 0;
    let z = h;
    z = Math.imul(z ^ (z >>> 16), 0x85ebca6b);
    z = Math.imul(z ^ (z >>> 13), 0xc2b2ae35);
    return (z ^ (z >>> 16)) >>> 0;
  };
  let a = mix(),
    b = mix(),
    c = mix(),
    d = mix();
  const next = () => {
    const t = (((a + b) >>> 0) + d) >>> 0;
    d = (d + 1) >>> 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) >>> 0;
    c = ((c << 21) | (c >>> 11)) >>> 0;
    c = (c + t) >>> 0;
    return t / 4294967296;
  };
  for (let i = 0; i < 12; i++) next();
  const r = {
    f: next,
    int: (lo, hi) => lo + Math.floor(next() * (hi - lo + 1)),
    chance: (p) => next() < p,
    pick: (l) => l[Math.floor(next() * l.length)],
    weighted: (l) => {
      let s2 = 0;
      for (const x of l) s2 += x[1];
      let v = next() * s2;
      for (const x of l) {
        v -= x[1];
        if (v < 0) return x[0];
      }
      return l[l.length - 1][0];
    },
    shuffle: (l) => {
      for (let i = l.length - 1; i > 0; i--) {
        const j = Math.floor(next() * (i + 1));
        [l[i], l[j]] = [l[j], l[i]];
      }
      return l;
    },
  };
  return r;
}

// Share of first-talk newcomers by first language (asylum + family + labour migration), in per mille.
// The skew follows the published order of the INTERPRET yearly statistics (Arabic, Dari/Farsi, Turkish,
// Tigrinya, Albanian, Tamil first, Ukrainian/Russian since 2022) plus the labour-migration languages.
const LANGS = {
  ar: 92,
  prs: 88,
  tr: 86,
  ti: 82,
  uk: 78,
  pt: 76,
  sq: 66,
  es: 52,
  en: 46,
  ta: 40,
  it: 40,
  kmr: 38,
  fr: 34,
  ru: 30,
  hr: 30,
  so: 24,
  pl: 16,
  ro: 15,
  hu: 13,
  ps: 12,
  de: 10,
  th: 9,
  zh: 8,
  am: 8,
  bo: 6,
  vi: 5,
  ur: 4,
  mk: 4,
  bg: 4,
  bn: 3,
  om: 3,
  sw: 3,
  mn: 2,
  ln: 2,
  wo: 1,
  ne: 1,
  uz: 1,
  tl: 1,
};
const SECOND = {
  // a second language some of them understand as well
  ti: [
    ['ar', 18],
    ['en', 12],
    ['am', 10],
  ],
  kmr: [
    ['tr', 45],
    ['ar', 25],
  ],
  uk: [['ru', 80]],
  sq: [
    ['it', 12],
    ['de', 10],
    ['en', 12],
  ],
  ta: [['en', 28]],
  prs: [
    ['en', 10],
    ['ur', 5],
  ],
  ps: [
    ['prs', 50],
    ['ur', 12],
  ],
  so: [
    ['ar', 18],
    ['en', 15],
  ],
  pt: [
    ['es', 30],
    ['fr', 15],
  ],
  es: [
    ['en', 20],
    ['it', 12],
  ],
  it: [
    ['fr', 12],
    ['en', 15],
  ],
  fr: [['en', 20]],
  pl: [
    ['en', 25],
    ['de', 15],
  ],
  hu: [
    ['en', 25],
    ['de', 20],
  ],
  ro: [
    ['it', 25],
    ['en', 20],
  ],
  hr: [
    ['de', 15],
    ['en', 20],
  ],
  am: [
    ['en', 20],
    ['ti', 10],
  ],
  om: [['am', 60]],
  bo: [
    ['zh', 30],
    ['ne', 15],
  ],
  ur: [['en', 30]],
  bn: [['en', 30]],
  sw: [
    ['en', 30],
    ['fr', 20],
  ],
  ln: [['fr', 70]],
  wo: [['fr', 65]],
  tl: [['en', 80]],
  ne: [['en', 30]],
  mn: [['ru', 40]],
  uz: [['ru', 60]],
  mk: [
    ['sq', 30],
    ['hr', 40],
  ],
  bg: [
    ['ru', 20],
    ['tr', 20],
  ],
  ru: [['en', 15]],
  tr: [
    ['de', 8],
    ['en', 8],
  ],
  ar: [
    ['en', 14],
    ['fr', 14],
  ],
  zh: [['en', 35]],
  vi: [['en', 15]],
  th: [['en', 20]],
  en: [['fr', 10]],
  de: [['en', 20]],
};
const SISTERS = {
  ar: ['kmr'],
  prs: ['ps', 'ur'],
  tr: ['kmr'],
  ti: ['am', 'ar'],
  uk: ['ru'],
  ru: ['uk'],
  sq: ['mk'],
  kmr: ['tr', 'ar'],
  ps: ['prs'],
  am: ['ti', 'om'],
  ur: ['bn'],
  pt: ['es'],
  es: ['pt'],
  hr: ['mk'],
  so: ['ar'],
  bo: ['ne', 'zh'],
  ln: ['sw'],
  en: ['fr'],
  fr: ['en'],
  it: ['es'],
  om: ['am'],
  mk: ['hr'],
  uz: ['ru'],
};
const CANTONS = [
  ['ZH', 178],
  ['BE', 119],
  ['VD', 94],
  ['AG', 81],
  ['SG', 60],
  ['GE', 59],
  ['LU', 48],
  ['TI', 40],
  ['VS', 41],
  ['FR', 38],
  ['BL', 33],
  ['TG', 33],
  ['SO', 32],
  ['GR', 23],
  ['BS', 22],
  ['NE', 20],
  ['SZ', 19],
  ['ZG', 15],
  ['SH', 10],
  ['JU', 8],
  ['AR', 6],
  ['NW', 5],
  ['GL', 5],
  ['OW', 4],
  ['UR', 4],
  ['AI', 2],
];

const WEIGHTS = {
  unscheduled: 200000,
  late: 2000,
  langRank: 3000,
  langLevel: 1000,
  interpreterLevel: 500,
  gender: 2500,
  fairness: 1500,
  waiting: 50,
  stability: {
    dropped: 30000,
    day: 4000,
    time: 2000,
    interpreter: 1000,
    caseworker: 500,
    room: 200,
    mode: 3000,
  },
};

const easter = (y) => {
  // Gregorian
  const a = y % 19,
    b = Math.floor(y / 100),
    c = y % 100,
    d = Math.floor(b / 4),
    e = b % 4,
    f = Math.floor((b + 8) / 25),
    g = Math.floor((b - f + 1) / 3),
    h = (19 * a + b - d - g + 15) % 30,
    i = Math.floor(c / 4),
    k = c % 4,
    l = (32 + 2 * e + 2 * i - h - k) % 7,
    m = Math.floor((a + 11 * h + 22 * l) / 451);
  const mo = Math.floor((h + l - 7 * m + 114) / 31),
    da = ((h + l - 7 * m + 114) % 31) + 1;
  return dayNumber(`${y}-${String(mo).padStart(2, '0')}-${String(da).padStart(2, '0')}`);
};
function holidays(fromDay, toDay) {
  const out = [];
  for (let y = +dayIso(fromDay).slice(0, 4); y <= +dayIso(toDay).slice(0, 4); y++) {
    const e = easter(y);
    for (const d of [
      dayNumber(`${y}-01-01`),
      dayNumber(`${y}-01-02`),
      e - 2,
      e + 1,
      dayNumber(`${y}-05-01`),
      e + 39,
      e + 50,
      dayNumber(`${y}-08-01`),
      dayNumber(`${y}-12-25`),
      dayNumber(`${y}-12-26`),
    ])
      if (d >= fromDay && d <= toDay) out.push(d);
  }
  return [...new Set(out)].sort((p, q) => p - q).map(dayIso);
}

const PRESETS = {
  small: {
    newcomers: 12,
    weeks: 1,
    interpreters: 8,
    caseworkers: 2,
    sites: 1,
    util: 0.75,
    maxLangs: 4,
    pinnedShare: 0,
  },
  canton: {
    perWeek: 32,
    weeks: 6,
    interpreters: 50,
    caseworkers: 5,
    sites: 2,
    util: 0.72,
    pinnedShare: 0.06,
  },
  backlog: {
    newcomers: 1000,
    weeks: 8,
    interpreters: 110,
    caseworkers: 10,
    sites: 3,
    util: 0.9,
    pinnedShare: 0.03,
    arrivedSpread: 160,
  },
  national: {
    newcomers: 25000,
    weeks: 8,
    interpreters: 1600,
    caseworkers: 260,
    sites: 52,
    util: 0.88,
    pinnedShare: 0.02,
    national: true,
  },
};
const DEFAULTS = {
  start: '2026-03-02',
  notice: 10,
  leadDays: 12,
  target: 90,
  arrivedSpread: 80,
  short: 0.35,
  long: 0.08,
  videoNewcomer: 0.18,
  remoteInterpreter: 0.3,
  wheelchair: 0.04,
  gender: 0.12,
  unavailable: 0.2,
  conflict: 0.03,
  secondLanguage: 1,
  interpreterVideo: 0.5,
  interpreterWindow: 0.36,
  sickDays: 0.5,
  oneDay: null,
  maxLangs: 99,
  noRoomForSome: 0,
  tie: false,
  allLang: null,
  scarceOnly: false,
};

const WALL = (m) => `${String(Math.floor(m / 60)).padStart(2, '0')}:${String(m % 60).padStart(2, '0')}`;

export function generate(preset, seed, over = {}) {
  const P = { ...DEFAULTS, ...PRESETS[preset], ...over };
  const R = rng(`fit-matching/${preset}/${seed}`);
  const zone = makeZone('Europe/Zurich');
  const from = dayNumber(P.start);
  if (weekday(from) !== 1) throw new Error('start must be a Monday');
  const to = from + P.weeks * 7 - 3; // Friday of the last week
  const utc = (day, m) => new Date(zone.toUtc(day, m) * 60000).toISOString().slice(0, 16) + 'Z';
  const nowDay = from - P.leadDays;
  const closed = holidays(from, to);
  const total = P.newcomers ?? P.perWeek * P.weeks;
  const workdays = [];
  for (let d = from; d <= to; d++) if (weekday(d) <= 5 && !closed.includes(dayIso(d))) workdays.push(d);

  const inst = {
    format: 'fit-matching/1',
    id: `${preset}-${seed}${P.tag ? '-' + P.tag : ''}`,
    seed,
    preset,
    timezone: 'Europe/Zurich',
    slotMinutes: 15,
    now: utc(nowDay, 8 * 60),
    horizon: { from: dayIso(from), to: dayIso(to) },
    weights: structuredClone(WEIGHTS),
    talkTypes: [
      { id: 'T45', minutes: 45, buffer: 15, minInterpreterLevel: 1 },
      { id: 'T60', minutes: 60, buffer: 15, minInterpreterLevel: 1 },
      { id: 'T90', minutes: 90, buffer: 15, minInterpreterLevel: 2 },
    ],
    sites: [],
    rooms: [],
    caseworkers: [],
    interpreters: [],
    newcomers: [],
    appointments: [],
  };

  // offices
  const offices = [];
  if (P.national) {
    const sum = CANTONS.reduce((a, c) => a + c[1], 0);
    let left = total;
    CANTONS.forEach(([id, wgt], i) => {
      const n = i === CANTONS.length - 1 ? left : Math.max(30, Math.round((total * wgt) / sum));
      left -= n;
      offices.push({
        id,
        n: Math.max(20, n),
        share: wgt / sum,
        sites: Math.max(1, Math.min(5, Math.round((P.sites * wgt) / sum))),
        caseworkers: Math.max(2, Math.round((P.caseworkers * wgt) / sum)),
      });
    });
  } else offices.push({ id: 'K1', n: total, share: 1, sites: P.sites, caseworkers: P.caseworkers });

  const langs = Object.entries(LANGS).slice(0, P.maxLangs === 99 ? undefined : P.maxLangs);
  const regionBias = {
    GE: { fr: 3, pt: 2 },
    VD: { fr: 3, pt: 2 },
    NE: { fr: 3, pt: 2 },
    FR: { fr: 2, pt: 2 },
    VS: { fr: 2, pt: 2 },
    JU: { fr: 3 },
    TI: { it: 4 },
  };

  for (const o of offices) {
    o.siteIds = [];
    for (let s = 0; s < o.sites; s++) {
      const id = `${o.id}-S${s + 1}`;
      o.siteIds.push(id);
      const open = R.weighted([
        [[480, 720, 780, 1020], 6],
        [[510, 720, 810, 1020], 2],
        [[480, 720, 810, 1050], 2],
      ]);
      const weekly = [];
      for (let d = 1; d <= 5; d++) {
        weekly.push(
          { day: d, from: WALL(open[0]), to: WALL(open[1]) },
          { day: d, from: WALL(open[2]), to: WALL(d === 4 && s === 0 ? open[3] + 120 : open[3]) },
        );
      }
      inst.sites.push({ id, office: o.id, weekly, closed });
      o.open = o.open || {};
      o.open[id] = open;
    }
    // caseworkers: as many half-days as the demand needs at utilisation P.util
    const meanSlots = 3.2; // talks per half-day
    let half = Math.ceil(o.n / ((P.weeks * P.util * meanSlots * workdays.length) / (P.weeks * 5)));
    half = Math.min(half, o.caseworkers * 10);
    const load = Array.from({ length: o.caseworkers }, () => 0);
    for (let h = 0; h < half; h++) {
      let i = R.int(0, o.caseworkers - 1);
      for (let z = 0; z < o.caseworkers && load[i] >= 10; z++) i = (i + 1) % o.caseworkers;
      load[i]++;
    }
    const concurrent = {};
    for (let c = 0; c < o.caseworkers; c++) {
      const langsOf = ['de'];
      if (o.id === 'TI') langsOf.push('it');
      if (regionBias[o.id]?.fr) langsOf.push('fr');
      if (R.chance(0.6)) langsOf.push('en');
      if (R.chance(0.35)) langsOf.push('fr');
      if (R.chance(0.35))
        langsOf.push(
          R.weighted([
            ['it', 4],
            ['es', 3],
            ['pt', 3],
            ['sq', 2],
            ['tr', 2],
            ['hr', 2],
            ['ru', 1],
            ['ar', 1],
            ['ta', 1],
          ]),
        );
      const weekly = [];
      const halves = R.shuffle(Array.from({ length: 10 }, (_, i) => i))
        .slice(0, Math.max(1, load[c]))
        .sort((a, b) => a - b);
      const siteOfDay = {};
      for (const h of halves) {
        const d = 1 + (h >> 1);
        const site =
          siteOfDay[d] ??
          (siteOfDay[d] = o.sites === 1 ? o.siteIds[0] : R.weighted(o.siteIds.map((x, i) => [x, i ? 1 : 2])));
        const op = o.open[site];
        weekly.push({ day: d, site, from: WALL(h & 1 ? op[2] : op[0]), to: WALL(h & 1 ? op[3] : op[1]) });
        const key = site + h;
        concurrent[key] = (concurrent[key] || 0) + 1;
      }
      const absent = [];
      if (R.chance(P.sickDays)) {
        const d = from + R.int(0, P.weeks * 7 - 6);
        absent.push({ from: utc(d, 0), to: utc(d + R.int(1, 5), 0) });
      }
      inst.caseworkers.push({
        id: `${o.id}-C${c + 1}`,
        office: o.id,
        languages: [...new Set(langsOf)],
        weekly,
        absent,
        maxPerDay: R.pick([6, 6, 7, 8]),
        video: R.chance(0.8),
      });
    }
    for (const s of o.siteIds) {
      const peak = Math.max(
        1,
        ...Object.entries(concurrent)
          .filter(([k]) => k.startsWith(s))
          .map(([, v]) => v),
      );
      const m = Math.max(o.sites === 1 ? 2 : 1, peak - (peak > 2 ? 1 : 0));
      for (let r = 0; r < m; r++)
        inst.rooms.push({
          id: `${s}-R${r + 1}`,
          site: s,
          accessible: r === 0 || R.chance(0.4),
          seats: r === 0 ? 8 : R.pick([3, 4, 4, 6]),
          video: R.chance(0.6),
          blocked: R.chance(0.25)
            ? [
                (() => {
                  const d = R.pick(workdays);
                  return { from: utc(d, 480), to: utc(d, 720) };
                })(),
              ]
            : [],
        });
    }
  }

  // newcomers
  const count = {};
  let no = 0;
  for (const o of offices) {
    const bias = regionBias[o.id] || {};
    const lw = langs.map(([l, x]) => [l, x * (bias[l] || 1)]);
    const officeRooms = inst.rooms.filter((r) => o.siteIds.includes(r.site));
    for (let i = 0; i < o.n; i++) {
      const first = P.allLang ?? R.weighted(lw);
      const list = [{ lang: first, level: 3 }];
      if (P.secondLanguage)
        for (const [l, pct] of SECOND[first] || [])
          if (list.length < 3 && R.f() * 100 < pct * P.secondLanguage)
            list.push({
              lang: l,
              level: R.weighted([
                [2, 6],
                [1, 4],
                [3, first === 'uk' ? 8 : 1],
              ]),
            });
      count[first] = (count[first] || 0) + 1;
      const arrived = from - R.int(5, P.arrivedSpread);
      const earliest = Math.max(
        arrived + 10,
        from + (R.chance(0.3) ? R.int(0, Math.floor(P.weeks * 7 * 0.6)) : -20),
      );
      const due = arrived + P.target;
      const persons = R.weighted([
        [1, 45],
        [2, 25],
        [3, 12],
        [4, 10],
        [5, 5],
        [6, 3],
      ]);
      const wheelchair = R.chance(P.wheelchair);
      const type = R.weighted([
        ['T45', P.short],
        ['T60', 1 - P.short - P.long],
        ['T90', P.long],
      ]);
      let sites =
        o.siteIds.length === 1
          ? o.siteIds
          : R.chance(0.6)
            ? [R.pick(o.siteIds)]
            : R.shuffle([...o.siteIds])
                .slice(0, 2)
                .sort();
      const ok = (s) =>
        officeRooms.some((r) => r.site === s && r.seats >= persons && (!wheelchair || r.accessible));
      if (!P.noRoomForSome && !sites.some(ok)) sites = [...o.siteIds];
      const vid = R.chance(P.videoNewcomer);
      const modes = vid ? (R.chance(0.25) ? ['video'] : ['onsite', 'video']) : ['onsite'];
      const unavailable = [];
      if (R.chance(P.unavailable)) {
        const kk = R.int(1, 3);
        for (let z = 0; z < kk; z++) {
          const d = R.pick(workdays);
          const m = R.pick([0, 480, 780]);
          unavailable.push({ from: utc(d, m), to: utc(d, m === 0 ? 1439 - 14 : m + 240) });
        }
      }
      const g = R.chance(P.gender) ? R.pick(['f', 'f', 'm']) : null;
      const overdue = due < from;
      inst.newcomers.push({
        id: `N${String(++no).padStart(5, '0')}`,
        office: o.id,
        arrived: dayIso(arrived),
        earliest: dayIso(earliest),
        due: dayIso(due),
        notice: P.notice,
        urgency: overdue ? 3 : due <= to ? 2 : 1,
        languages: list,
        persons,
        wheelchair,
        gender: g,
        genderHard: g ? R.chance(0.5) : false,
        modes,
        remoteInterpreter: R.chance(P.remoteInterpreter),
        sites,
        talkType: type,
        unavailable,
        conflicts: [],
      });
    }
  }
  // interpreters: proportional to demand, at least one for most languages
  const demand = Object.entries(count)
    .filter(([l]) => l !== 'de')
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const dsum = demand.reduce((a, x) => a + Math.sqrt(x[1]) * 1 + x[1] * 0.25, 0);
  const seats = [];
  for (const [l, n] of demand) {
    let m = Math.round((P.interpreters * (Math.sqrt(n) + n * 0.25)) / dsum);
    if (m < 1) m = R.chance(0.8) ? 1 : 0;
    for (let z = 0; z < m; z++) seats.push(l);
  }
  let ino = 0;
  const bandOf = () =>
    R.weighted([
      [2000, 3],
      [2500, 5],
      [2700, 3],
      [3000, 3],
      [3800, 4],
      [5600, 2],
      [7400, 1],
    ]);
  for (const l of seats) {
    const home = P.national ? R.weighted(offices.map((o) => [o, o.share])) : offices[0];
    const L = [
      {
        lang: l,
        level: R.weighted([
          [1, 45],
          [2, 40],
          [3, 15],
        ]),
      },
    ];
    for (const s of SISTERS[l] || [])
      if (R.chance(0.3))
        L.push({
          lang: s,
          level: R.weighted([
            [1, 6],
            [2, 4],
          ]),
        });
    const weekly = [];
    while (weekly.length < 2) {
      weekly.length = 0;
      for (let d = 1; d <= 5; d++) {
        const am = R.chance(P.interpreterWindow),
          pm = R.chance(P.interpreterWindow);
        if (am && pm)
          weekly.push({ day: d, from: WALL(R.pick([480, 480, 510])), to: WALL(R.pick([1020, 1050, 1140])) });
        else if (am)
          weekly.push({ day: d, from: WALL(R.pick([480, 480, 540])), to: WALL(R.pick([720, 720, 750])) });
        else if (pm)
          weekly.push({ day: d, from: WALL(R.pick([780, 780, 810])), to: WALL(R.pick([1020, 1050, 1140])) });
      }
    }
    const absent = [];
    if (R.chance(0.35)) {
      const d = from + R.int(0, P.weeks * 7 - 6);
      absent.push({ from: utc(d, 0), to: utc(d + R.int(1, 12), 0) });
    }
    const travel = {};
    for (const s of home.siteIds) if (R.chance(0.9)) travel[s] = bandOf();
    if (P.national && R.chance(0.4)) {
      const o2 = R.weighted(offices.map((o) => [o, o.share]));
      if (o2 !== home)
        for (const s of o2.siteIds) if (R.chance(0.6)) travel[s] = R.pick([5600, 7400, 9200, 11000]);
    }
    const hourly = R.weighted([
      [8250, 6],
      [9250, 2],
      [10750, 1],
    ]);
    const scarce = (count[l] || 0) <= Math.max(2, total * 0.008);
    const video = scarce || R.chance(P.interpreterVideo);
    const onsite = Object.keys(travel).length > 0 && !(scarce && P.national && R.chance(0.4));
    inst.interpreters.push({
      id: `I${String(++ino).padStart(4, '0')}`,
      gender: R.chance(0.58) ? 'f' : 'm',
      languages: L,
      weekly,
      extra: [],
      absent,
      onsite: onsite ? { hourly, minMinutes: 60, stepMinutes: R.pick([15, 15, 30]) } : null,
      travel: onsite ? travel : {},
      video:
        video || !onsite ? { hourly: hourly - 500, minMinutes: R.pick([30, 60, 60]), stepMinutes: 15 } : null,
      maxWait: 45,
      transfer: 60,
      maxPerDay: R.pick([3, 4, 4, 5, 6]),
      maxPerWeek: R.pick([6, 8, 10, 12]),
      target: 0,
      tolerance: 0,
    });
  }
  // fair share: demand of a language split over its interpreters
  const target = new Map();
  for (const [l, n] of demand) {
    const who = inst.interpreters.filter((k) => k.languages.some((x) => x.lang === l));
    for (const k of who)
      target.set(k.id, (target.get(k.id) || 0) + (n / who.length) * (k.languages[0].lang === l ? 1 : 0.5));
  }
  for (const k of inst.interpreters) {
    k.target = Math.round((target.get(k.id) || 0) * 0.85);
    k.tolerance = Math.max(1, Math.ceil(k.target * 0.35));
  }
  const speak = new Map();
  for (const k of inst.interpreters)
    for (const x of k.languages) {
      if (!speak.has(x.lang)) speak.set(x.lang, []);
      speak.get(x.lang).push(k.id);
    }
  for (const n of inst.newcomers)
    if (R.chance(P.conflict)) {
      const l = speak.get(n.languages[0].lang) || [];
      if (l.length > 1) n.conflicts.push(R.pick(l));
    }
  if (P.tie)
    for (const k of inst.interpreters) {
      k.onsite = { hourly: 8000, minMinutes: 60, stepMinutes: 30 };
      k.travel = Object.fromEntries(inst.sites.map((s) => [s.id, 2500]));
      k.languages.forEach((x) => {
        x.level = 3;
      });
      k.maxPerDay = 4;
      k.maxPerWeek = 12;
      k.absent = [];
      k.video = null;
    }
  if (P.oneDay)
    for (const n of inst.newcomers) {
      // everyone must come on one day
      const d = dayNumber(P.oneDay);
      n.earliest = dayIso(Math.min(d, dayNumber(n.earliest)));
      n.unavailable = [
        { from: utc(from, 0), to: utc(d, 0) },
        { from: utc(d + 1, 0), to: utc(to + 1, 0) },
      ].filter((x) => x.from < x.to);
    }
  if (P.mutate) P.mutate(inst, { R, utc, from, to, zone });
  if (P.pinnedShare) {
    // some appointments exist already and are fixed
    const g = greedy(inst);
    for (const t of g.talks)
      if (R.chance(P.pinnedShare)) inst.appointments.push({ ...t, pinned: true, weight: 1 });
  }
  return inst;
}

export function writeJson(file, obj, pretty = false) {
  const s = JSON.stringify(obj, null, pretty ? 1 : 0) + '\n';
  fs.writeFileSync(file, file.endsWith('.gz') ? zlib.gzipSync(Buffer.from(s), { level: 9 }) : s);
}

if (import.meta.url === pathToFileURL(process.argv[1] || '').href) {
  const a = process.argv.slice(2),
    get = (k, d) => {
      const i = a.indexOf('--' + k);
      return i < 0 ? d : a[i + 1];
    };
  const over = {};
  a.forEach((x, i) => {
    if (x === '--set') {
      const [k, v] = a[i + 1].split('=');
      over[k] = v === 'true' ? true : v === 'false' ? false : v === 'null' ? null : isNaN(+v) ? v : +v;
    }
  });
  const inst = generate(get('preset', 'canton'), get('seed', '1'), over);
  const out = get('out', `${inst.id}.json`);
  writeJson(out, inst);
  console.log(
    `${out}: ${inst.newcomers.length} newcomers, ${inst.caseworkers.length} caseworkers, ${inst.rooms.length} rooms, ${inst.interpreters.length} interpreters, ${inst.appointments.length} fixed`,
  );
}
