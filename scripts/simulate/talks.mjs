import { addDays, at, openDay } from './days.mjs';
import { uuidAt } from './ids.mjs';
import { STARTS } from './office.mjs';
import { OFFICE_LANGUAGES } from './people.mjs';
import { addNotices } from './notices.mjs';
import { addVisit } from './visits.mjs';

const MINUTE_MS = 60_000;
const MINUTES = 45;
const BUFFER = 15;
const CANCELLED_SHARE = 0.07;
const MOVED_SHARE = 0.1;

/** Arranges a household's talk, now and then after one that was cancelled. @returns true when it is over */
export function addTalks(world, office, household, { arrangedAt, now }) {
  let createdAt = arrangedAt;
  if (world.choices.share() < CANCELLED_SHARE) {
    addTalk(world, office, household, { createdAt, now, isCancelled: true });
    createdAt += 3 * 86_400_000;
  }
  return addTalk(world, office, household, { createdAt, now, isCancelled: false });
}

function addTalk(world, office, household, { createdAt, now, isCancelled }) {
  const { choices } = world;
  const wished = addDays(new Date(createdAt).toISOString().slice(0, 10), choices.between(20, 42));
  const place = freePlace(office, household.language, openDay(wished), { isCancelled });
  const talk = {
    ...{ id: uuidAt(createdAt, choices), household, createdAt, ...place },
    endsAt: place.startsAt + MINUTES * MINUTE_MS,
    revision: choices.share() < MOVED_SHARE ? 2 : 1,
    actor: `staff:${office.id * 2}`,
  };
  talk.isOver = talk.endsAt < now;
  Object.assign(talk, outcomeOf(talk, isCancelled, choices));
  if (talk.interpreter) addVisit(world, office, talk, now);
  addRow(world, office, talk, now);
  addTaken(world, talk);
  addEntries(world, talk);
  addNotices(world, office, talk, now);
  return talk.isOver;
}

function outcomeOf({ isOver }, isCancelled, choices) {
  if (isCancelled) return { state: 'cancelled', cancelledBy: 'household' };
  if (!isOver) return { state: choices.share() < 0.6 ? 'confirmed' : 'invited' };
  const share = choices.share();
  if (share < 0.9) return { state: 'held', before: 'confirmed' };
  return share < 0.98
    ? { state: 'no-show', before: 'invited', outcomeBy: 'household' }
    : { state: 'stopped', before: 'confirmed' };
}

/** The first place from a day on; a talk that is cancelled again takes nobody's. */
function freePlace(office, language, from, { isCancelled }) {
  for (let day = from; ; day = openDay(addDays(day, 1))) {
    const used = office.filled.get(day) ?? 0;
    if (used >= office.seats.length * STARTS.length) continue;
    if (!isCancelled) office.filled.set(day, used + 1);
    const seat = office.seats[Math.floor(used / STARTS.length)];
    const startsAt = at(day, STARTS[used % STARTS.length]);
    return { seat, startsAt, interpreter: interpreterFor(office, language, startsAt, { isCancelled }) };
  }
}

/** Null: the caseworker speaks the language, or nobody who does is free. */
function interpreterFor(office, language, startsAt, { isCancelled }) {
  if (OFFICE_LANGUAGES.includes(language)) return null;
  const free = office.interpreters.get(language)?.find(({ id }) => !office.busy.has(`${id}:${startsAt}`));
  if (free && !isCancelled) office.busy.add(`${free.id}:${startsAt}`);
  return free ?? null;
}

function addRow({ rows, audit }, office, talk, now) {
  const { id, household, startsAt, seat, interpreter, state, createdAt, isOver } = talk;
  const changedAt = new Date(isOver ? talk.endsAt : Math.min(createdAt + 3_600_000, now));
  rows.add(
    ...['talks', id, office.id, household.id, new Date(startsAt), MINUTES, BUFFER, seat.site, seat.room],
    ...[
      seat.caseworker,
      interpreter?.id,
      interpreter && 'onsite',
      interpreter && 'confirmed',
      household.language,
    ],
    ...[interpreter ? 'interpreter' : 'caseworker', state, talk.cancelledBy, talk.outcomeBy, talk.before],
    ...[talk.revision, talk.visitId, talk.actor, new Date(createdAt), changedAt, id],
  );
  audit.add(office.id, createdAt, talk.actor, 'talk-booked', 'talk', id, {
    startsAt: new Date(startsAt),
    version: 1,
  });
  if (talk.revision > 1)
    audit.add(office.id, createdAt + 1_800_000, talk.actor, 'talk-moved', 'talk', id, { version: 2 });
  if (state === 'cancelled') {
    audit.add(office.id, createdAt + 3_600_000, `household:${household.id}`, 'talk-cancelled', 'talk', id, {
      by: 'household',
    });
  } else if (isOver) {
    if (talk.before === 'confirmed')
      audit.add(
        office.id,
        createdAt + 7_200_000,
        `household:${household.id}`,
        'talk-confirmed',
        'talk',
        id,
        {},
      );
    audit.add(office.id, talk.endsAt, talk.actor, `talk-${state}`, 'talk', id, {});
    audit.add(office.id, startsAt - 600_000, talk.actor, 'household-read', 'household', household.id, {});
  }
}

/** Room and caseworker are taken through the buffer, interpreter and household are not. */
function addTaken({ rows }, { id, household, startsAt, endsAt, seat, interpreter, state }) {
  if (state === 'cancelled') return;
  const through = rangeOf(startsAt, endsAt + BUFFER * MINUTE_MS);
  rows.add('allocations', 1, seat.room, through, id);
  rows.add('allocations', 2, seat.caseworker, through, id);
  if (interpreter) rows.add('allocations', 3, interpreter.id, rangeOf(startsAt, endsAt), id);
  rows.add('allocations', 4, household.id, rangeOf(startsAt, endsAt), id);
}

const rangeOf = (from, to) => `[${new Date(from).toISOString()},${new Date(to).toISOString()})`;

function addEntries({ rows, choices }, { id, household, createdAt, startsAt, seat, interpreter, state }) {
  const resources = [[2, seat.caseworker], ...(interpreter ? [[3, interpreter.id]] : [])];
  const sequence = state === 'cancelled' ? 2 : 1;
  for (const [kind, resource] of resources) {
    rows.add(
      ...[
        'calendar_entries',
        uuidAt(createdAt, choices),
        id,
        kind,
        resource,
        sequence,
        state === 'cancelled',
      ],
      ...[
        new Date(startsAt),
        MINUTES,
        household.language,
        'onsite',
        seat.site,
        seat.room,
        new Date(createdAt),
      ],
    );
  }
}
