#!/usr/bin/env node
// What a common booking tool does: first come first served, first free slot, round robin over the people.
// One newcomer after the other (by arrival); languages in the newcomer's order; the earliest start at which a
// caseworker, a room and (if no caseworker speaks the language) an interpreter are free; among the free people the
// one with the fewest bookings so far, then the least recently booked.  No look at money.
// usage: node greedy.mjs instance.json solution.json
import fs from 'node:fs';
import { pathToFileURL } from 'node:url';
import { makeZone, instant, dayNumber, dayIso, weekday, readJson } from './check.mjs';

export function greedy(inst) {
  const zone = makeZone(inst.timezone),
    G = inst.slotMinutes;
  const from = dayNumber(inst.horizon.from),
    to = dayNumber(inst.horizon.to);
  const today = zone.local(instant(inst.now)).day;
  const D = to - from + 1,
    S = 1440 / G; // slots of a local day; wall time is kept because clocks change at night only
  const hm = (s) => (+s.slice(0, 2) * 60 + +s.slice(3)) / G;
  const types = new Map(inst.talkTypes.map((t) => [t.id, t]));
  const sites = new Map(inst.sites.map((s) => [s.id, s]));
  const grid = () => new Uint8Array(D * S);
  const local = (u) => {
    const l = zone.local(u);
    return (l.day - from) * S + Math.floor(l.tod / G);
  };
  const cut = (g, list) => {
    for (const x of list || []) {
      const a = Math.max(0, local(instant(x.from))),
        l = zone.local(instant(x.to));
      const b = Math.min(g.length, (l.day - from) * S + Math.ceil(l.tod / G));
      for (let i = a; i < b; i++) g[i] = 0;
    }
  };
  const open = (g, weekly, closed) => {
    for (let d = 0; d < D; d++) {
      if (closed && closed.includes(dayIso(from + d))) continue;
      const wd = weekday(from + d);
      for (const w of weekly) if (w.day === wd) for (let i = hm(w.from); i < hm(w.to); i++) g[d * S + i] = 1;
    }
  };
  const rooms = inst.rooms.map((r) => {
    const g = grid();
    open(g, sites.get(r.site).weekly, sites.get(r.site).closed);
    cut(g, r.blocked);
    return { ...r, g };
  });
  const cws = inst.caseworkers.map((c) => {
    const at = {},
      any = grid();
    for (const s of inst.sites) {
      const own = c.weekly.filter((w) => w.site === s.id);
      if (!own.length) continue;
      const g = grid();
      open(g, own, s.closed);
      cut(g, c.absent);
      at[s.id] = g;
      for (let i = 0; i < g.length; i++) any[i] |= g[i];
    }
    return { ...c, at, any, busy: grid(), n: 0, last: -1, day: new Uint8Array(D) };
  });
  const its = inst.interpreters.map((k) => {
    const g = grid();
    open(g, k.weekly, null);
    for (const x of k.extra || [])
      for (
        let i = Math.max(0, local(instant(x.from))), e = Math.min(g.length, local(instant(x.to)));
        i < e;
        i++
      )
        g[i] = 1;
    cut(g, k.absent);
    return { ...k, g, n: 0, last: -1, talks: [] };
  });
  const byLang = new Map();
  for (const k of its)
    for (const x of k.languages) {
      if (!byLang.has(x.lang)) byLang.set(x.lang, []);
      byLang.get(x.lang).push(k);
    }
  const byOffice = new Map();
  for (const c of cws) {
    if (!byOffice.has(c.office)) byOffice.set(c.office, []);
    byOffice.get(c.office).push(c);
  }
  const roomsAt = new Map();
  for (const r of rooms) {
    if (!roomsAt.has(r.site)) roomsAt.set(r.site, []);
    roomsAt.get(r.site).push(r);
  }
  const free = (g, a, n) => {
    for (let i = a; i < a + n; i++) if (!g[i]) return false;
    return true;
  };
  const idle = (g, a, n) => {
    for (let i = a; i < a + n; i++) if (g[i]) return false;
    return true;
  };
  const out = [];
  let clock = 0;
  const better = (x, y) => !y || x.n < y.n || (x.n === y.n && x.last < y.last);
  const itOk = (k, d, a, n, place) => {
    if (!free(k.g, a, n)) return false;
    let day = 0,
      wk = 0;
    const w = Math.floor((from + d + 3) / 7);
    for (const t of k.talks) {
      if (Math.floor((from + t.d + 3) / 7) === w) wk++;
      if (t.d !== d) continue;
      day++;
      const tr = t.place === place ? 0 : k.transfer / G;
      if (a < t.a + t.n + tr && t.a < a + n + tr) return false;
    }
    return day < k.maxPerDay && wk < k.maxPerWeek;
  };
  const put = (nc, t, d, a, n, nb, c, room, k, place) => {
    for (let i = a; i < a + nb; i++) {
      c.busy[i] = 1;
      if (room) room.g[i] = 0;
    }
    c.day[d]++;
    c.n++;
    c.last = clock;
    if (k) {
      k.n++;
      k.last = clock;
      k.talks.push({ d, a, n, place });
    }
    clock++;
    out.push(t);
  };
  const start = (d, a) =>
    new Date(zone.toUtc(from + d, (a - d * S) * G) * 60000).toISOString().slice(0, 16) + 'Z';
  const pinned = new Set();
  for (const p of inst.appointments.filter((x) => x.pinned)) {
    const nc = inst.newcomers.find((x) => x.id === p.newcomer),
      ty = types.get(nc.talkType),
      a = local(instant(p.start)),
      d = Math.floor(a / S);
    const { pinned: _p, weight: _w, ...t } = p;
    pinned.add(p.newcomer);
    put(
      nc,
      t,
      d,
      a,
      ty.minutes / G,
      (ty.minutes + ty.buffer) / G,
      cws.find((c) => c.id === p.caseworker),
      p.room && rooms.find((r) => r.id === p.room),
      p.interpreter && its.find((k) => k.id === p.interpreter),
      p.interpreterMode === 'video' ? '@video' : p.site,
    );
  }
  const order = inst.newcomers
    .filter((x) => !pinned.has(x.id))
    .sort((a, b) => (a.arrived < b.arrived ? -1 : a.arrived > b.arrived ? 1 : a.id < b.id ? -1 : 1));
  for (const nc of order) {
    const ty = types.get(nc.talkType),
      n = ty.minutes / G,
      nb = (ty.minutes + ty.buffer) / G;
    const office = byOffice.get(nc.office) || [];
    const first = Math.max(0, dayNumber(nc.earliest) - from, today + nc.notice - from);
    const un = (nc.unavailable || []).map((x) => [local(instant(x.from)), local(instant(x.to))]);
    let done = false;
    for (const { lang } of nc.languages) {
      const direct = office.filter((c) => c.languages.includes(lang));
      const pool = (byLang.get(lang) || []).filter(
        (k) =>
          !nc.conflicts.includes(k.id) &&
          !(nc.gender && nc.genderHard && k.gender !== nc.gender) &&
          k.languages.find((x) => x.lang === lang).level >= ty.minInterpreterLevel,
      );
      if (!direct.length && !pool.length) continue;
      for (let d = first; d < D && !done; d++) {
        for (let a = d * S; a + nb <= (d + 1) * S && !done; a++) {
          if (un.some(([x, y]) => x < a + n && a < y)) continue;
          for (const mode of nc.modes) {
            let best = null;
            const pickCw = (list, site) => {
              let b = null;
              for (const c of list) {
                const g = site ? c.at[site] : c.video ? c.any : null;
                if (g && c.day[d] < c.maxPerDay && free(g, a, nb) && idle(c.busy, a, nb) && better(c, b))
                  b = c;
              }
              return b;
            };
            const pickIt = (place) => {
              let b = null;
              for (const k of pool) {
                if (place === '@video' ? !k.video : !k.onsite || k.travel[place] === undefined) continue;
                if (better(k, b) && itOk(k, d, a, n, place)) b = k;
              }
              return b;
            };
            for (const site of mode === 'onsite' ? nc.sites : [null]) {
              let room = null,
                vroom = null;
              if (site) {
                for (const r of roomsAt.get(site) || [])
                  if (r.seats >= nc.persons && (!nc.wheelchair || r.accessible) && free(r.g, a, nb)) {
                    room = room || r;
                    if (r.video) vroom = vroom || r;
                  }
                if (!room) continue;
              }
              const c = pickCw(direct.length ? direct : office, site);
              if (!c) continue;
              if (direct.length) {
                best = { c, room, k: null, im: null, place: null };
              } else {
                let k = site ? pickIt(site) : null;
                if (k) best = { c, room, k, im: 'onsite', place: site };
                else if (!site || (nc.remoteInterpreter && vroom)) {
                  k = pickIt('@video');
                  if (k) best = { c, room: site ? vroom : null, k, im: 'video', place: '@video' };
                }
              }
              if (best) {
                best.site = site;
                break;
              }
            }
            if (best) {
              put(
                nc,
                {
                  newcomer: nc.id,
                  mode,
                  site: best.site,
                  room: best.room ? best.room.id : null,
                  caseworker: best.c.id,
                  interpreter: best.k ? best.k.id : null,
                  interpreterMode: best.im,
                  lang,
                  start: start(d, a),
                },
                d,
                a,
                n,
                nb,
                best.c,
                best.room,
                best.k,
                best.place,
              );
              done = true;
              break;
            }
          }
        }
      }
      if (done) break;
    }
  }
  return { instance: inst.id, talks: out };
}
if (import.meta.url === pathToFileURL(process.argv[1] || '').href) {
  const inst = readJson(process.argv[2]);
  const t0 = process.cpuUsage(),
    s = greedy(inst),
    t1 = process.cpuUsage(t0);
  if (process.argv[3]) fs.writeFileSync(process.argv[3], JSON.stringify(s) + '\n');
  console.log(
    `${inst.id}: ${s.talks.length} of ${inst.newcomers.length} talks in ${Math.round((t1.user + t1.system) / 1000)} ms CPU`,
  );
}
