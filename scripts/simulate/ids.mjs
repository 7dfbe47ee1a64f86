/** Identity numbers by table, from 1. */
export class Counters {
  #last = new Map();

  next(table) {
    const id = (this.#last.get(table) ?? 0) + 1;
    this.#last.set(table, id);
    return id;
  }
}

/** A UUID of version 7 (RFC 9562, 5.7) for an instant in ms, as `uuidv7()` of PostgreSQL makes them; by seed. */
export function uuidAt(ms, choices) {
  const time = Math.round(ms).toString(16).padStart(12, '0');
  const random = hex(choices) + hex(choices) + hex(choices);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${random.slice(0, 3)}-a${random.slice(3, 6)}-${random.slice(6, 18)}`;
}

const hex = (choices) => choices.between(0, 0xffffffff).toString(16).padStart(8, '0');
