import type { ArrivingHousehold } from '../rows/arriving-household.js';

const LINE_END = 0x0a;

/** The households of a reading, some at a time; they are built up only when their turn comes. */
export function* readHouseholds(lines: Uint8Array, size: number): Generator<ArrivingHousehold[]> {
  const decoder = new TextDecoder();
  let batch: ArrivingHousehold[] = [];
  let start = 0;
  while (start < lines.length) {
    const end = lines.indexOf(LINE_END, start);
    // our own thread wrote these lines
    batch.push(JSON.parse(decoder.decode(lines.subarray(start, end))) as ArrivingHousehold);
    start = end + 1;
    if (batch.length === size) {
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) yield batch;
}
