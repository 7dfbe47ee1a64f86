import type { Database } from '../database/database.js';
import type { Clock } from './clock.js';

/** From this difference on a worker refuses to start (reliability.md 2.2). */
export const WRONG_CLOCK_MS = 2000;

/** How far two clocks are apart, in milliseconds; what the way to the server took is the doubt of it. */
export interface ClockDifference {
  readonly milliseconds: number;
  readonly doubtMs: number;
}

/** This machine against the database. The shortest of a few questions says most about the clock and least about the way. */
export async function clockDifference(database: Database, clock: Clock): Promise<ClockDifference> {
  const found: ClockDifference[] = [];
  for (let round = 0; round < 3; round += 1) {
    const asked = clock.now().getTime();
    const [row] = await database.query<{ now: Date }>('select clock_timestamp() as now');
    const doubtMs = (clock.now().getTime() - asked) / 2;
    const ours = asked + doubtMs - clock.offsetMs();
    found.push({ doubtMs, milliseconds: Math.abs(ours - (row?.now.getTime() ?? 0)) });
  }
  const [best = { milliseconds: 0, doubtMs: 0 }] = found.sort((a, b) => a.doubtMs - b.doubtMs);
  return best;
}

/** A clock that a worker must not work with. */
class WrongClockError extends Error {
  override readonly name = 'WrongClockError';
}

/** Throws {@link WrongClockError} when the clocks are surely too far apart: offers and plans would end early or late. */
export async function demandRightClock(database: Database, clock: Clock): Promise<void> {
  const { milliseconds, doubtMs } = await clockDifference(database, clock);
  if (milliseconds - doubtMs <= WRONG_CLOCK_MS) return;
  throw new WrongClockError(
    `The clock of this machine is ${Math.round(milliseconds / 1000)} s away from the database's, and a worker must not ` +
      `be more than ${WRONG_CLOCK_MS / 1000} s: set both by a time server (NTP) and start again.`,
  );
}
