import type { TalkView } from '../../../features/talks/index.js';
import type { ActionView } from '../../../templates/components/action-button.js';
import { officePaths } from '../../../templates/pages/office/paths.js';
import type { OfficeContext } from '../office-context.js';
import { seenFields } from './talk-conflict.js';

const OPEN: readonly string[] = ['planned', 'invited', 'confirmed', 'change-requested'];
const OUTCOMES: readonly string[] = ['held', 'no-show', 'stopped', 'written'];

/** What came of a talk, as staff click it; who was missing is part of the choice. */
const outcomeChoices = [
  { outcome: 'held' },
  { outcome: 'no-show', who: 'household' },
  { outcome: 'no-show', who: 'interpreter' },
  { outcome: 'no-show', who: 'office' },
  { outcome: 'stopped' },
  { outcome: 'written' },
] as const;

/** The talk has not begun and is not called off. */
export function isComing(talk: TalkView, now: Date): boolean {
  return OPEN.includes(talk.state) && talk.startsAt > now;
}

/** Saying yes for a household that called; null when there is nothing to say yes to. */
export function confirmAction(talk: TalkView, context: OfficeContext, next: string): ActionView | null {
  const { t, now } = context;
  if (!isComing(talk, now) || !['invited', 'change-requested'].includes(talk.state)) return null;
  return {
    label: t('office:talk.confirm'),
    action: officePaths.confirmTalk(talk.id),
    fields: [...seenFields(talk, context), ['revision', String(talk.revision)], ['next', next]],
  };
}

/** One button per outcome for a talk that has begun and has none yet. */
export function outcomeActions(talk: TalkView, context: OfficeContext, next: string): ActionView[] {
  const { t, now } = context;
  if (!OPEN.includes(talk.state) || talk.state === 'planned' || talk.startsAt > now) return [];
  const fitting = outcomeChoices.filter(
    (choice) => !('who' in choice && choice.who === 'interpreter') || talk.interpreterId !== null,
  );
  return fitting.map((choice) => {
    const who = 'who' in choice ? choice.who : undefined;
    return {
      label: t(`office:outcome.${who === undefined ? choice.outcome : `no-show-${who}`}`),
      action: officePaths.outcome(talk.id),
      fields: [
        ...seenFields(talk, context),
        ['outcome', choice.outcome],
        ...(who === undefined ? [] : [['who', who] as const]),
        ['next', next],
      ],
    };
  });
}

/** Taking an outcome back. */
export function undoAction(talk: TalkView, context: OfficeContext, next: string): ActionView | null {
  if (!OUTCOMES.includes(talk.state)) return null;
  return {
    label: context.t('office:outcome.undo'),
    action: officePaths.undoOutcome(talk.id),
    fields: [...seenFields(talk, context), ['next', next]],
  };
}
