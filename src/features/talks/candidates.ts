import type { Candidate, Interpreter, Proposal, Snapshot } from '../../scheduling/index.js';
import type { FreeSlot } from './free-slot.js';
import type { OfficeWorld } from './snapshot/office-world.js';
import type { InterpreterMode, TalkChoice } from './talk.js';

const MINUTE_MS = 60_000;

/** A choice in the words of the scheduling core; a room that the office does not have gives no site. */
export function candidateOf(choice: TalkChoice, householdId: number, world: OfficeWorld): Candidate {
  return {
    newcomer: String(householdId),
    mode: choice.mode,
    site: siteOf(choice, world),
    room: choice.roomId === null ? null : String(choice.roomId),
    caseworker: String(choice.caseworkerId),
    interpreter: choice.interpreterId === null ? null : String(choice.interpreterId),
    interpreterMode: choice.interpreterMode === 'phone' ? 'video' : choice.interpreterMode,
    lang: choice.language,
    start: `${choice.startsAt.slice(0, 16)}Z`,
  };
}

/** The site of the chosen room. */
export function siteOf(choice: TalkChoice, world: OfficeWorld): string | null {
  return choice.roomId === null ? null : (world.rooms.get(String(choice.roomId))?.site ?? null);
}

/** The snapshot in which the interpreter works from afar in exactly the chosen way, or not at all. */
export function withChosenRemoteMode(choice: TalkChoice, world: OfficeWorld): Snapshot {
  const { interpreterMode: mode, interpreterId } = choice;
  if (interpreterId === null || mode === null || mode === 'onsite') return world.snapshot;
  const row = world.interpreters.get(String(interpreterId));
  const isAble = mode === 'phone' ? row?.byPhone : row?.byVideo;
  const chosen = (interpreter: Interpreter): Interpreter =>
    interpreter.id === String(interpreterId)
      ? { ...interpreter, remoteMode: mode, video: isAble ? interpreter.video : null }
      : interpreter;
  return { ...world.snapshot, interpreters: world.snapshot.interpreters.map(chosen) };
}

/** A proposal as others see it: numbers, names, and the way in which the interpreter takes part. */
export function slotOf(proposal: Proposal, minutes: number, world: OfficeWorld): FreeSlot {
  const { candidate, cost, provision, reasons, total } = proposal;
  const startsAt = new Date(candidate.start);
  return {
    startsAt: startsAt.toISOString(),
    endsAt: new Date(startsAt.getTime() + minutes * MINUTE_MS).toISOString(),
    mode: candidate.mode,
    siteId: numberOf(candidate.site),
    siteName: nameIn(world.siteNames, candidate.site),
    roomId: numberOf(candidate.room),
    roomName: candidate.room === null ? null : (world.rooms.get(candidate.room)?.name ?? null),
    caseworkerId: Number(candidate.caseworker),
    caseworkerName: world.caseworkerNames.get(candidate.caseworker) ?? '',
    interpreterId: numberOf(candidate.interpreter),
    interpreterName:
      candidate.interpreter === null ? null : (world.interpreters.get(candidate.interpreter)?.name ?? null),
    interpreterMode: interpreterModeOf(candidate, world),
    language: candidate.lang,
    provision,
    reasons,
    totalRappen: total,
    moneyRappen: cost.money,
  };
}

/** From afar by video where person and room can, else by phone. */
export function interpreterModeOf(candidate: Candidate, world: OfficeWorld): InterpreterMode | null {
  if (candidate.interpreter === null || candidate.interpreterMode !== 'video')
    return candidate.interpreterMode;
  const row = world.interpreters.get(candidate.interpreter);
  const roomHasVideo = candidate.room === null || world.rooms.get(candidate.room)?.video === true;
  return row?.byVideo && roomHasVideo ? 'video' : 'phone';
}

function numberOf(id: string | null): number | null {
  return id === null ? null : Number(id);
}

function nameIn(names: ReadonlyMap<string, string>, id: string | null): string | null {
  return id === null ? null : (names.get(id) ?? null);
}
