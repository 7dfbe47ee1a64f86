#!/usr/bin/env node
// Independent checker and scorer for the first-talk matching problem, format "fit-matching/1".
// usage: node check.mjs instance.json[.gz] solution.json [--json] [--max-violations N]
// exit code: 0 feasible, 1 infeasible, 2 bad input.  No dependencies.
import fs from 'node:fs';
import zlib from 'node:zlib';
import { pathToFileURL } from 'node:url';

export function readJson(file) {
  const raw = fs.readFileSync(file);
  return JSON.parse((file.endsWith('.gz') ? zlib.gunzipSync(raw) : raw).toString('utf8'));
}

// ---- time: everything inside is "minutes since 1970-01-01T00:00Z" ------------------------------
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:00(\.000)?)?Z$/;
export function instant(s) {
  if (typeof s !== 'string' || !INSTANT.test(s)) throw new Error(`not a UTC instant: ${s}`);
  return Date.parse(s.length === 17 ? s.slice(0, 16) + ':00Z' : s) / 60000;
}
export function makeZone(tz) {
  const fmt = new Intl.DateTimeFormat('en-GB', {
    timeZone: tz,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  });
  const offCache = new Map(); // offset (minutes) per UTC hour
  function offset(min) {
    const h = Math.floor(min / 60);
    let o = offCache.get(h);
    if (o === undefined) {
      const p = {};
      for (const x of fmt.formatToParts(new Date(h * 3600000))) p[x.type] = +x.value;
      o = Date.UTC(p.year, p.month - 1, p.day, p.hour, p.minute) / 60000 - h * 60;
      offCache.set(h, o);
    }
    return o;
  }
  const local = (min) => {
    // -> {day: local day number, tod: minute of the local day}
    const l = min + offset(min);
    const day = Math.floor(l / 1440);
    return { day, tod: l - day * 1440 };
  };
  const toUtc = (day, tod) => {
    // wall time -> UTC minutes (a wall time that does not exist moves forward)
    const l = day * 1440 + tod;
    let u = l - offset(l - 60);
    u = l - offset(u);
    return u;
  };
  return { offset, local, toUtc };
}
export const dayNumber = (iso) => {
  if (!/^\d{4}-\d\d-\d\d$/.test(iso)) throw new Error(`not a date: ${iso}`);
  return Date.parse(iso + 'T00:00:00Z') / 86400000;
};
export const dayIso = (n) => new Date(n * 86400000).toISOString().slice(0, 10);
export const weekday = (n) => ((((n + 3) % 7) + 7) % 7) + 1; // 1 = Monday … 7 = Sunday
const week = (n) => Math.floor((n + 3) / 7); // Monday-based week number
const hhmm = (s) => {
  const m = /^(\d\d):(\d\d)$/.exec(s);
  if (!m) throw new Error(`not a time: ${s}`);
  return +m[1] * 60 + +m[2];
};

function subtract(list, cuts) {
  for (const [a, b] of cuts) {
    const out = [];
    for (const [x, y] of list) {
      if (b <= x || a >= y) {
        out.push([x, y]);
        continue;
      }
      if (a > x) out.push([x, a]);
      if (b < y) out.push([b, y]);
    }
    list = out;
  }
  return list;
}
function merge(list) {
  list.sort((p, q) => p[0] - q[0]);
  const out = [];
  for (const w of list) {
    const l = out[out.length - 1];
    if (l && w[0] <= l[1]) l[1] = Math.max(l[1], w[1]);
    else out.push([w[0], w[1]]);
  }
  return out;
}

