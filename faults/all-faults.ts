import * as databaseAway from './cases/database-away.js';
import * as databaseTrouble from './cases/database-trouble.js';
import * as mailTrouble from './cases/mail-trouble.js';
import * as processes from './cases/processes.js';
import * as queueTrouble from './cases/queue-trouble.js';
import * as rollingChange from './cases/rolling-change.js';
import * as senderKilled from './cases/sender-killed.js';
import * as severalProcesses from './cases/several-processes.js';
import * as webKilled from './cases/web-killed.js';
import type { Fault } from './fault.js';

const cases = [
  webKilled,
  senderKilled,
  processes,
  severalProcesses,
  rollingChange,
  databaseAway,
  databaseTrouble,
  queueTrouble,
  mailTrouble,
];

/** In the order of their numbers. */
export const allFaults: readonly Fault[] = cases
  .flatMap((some) => Object.values<Fault>(some))
  .sort((a, b) => a.number - b.number);
