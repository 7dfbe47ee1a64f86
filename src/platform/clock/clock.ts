/** Where every part of the product asks for the present instant. Tests and `NOW` put another clock here. */
export abstract class Clock {
  /** The present instant. */
  abstract now(): Date;

  /** Milliseconds this clock is ahead of the database's clock on purpose; 0 in production. */
  abstract offsetMs(): number;
}

/** The real time, or a clock that was started at another instant and runs on from there (`NOW`). */
export class RunningClock extends Clock {
  private offset = 0;

  /** @param startAt instant shown at this moment; unset means the real time */
  constructor(startAt?: Date) {
    super();
    if (startAt) this.offset = startAt.getTime() - Date.now();
  }

  now(): Date {
    return new Date(Date.now() + this.offset);
  }

  offsetMs(): number {
    return this.offset;
  }

  /** Moves the clock to an instant; it runs on from there (example office and tests only). */
  moveTo(instant: Date): void {
    this.offset = instant.getTime() - Date.now();
  }
}
