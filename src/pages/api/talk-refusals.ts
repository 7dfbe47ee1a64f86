import type {
  BookTalkOutcome,
  CancelTalkOutcome,
  ConfirmTalkOutcome,
  MoveTalkOutcome,
  RecordOutcomeOutcome,
} from '../../features/talks/index.js';
import { DomainError } from '../../platform/errors/domain-error.js';

type AnyOutcome =
  BookTalkOutcome | MoveTalkOutcome | CancelTalkOutcome | ConfirmTalkOutcome | RecordOutcomeOutcome;

type Done = 'booked' | 'moved' | 'cancelled' | 'confirmed' | 'already-confirmed' | 'recorded';

/** The outcome when something was done; throws the problem that says why nothing was. */
export function done<T extends AnyOutcome>(outcome: T): Extract<T, { readonly kind: Done }> {
  const problem = problemIn(outcome);
  if (problem) throw problem;
  return outcome as Extract<T, { readonly kind: Done }>;
}

function problemIn(outcome: AnyOutcome): DomainError | undefined {
  switch (outcome.kind) {
    case 'taken':
      return new DomainError('talk-taken', 'conflict', { alternatives: outcome.alternatives });
    case 'refused': {
      const { violations, alternatives } = outcome;
      return new DomainError('talk-refused', 'invalid', { violations, alternatives });
    }
    case 'already-planned':
      return new DomainError('talk-already-planned', 'conflict', { talkId: outcome.talkId });
    case 'changed-meanwhile': {
      const { version, revision, changedBy, changedAt } = outcome;
      return new DomainError('talk-changed-meanwhile', 'conflict', {
        version,
        revision,
        changedBy,
        changedAt,
      });
    }
    case 'not-open':
      return new DomainError('talk-not-open', 'conflict', { state: outcome.state });
    case 'not-begun':
      return new DomainError('talk-not-begun', 'conflict');
    default:
      return undefined;
  }
}
