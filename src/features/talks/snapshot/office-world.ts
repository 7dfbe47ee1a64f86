import type { Interpreter, Newcomer, Snapshot, Subject, TalkType } from '../../../scheduling/index.js';
import type { Office } from '../../offices/index.js';
import type { HouseholdRow, InterpreterRow, OfficeRows, RoomRow } from './office-rows.js';
import { appointmentOf, ELSEWHERE, newcomerOfTalk, talkTypeId, typeOfTalk } from './placed-talk-rows.js';
import type { SearchWindow } from './window.js';

/** A snapshot for the scheduling core with the rows it was made of, for names and for what only bookings need. */
export interface OfficeWorld {
  readonly snapshot: Snapshot;
  readonly rooms: ReadonlyMap<string, RoomRow>;
  readonly interpreters: ReadonlyMap<string, InterpreterRow>;
  readonly siteNames: ReadonlyMap<string, string>;
  readonly caseworkerNames: ReadonlyMap<string, string>;
}

/** The moment and the kind of the question. */
export interface SnapshotQuestion {
  readonly office: Office;
  readonly now: Date;
  readonly window: SearchWindow;
  /** Households whose talk is being moved: they know of it already and need a shorter notice. */
  readonly moving: ReadonlySet<string>;
}

/** Nobody's fair share is known yet: no interpreter is preferred for having had few talks. */
const ANY_NUMBER = 9999;

export function officeWorld(rows: OfficeRows, question: SnapshotQuestion): OfficeWorld {
  return {
    snapshot: snapshotOf(rows, question),
    rooms: new Map(rows.rooms.map((room) => [room.id, room])),
    interpreters: new Map(rows.interpreters.map((interpreter) => [interpreter.id, interpreter])),
    siteNames: new Map(rows.sites.map((site) => [site.id, site.name])),
    caseworkerNames: new Map(rows.caseworkers.map((caseworker) => [caseworker.id, caseworker.name])),
  };
}

/** What people call the thing a rule is about; nothing for the household itself. */
export function namesOf(subject: Subject | undefined, world: OfficeWorld): readonly string[] {
  if (!subject) return [];
  const names: Partial<Record<Subject['kind'], string | undefined>> = {
    caseworker: world.caseworkerNames.get(subject.id),
    interpreter: world.interpreters.get(subject.id)?.name,
    room: world.rooms.get(subject.id)?.name,
    site: world.siteNames.get(subject.id),
  };
  const name = names[subject.kind];
  return name === undefined ? [] : [name];
}

function snapshotOf(rows: OfficeRows, question: SnapshotQuestion): Snapshot {
  const { office, now, window, moving } = question;
  const { policies } = office;
  const sites = rows.sites.map((site) => site.id);
  const ours = new Set(rows.households.map((household) => household.id));
  return {
    format: 'fit-matching/1',
    id: office.slug,
    timezone: office.timeZone,
    slotMinutes: policies.slotMinutes,
    now: minuteAfter(now),
    horizon: window.horizon,
    weights: policies.weights,
    talkTypes: talkTypesOf(rows, office),
    sites: rows.sites.map((site) => ({ ...site, office: office.slug })),
    rooms: rows.rooms,
    caseworkers: [
      ...rows.caseworkers.map((caseworker) => ({ ...caseworker, office: office.slug, video: true })),
      ELSEWHERE,
    ],
    interpreters: rows.interpreters.map((interpreter) => interpreterOf(interpreter, sites)),
    newcomers: [
      ...rows.households.map((row) => newcomerOf(row, { office, sites, moving })),
      ...rows.talks
        .filter((talk) => !talk.isOpen || !ours.has(talk.household))
        .map((talk) => newcomerOfTalk(talk, office.slug)),
    ],
    appointments: rows.talks.map((talk) => appointmentOf(talk, ours)),
  };
}

/** The core counts in minutes and proposes starts from this one on: what has begun must not be among them. */
function minuteAfter(now: Date): string {
  return `${new Date(now.getTime() + 60_000).toISOString().slice(0, 16)}Z`;
}

/** Talks keep the length they were booked with, so each length is a type of its own. */
function talkTypesOf(rows: OfficeRows, { policies }: Office): readonly TalkType[] {
  const usual = {
    id: talkTypeId(policies.talkMinutes, policies.bufferMinutes),
    minutes: policies.talkMinutes,
    buffer: policies.bufferMinutes,
    minInterpreterLevel: policies.minimumInterpreterLevel,
  };
  const others = rows.talks.map(typeOfTalk);
  return [...new Map([...others, usual].map((type) => [type.id, type])).values()];
}

function interpreterOf(row: InterpreterRow, sites: readonly string[]): Interpreter {
  const remote = row.byPhone || row.byVideo;
  const { tariff } = row;
  return {
    ...row,
    onsite: row.onSite ? (tariff?.onsite ?? null) : null,
    travel: Object.fromEntries(sites.map((site) => [site, tariff?.travel ?? 0])),
    video: remote ? (tariff?.remote ?? null) : null,
    // by phone every room will do; which of the two it becomes is decided with the room
    remoteMode: row.byPhone ? 'phone' : 'video',
    target: 0,
    tolerance: ANY_NUMBER,
  };
}

interface NewcomerContext {
  readonly office: Office;
  readonly sites: readonly string[];
  readonly moving: ReadonlySet<string>;
}

function newcomerOf(row: HouseholdRow, { office, sites, moving }: NewcomerContext): Newcomer {
  const { policies } = office;
  return {
    ...row,
    office: office.slug,
    earliest: row.arrived,
    notice: moving.has(row.id) ? policies.moveNoticeDays : policies.noticeDays,
    urgency: 1,
    languages: row.languages.filter(
      // a second language serves only someone who speaks it as well as German would have to be spoken
      (known, rank) => rank === 0 || known.level >= policies.minimumGermanLevel,
    ),
    modes: ['onsite'],
    sites,
    talkType: talkTypeId(policies.talkMinutes, policies.bufferMinutes),
  };
}
