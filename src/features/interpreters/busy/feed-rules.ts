import type { Settings } from '../../../platform/config/settings.js';
import { type OutgoingRules, publicInternet, thisMachine } from '../../../platform/net/outgoing-rules.js';

/** Calendars are read from the public internet; only tests and trials may read them from this machine. */
export function feedRules({ localFeeds }: Settings): OutgoingRules {
  return localFeeds ? thisMachine : publicInternet;
}
