import type { VNode } from 'preact';
import type { Translate } from '../../platform/i18n/i18n.js';
import { ActionButton, type ActionView } from './action-button.js';
import { Badge, type BadgeView } from './badge.js';
import { type FactView, Facts } from './facts.js';
import { Timeline, type TimelineEntryView } from './timeline.js';

/** A talk with its facts, what can be done with it, and its history. */
export interface TalkPanelView {
  readonly id: string;
  readonly title: string;
  readonly state: BadgeView;
  readonly conflicts: readonly string[];
  readonly facts: readonly FactView[];
  readonly csrfToken: string;
  readonly moveHref: string | null;
  readonly cancelHref: string | null;
  /** The interpreter cannot come; null when there is none. */
  readonly dropOutHref: string | null;
  readonly confirm: ActionView | null;
  readonly outcomes: readonly ActionView[];
  readonly undo: ActionView | null;
  readonly timeline: readonly TimelineEntryView[];
}

interface TalkPanelProperties {
  readonly view: TalkPanelView;
  readonly t: Translate;
}

/** Facts first, then actions, then history. */
export function TalkPanel({ view, t }: TalkPanelProperties): VNode {
  return (
    <>
      <p>
        <Badge view={view.state} />
      </p>
      {view.conflicts.map((text) => (
        <p key={text} class="conflict-line">
          <span aria-hidden="true">⚠</span> {text}
        </p>
      ))}
      <Facts facts={view.facts} />
      <TalkActions view={view} t={t} />
      <h3>{t('office:timeline.title')}</h3>
      {view.timeline.length === 0 ? (
        <p class="quiet">{t('office:timeline.empty')}</p>
      ) : (
        <Timeline entries={view.timeline} />
      )}
    </>
  );
}

function TalkActions({ view, t }: TalkPanelProperties): VNode {
  return (
    <div class="actions">
      {view.outcomes.length > 0 && (
        <div class="buttons">
          {view.outcomes.map((outcome) => (
            <ActionButton key={outcome.label} view={outcome} csrfToken={view.csrfToken} />
          ))}
        </div>
      )}
      <div class="buttons">
        {view.confirm && <ActionButton view={view.confirm} csrfToken={view.csrfToken} />}
        {view.undo && <ActionButton view={view.undo} csrfToken={view.csrfToken} />}
        {view.moveHref !== null && (
          <a class="button" href={view.moveHref}>
            {t('office:talk.move')}
          </a>
        )}
        {view.cancelHref !== null && (
          <a class="button" href={view.cancelHref}>
            {t('office:talk.cancel')}
          </a>
        )}
        {view.dropOutHref !== null && (
          <a class="button" href={view.dropOutHref}>
            {t('office:drop-out.link')}
          </a>
        )}
      </div>
    </div>
  );
}
