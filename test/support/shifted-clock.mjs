import { existsSync } from 'node:fs';

/**
 * Loaded into a process of the product by `--import`: its clock goes wrong by CLOCK_SHIFT_MS, at once or, with
 * CLOCK_SHIFT_WHEN, as soon as that file exists. Timers go on as they are, as with a clock that is set.
 */
const { CLOCK_SHIFT_MS = '0', CLOCK_SHIFT_WHEN } = process.env;
const RealDate = Date;
let shiftMs = CLOCK_SHIFT_WHEN === undefined ? Number(CLOCK_SHIFT_MS) : 0;

globalThis.Date = class extends RealDate {
  constructor(...parts) {
    super(...(parts.length === 0 ? [RealDate.now() + shiftMs] : parts));
  }

  static now() {
    return RealDate.now() + shiftMs;
  }
};

if (CLOCK_SHIFT_WHEN !== undefined) {
  const timer = setInterval(() => {
    if (!existsSync(CLOCK_SHIFT_WHEN)) return;
    shiftMs = Number(CLOCK_SHIFT_MS);
    clearInterval(timer);
  }, 100);
  timer.unref();
}
