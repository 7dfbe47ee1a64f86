import type { HouseholdState } from '../households/index.js';

/** What can be done to many households at once. */
export const householdActions = [
  'invite',
  'write',
  'not-invite',
  'suspend',
  'resume',
  'letter',
  'remote',
] as const;

export type HouseholdAction = (typeof householdActions)[number];

/** What a decision needs to know of a household. */
export interface ActionFacts {
  readonly state: HouseholdState;
  readonly hasOpenTalk: boolean;
  readonly isSuspended: boolean;
  readonly channel: 'email' | 'letter';
  readonly hasAddress: boolean;
  readonly acceptsRemoteInterpreter: boolean;
}

/** Why an action leaves a household out. */
export type Obstacle = 'already' | 'has-talk' | 'talk-held' | 'moved-away' | 'no-address';

const NEEDS_REASON: readonly HouseholdAction[] = ['write', 'not-invite', 'suspend'];

/** Staff say why, in their words. */
export function needsReason(action: HouseholdAction): boolean {
  return NEEDS_REASON.includes(action);
}

/** Why the action has nothing to do for the household; undefined when it does something. */
export function obstacleTo(action: HouseholdAction, facts: ActionFacts): Obstacle | undefined {
  if (facts.state === 'moved-away') return 'moved-away';
  if (isDoneAlready(action, facts)) return 'already';
  if (action === 'letter' && !facts.hasAddress) return 'no-address';
  const target = stateAfter(action);
  if (target === undefined) return undefined;
  if (facts.state === 'done') return 'talk-held';
  return facts.hasOpenTalk ? 'has-talk' : undefined;
}

/** The state that an action gives; undefined when it leaves the state. */
export function stateAfter(action: HouseholdAction): 'open' | 'written' | 'not-invited' | undefined {
  if (action === 'invite') return 'open';
  if (action === 'write') return 'written';
  return action === 'not-invite' ? 'not-invited' : undefined;
}

function isDoneAlready(action: HouseholdAction, facts: ActionFacts): boolean {
  if (action === 'suspend') return facts.isSuspended;
  if (action === 'resume') return !facts.isSuspended;
  if (action === 'letter') return facts.channel === 'letter';
  if (action === 'remote') return facts.acceptsRemoteInterpreter;
  return facts.state === stateAfter(action);
}
