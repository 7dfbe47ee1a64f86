#!/usr/bin/env node
// Turns an instance and its published plan into a re-planning instance: time has moved on, an interpreter drops out,
// urgent newcomers arrive.
// usage: node perturb.mjs instance.json plan.json --out new.json [--now-days 9] [--cancel busiest|none|I0012] [--cancel-days 14]
//        [--absent-caseworker C] [--urgent 3] [--seed 1] [--tag replan]
// Talks that start before now + 1 day become pinned; all others are "published" (weight 3 when the letter is out, that is
// when the start is less than 21 days away, else 1).
import { pathToFileURL } from 'node:url';
import { readJson, makeZone, instant, dayNumber, dayIso } from './check.mjs';
import { generate, rng, writeJson } from './generate.mjs';

export function perturb(
  inst,
  plan,
  {
    nowDays = 9,
    cancel = 'busiest',
    cancelDays = 14,
    absentCaseworker = null,
    urgent = 3,
    seed = 1,
    tag = 'replan',
  } = {},
) {
  const out = structuredClone(inst),
    R = rng('perturb/' + seed + '/' + inst.id),
    zone = makeZone(inst.timezone);
  const nowDay = dayNumber(inst.horizon.from) + nowDays,
    now = zone.toUtc(nowDay, 8 * 60);
  const iso = (u) => new Date(u * 60000).toISOString().slice(0, 16) + 'Z';
  out.id = `${inst.id}-${tag}`;
  out.now = iso(now);
  const span = { from: iso(zone.toUtc(nowDay, 0)), to: iso(zone.toUtc(nowDay + cancelDays, 0)) };
  const inSpan = (t) => instant(t.start) >= instant(span.from) && instant(t.start) < instant(span.to);
  let who = cancel;
  if (cancel === 'busiest') {
    const n = new Map();
    for (const t of plan.talks)
      if (t.interpreter && inSpan(t)) n.set(t.interpreter, (n.get(t.interpreter) || 0) + 1);
    who = [...n].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0];
  }
  const gone = new Set();
  if (who && who !== 'none') {
    const k = out.interpreters.find((x) => x.id === who);
    k.absent = [...k.absent, span];
    gone.add(who);
  }
  if (absentCaseworker) {
    const c = out.caseworkers.find((x) => x.id === absentCaseworker);
    c.absent = [...c.absent, span];
    gone.add(absentCaseworker);
  }
  const wasPinned = new Set(inst.appointments.filter((a) => a.pinned).map((a) => a.newcomer));
  out.appointments = plan.talks.map((t) => {
    const s = instant(t.start),
      lost = (gone.has(t.interpreter) || gone.has(t.caseworker)) && inSpan(t);
    const pinned = !lost && (s < now + 1440 || wasPinned.has(t.newcomer));
    return { ...t, pinned, weight: s < now + 21 * 1440 ? 3 : 1 };
  });
  if (urgent) {
    const extra = generate('small', seed + '/urgent', {
      newcomers: urgent,
      start: inst.horizon.from,
      pinnedShare: 0,
    }).newcomers;
    extra.forEach((n, i) => {
      const like = out.newcomers[R.int(0, out.newcomers.length - 1)];
      out.newcomers.push({
        ...like,
        id: `U${String(i + 1).padStart(3, '0')}`,
        arrived: dayIso(nowDay - 3),
        earliest: dayIso(nowDay),
        due: dayIso(nowDay + 14),
        notice: 3,
        urgency: 3,
        persons: Math.min(n.persons, 3),
        wheelchair: false,
        unavailable: [],
        conflicts: [],
      });
    });
  }
  return { inst: out, cancelled: who };
}
if (import.meta.url === pathToFileURL(process.argv[1] || '').href) {
  const a = process.argv.slice(2),
    get = (k, d) => {
      const i = a.indexOf('--' + k);
      return i < 0 ? d : a[i + 1];
    };
  const r = perturb(readJson(a[0]), readJson(a[1]), {
    nowDays: +get('now-days', 9),
    cancel: get('cancel', 'busiest'),
    cancelDays: +get('cancel-days', 14),
    absentCaseworker: get('absent-caseworker', null),
    urgent: +get('urgent', 3),
    seed: get('seed', 1),
    tag: get('tag', 'replan'),
  });
  writeJson(get('out', r.inst.id + '.json'), r.inst);
  console.log(
    `${r.inst.id}: cancelled ${r.cancelled}, ${r.inst.appointments.filter((x) => x.pinned).length} pinned, ${r.inst.appointments.filter((x) => !x.pinned).length} published`,
  );
}
