import fs from 'node:fs';
import path from 'node:path';
import type { Fault } from './fault.js';

/** What one fault came to. */
export interface Line {
  readonly fault: Fault;
  readonly outcome: 'kept' | 'broken' | 'not tried';
  readonly seen: string;
  readonly seconds: number;
}

const TARGET = path.resolve(import.meta.dirname, '../build/faults.md');

/** Lines of a Markdown table: number, fault, promise, seen. */
export function tableOf(lines: readonly Line[]): string {
  return lines
    .map(({ fault: { number, name, promise }, outcome, seen, seconds }) => {
      const words = seen.replaceAll('|', '/').replaceAll('\n', ' ');
      return `| ${number} | ${name} | ${promise} | ${outcome}: ${words} | ${seconds.toFixed(0)} s |\n`;
    })
    .join('');
}

/** Writes `build/faults.md`. */
export function writeTable(lines: readonly Line[]): void {
  fs.mkdirSync(path.dirname(TARGET), { recursive: true });
  const heading = '| No. | Fault | Promise | Seen | Time |\n| --- | --- | --- | --- | --- |\n';
  fs.writeFileSync(TARGET, heading + tableOf(lines));
}