export function check(inst, sol, opt = {}) {
  const V = [];
  const bad = (code, talk, text) => V.push({ code, newcomer: talk ? talk.newcomer : undefined, text });
  if (inst.format !== 'fit-matching/1') throw new Error('unknown instance format');
  const zone = makeZone(inst.timezone);
  const by = (list) => new Map(list.map((x) => [x.id, x]));
  const types = by(inst.talkTypes),
    sites = by(inst.sites),
    rooms = by(inst.rooms);
  const cws = by(inst.caseworkers),
    its = by(inst.interpreters),
    ncs = by(inst.newcomers);
  const from = dayNumber(inst.horizon.from),
    to = dayNumber(inst.horizon.to);
  const today = zone.local(instant(inst.now)).day;
  const w = inst.weights;
  const iv = (l) => (l || []).map((x) => [instant(x.from), instant(x.to)]);

  const cache = new Map();
  // free windows (UTC minutes) of a resource on a local day
  const windows = (key, day, weekly, plus, minus, closed) => {
    const k = key + '@' + day;
    let r = cache.get(k);
    if (r) return r;
    const wd = weekday(day);
    let l = closed
      ? []
      : weekly
          .filter((x) => x.day === wd)
          .map((x) => [zone.toUtc(day, hhmm(x.from)), zone.toUtc(day, hhmm(x.to))]);
    if (plus && plus.length) {
      const a = zone.toUtc(day, 0),
        b = zone.toUtc(day + 1, 0);
      for (const [x, y] of iv(plus)) if (y > a && x < b) l.push([Math.max(x, a), Math.min(y, b)]);
    }
    r = subtract(merge(l), iv(minus));
    cache.set(k, r);
    return r;
  };
  const covers = (ws, a, b) => ws.some(([x, y]) => x <= a && b <= y);
  const siteClosed = (s, day) => s.closed.includes(dayIso(day));

  const fixed = new Map();
  for (const a of inst.appointments) fixed.set(a.newcomer, a);

  const seen = new Set(),
    talks = [];
  if (!sol || !Array.isArray(sol.talks)) throw new Error('solution has no talks');
  for (const t of sol.talks) {
    const n = ncs.get(t.newcomer);
    if (!n) {
      bad('unknown-newcomer', t, `no newcomer ${t.newcomer}`);
      continue;
    }
    if (seen.has(n.id)) {
      bad('twice', t, 'more than one talk for this newcomer');
      continue;
    }
    seen.add(n.id);
    const ty = types.get(n.talkType);
    const c = cws.get(t.caseworker);
    if (!c) {
      bad('unknown-caseworker', t, `no caseworker ${t.caseworker}`);
      continue;
    }
    const k = t.interpreter == null ? null : its.get(t.interpreter);
    if (k === undefined) {
      bad('unknown-interpreter', t, `no interpreter ${t.interpreter}`);
      continue;
    }
    let s;
    try {
      s = instant(t.start);
    } catch (e) {
      bad('start', t, e.message);
      continue;
    }
    if (s % inst.slotMinutes)
      bad('grid', t, `start ${t.start} is not on the ${inst.slotMinutes}-minute grid`);
    const e = s + ty.minutes,
      eb = e + ty.buffer;
    const day = zone.local(s).day;
    const x = { t, n, ty, c, k, s, e, eb, day };
    const pub = fixed.get(n.id);
    const samePub = pub && instant(pub.start) === s;
    if (day < from || day > to) bad('horizon', t, 'outside the horizon');
    if (!(pub && pub.pinned)) {
      if (day < dayNumber(n.earliest)) bad('earliest', t, `before ${n.earliest}`);
      if (!samePub && day < today + n.notice) bad('notice', t, `less than ${n.notice} days of notice`);
    }
    for (const [a, b] of iv(n.unavailable))
      if (a < e && s < b) bad('newcomer-unavailable', t, 'newcomer is not available');
    if (n.office !== c.office) bad('office', t, 'caseworker of another office');
    // mode, site, room, caseworker
    if (!n.modes.includes(t.mode)) bad('mode', t, `mode ${t.mode} not accepted`);
    if (t.mode === 'onsite') {
      const site = sites.get(t.site),
        room = rooms.get(t.room);
      if (!site || !n.sites.includes(t.site)) {
        bad('site', t, `site ${t.site} not possible`);
        continue;
      }
      if (!room || room.site !== t.site) {
        bad('room', t, `room ${t.room} is not at ${t.site}`);
        continue;
      }
      x.room = room;
      x.site = site;
      if (n.wheelchair && !room.accessible) bad('wheelchair', t, 'room is not accessible');
      if (room.seats < n.persons) bad('seats', t, 'room is too small');
      if (!covers(windows('R' + room.id, day, site.weekly, null, room.blocked, siteClosed(site, day)), s, eb))
        bad('room-closed', t, `room ${room.id} is closed or blocked`);
      const own = c.weekly.filter((p) => p.site === t.site);
      if (!covers(windows('C' + c.id + '/' + t.site, day, own, null, c.absent, siteClosed(site, day)), s, eb))
        bad('caseworker-off', t, `caseworker ${c.id} does not work then at ${t.site}`);
    } else if (t.mode === 'video') {
      if (t.room != null || t.site != null) bad('video-room', t, 'a video talk has no site and no room');
      if (!c.video) bad('caseworker-video', t, 'caseworker has no video place');
      const open = c.weekly.filter((p) => !siteClosed(sites.get(p.site), day));
      if (!covers(windows('C' + c.id + '/*', day, open, null, c.absent, false), s, eb))
        bad('caseworker-off', t, `caseworker ${c.id} does not work then`);
    } else {
      bad('mode', t, `unknown mode ${t.mode}`);
      continue;
    }
    // language and interpreter
    const rank = n.languages.findIndex((l) => l.lang === t.lang);
    if (rank < 0) {
      bad('language', t, `newcomer does not understand ${t.lang}`);
      continue;
    }
    x.langCost = w.langRank * rank + w.langLevel * (3 - n.languages[rank].level);
    if (k) {
      const sk = k.languages.find((l) => l.lang === t.lang);
      if (!sk) bad('interpreter-language', t, `interpreter ${k.id} does not offer ${t.lang}`);
      else {
        if (sk.level < ty.minInterpreterLevel)
          bad('interpreter-level', t, 'level of the interpreter is too low');
        x.langCost += w.interpreterLevel * (3 - sk.level);
      }
      if (n.conflicts.includes(k.id)) bad('conflict', t, `conflict of interest with ${k.id}`);
      x.genderCost = 0;
      if (n.gender && n.gender !== k.gender) {
        if (n.genderHard) bad('gender', t, 'interpreter of the wrong gender');
        else x.genderCost = w.gender;
      }
      if (t.interpreterMode === 'onsite') {
        if (t.mode !== 'onsite') bad('interpreter-mode', t, 'interpreter on site at a video talk');
        else if (k.onsite == null || k.travel[t.site] === undefined)
          bad('interpreter-site', t, `interpreter ${k.id} does not come to ${t.site}`);
        x.place = t.site;
      } else if (t.interpreterMode === 'video') {
        if (k.video == null) bad('interpreter-mode', t, `interpreter ${k.id} does not work by video`);
        if (t.mode === 'onsite') {
          if (!n.remoteInterpreter)
            bad('interpreter-mode', t, 'newcomer does not accept a remote interpreter');
          if (!x.room.video) bad('room-video', t, 'room has no video equipment');
        }
        x.place = '@video';
      } else {
        bad('interpreter-mode', t, `unknown interpreter mode ${t.interpreterMode}`);
        continue;
      }
      if (!covers(windows('I' + k.id, day, k.weekly, k.extra, k.absent, false), s, e))
        bad('interpreter-off', t, `interpreter ${k.id} is not available`);
    } else {
      if (!c.languages.includes(t.lang))
        bad('no-interpreter', t, `caseworker ${c.id} does not speak ${t.lang} and there is no interpreter`);
      if (t.interpreterMode != null) bad('interpreter-mode', t, 'interpreter mode without interpreter');
    }
    talks.push(x);
  }
  // pinned appointments stay as they are
  for (const a of inst.appointments)
    if (a.pinned) {
      const t = sol.talks.find((q) => q.newcomer === a.newcomer);
      const same =
        t &&
        ['mode', 'site', 'room', 'caseworker', 'interpreter', 'interpreterMode', 'lang'].every(
          (f) => (t[f] ?? null) === (a[f] ?? null),
        ) &&
        instant(t.start) === instant(a.start);
      if (!same) bad('pinned', { newcomer: a.newcomer }, 'a fixed appointment was changed');
    }
  // one talk at a time
  const group = (f) => {
    const m = new Map();
    for (const x of talks) {
      const k = f(x);
      if (k == null) continue;
      if (!m.has(k)) m.set(k, []);
      m.get(k).push(x);
    }
    for (const l of m.values()) l.sort((p, q) => p.s - q.s || p.e - q.e);
    return m;
  };
  for (const [id, l] of group((x) => x.c.id)) {
    const perDay = new Map();
    l.forEach((x, i) => {
      if (i && l[i - 1].eb > x.s) bad('caseworker-overlap', x.t, `caseworker ${id} has two talks at once`);
      perDay.set(x.day, (perDay.get(x.day) || 0) + 1);
    });
    for (const [d, m] of perDay)
      if (m > cws.get(id).maxPerDay)
        bad('caseworker-day', { newcomer: null }, `caseworker ${id} has ${m} talks on ${dayIso(d)}`);
  }
  for (const [id, l] of group((x) => x.room?.id))
    l.forEach((x, i) => {
      if (i && l[i - 1].eb > x.s) bad('room-overlap', x.t, `room ${id} is used twice`);
    });

  // interpreters: no overlap, transfer, limits, money, fairness
  const cost = {
    unscheduled: 0,
    late: 0,
    money: 0,
    language: 0,
    gender: 0,
    fairness: 0,
    waiting: 0,
    stability: 0,
  };
  const stat = {
    newcomers: inst.newcomers.length,
    talks: talks.length,
    unscheduled: 0,
    withInterpreter: 0,
    visits: 0,
    talksPerVisit: 0,
    paidMinutes: 0,
    travel: 0,
    lateTalks: 0,
    lateDays: 0,
    waitingDays: 0,
    secondLanguage: 0,
    moved: 0,
  };
  const byIt = group((x) => x.k?.id);
  for (const k of inst.interpreters) {
    const l = byIt.get(k.id) || [];
    stat.withInterpreter += l.length;
    const days = new Map(),
      weeks = new Map();
    l.forEach((x, i) => {
      const p = l[i - 1];
      if (p) {
        if (p.e > x.s) bad('interpreter-overlap', x.t, `interpreter ${k.id} has two talks at once`);
        else if (p.day === x.day && p.place !== x.place && p.e + k.transfer > x.s)
          bad('interpreter-transfer', x.t, `interpreter ${k.id} cannot change place in time`);
      }
      days.set(x.day, (days.get(x.day) || 0) + 1);
      weeks.set(week(x.day), (weeks.get(week(x.day)) || 0) + 1);
    });
    for (const [d, m] of days)
      if (m > k.maxPerDay)
        bad('interpreter-day', { newcomer: null }, `interpreter ${k.id} has ${m} talks on ${dayIso(d)}`);
    for (const [d, m] of weeks)
      if (m > k.maxPerWeek)
        bad(
          'interpreter-week',
          { newcomer: null },
          `interpreter ${k.id} has ${m} talks in the week of ${dayIso(d * 7 - 3)}`,
        );
    let i = 0;
    while (i < l.length) {
      // a visit: same day, same place, gaps of at most maxWait
      let j = i;
      while (
        j + 1 < l.length &&
        l[j + 1].day === l[i].day &&
        l[j + 1].place === l[i].place &&
        l[j + 1].s - l[j].e <= k.maxWait
      )
        j++;
      const video = l[i].place === '@video';
      const tf = (video ? k.video : k.onsite) || { hourly: 0, minMinutes: 0, stepMinutes: 15 };
      const len = l[j].e - l[i].s;
      const paid = Math.max(tf.minMinutes, Math.ceil(len / tf.stepMinutes) * tf.stepMinutes);
      const travel = video ? 0 : k.travel[l[i].place] || 0;
      cost.money += Math.ceil((paid * tf.hourly) / 60) + travel;
      stat.visits++;
      stat.paidMinutes += paid;
      stat.travel += travel;
      i = j + 1;
    }
    cost.fairness += w.fairness * Math.max(0, Math.abs(l.length - k.target) - k.tolerance);
  }
  stat.talksPerVisit = stat.visits ? +(stat.withInterpreter / stat.visits).toFixed(3) : 0;
  // newcomers
  const done = new Map(talks.map((x) => [x.n.id, x]));
  const unscheduledIds = [];
  for (const n of inst.newcomers) {
    const x = done.get(n.id),
      pub = fixed.get(n.id);
    if (!x) {
      stat.unscheduled++;
      unscheduledIds.push(n.id);
      cost.unscheduled += w.unscheduled * n.urgency;
      if (pub && !pub.pinned) {
        cost.stability += w.stability.dropped * pub.weight;
        stat.moved++;
      }
      continue;
    }
    const first = Math.max(from, dayNumber(n.earliest), today + n.notice);
    const late = Math.max(0, x.day - Math.max(first, dayNumber(n.due)));
    const wait = Math.max(0, x.day - first);
    cost.late += w.late * n.urgency * late;
    cost.waiting += w.waiting * wait;
    cost.language += x.langCost;
    cost.gender += x.genderCost || 0;
    if (late) {
      stat.lateTalks++;
      stat.lateDays += late;
    }
    stat.waitingDays += wait;
    if (n.languages[0].lang !== x.t.lang) stat.secondLanguage++;
    if (pub && !pub.pinned) {
      const ps = instant(pub.start),
        S = w.stability;
      let c = 0;
      if (zone.local(ps).day !== x.day) c += S.day;
      else if (ps !== x.s) c += S.time;
      if ((pub.interpreter ?? null) !== (x.t.interpreter ?? null)) c += S.interpreter;
      if (pub.caseworker !== x.t.caseworker) c += S.caseworker;
      if (pub.mode !== x.t.mode) c += S.mode;
      else if ((pub.room ?? null) !== (x.t.room ?? null)) c += S.room;
      if (c) stat.moved++;
      cost.stability += c * pub.weight;
    }
  }
  const objective = Object.values(cost).reduce((a, b) => a + b, 0);
  return {
    instance: inst.id,
    feasible: V.length === 0,
    violations: opt.maxViolations ? V.slice(0, opt.maxViolations) : V,
    violationCount: V.length,
    objective,
    cost,
    stat,
    unscheduledIds,
  };
}

if (import.meta.url === pathToFileURL(process.argv[1] || '').href) {
  const args = process.argv.slice(2).filter((a) => !a.startsWith('--'));
  if (args.length < 2) {
    console.error('usage: node check.mjs instance.json[.gz] solution.json [--json]');
    process.exit(2);
  }
  let r;
  try {
    r = check(readJson(args[0]), readJson(args[1]), { maxViolations: 50 });
  } catch (e) {
    console.error('bad input:', e.message);
    process.exit(2);
  }
  if (process.argv.includes('--json')) console.log(JSON.stringify(r));
  else {
    const f = (x) => (x / 100).toFixed(2).padStart(14);
    console.log(`${r.instance}: ${r.feasible ? 'FEASIBLE' : `INFEASIBLE (${r.violationCount} violations)`}`);
    for (const v of r.violations) console.log(`  ${v.code} ${v.newcomer ?? ''}: ${v.text}`);
    console.log(`objective      CHF ${f(r.objective)}   (${r.objective} Rappen)`);
    for (const [k, v] of Object.entries(r.cost)) console.log(`  ${k.padEnd(12)} CHF ${f(v)}`);
    console.log(JSON.stringify(r.stat));
  }
  process.exit(r.feasible ? 0 : 1);
}
