import type { VNode } from 'preact';
import type { Translate } from '../../../platform/i18n/i18n.js';
import { ActionButton, type ActionView } from '../../components/action-button.js';
import { Badge, type BadgeView } from '../../components/badge.js';
import { FirstSteps, type FirstStepView } from './settings/first-steps.js';

/** One talk of the day. */
export interface TodayTalkView {
  readonly id: string;
  readonly href: string;
  readonly time: string;
  readonly name: string;
  readonly language: string;
  readonly place: string;
  readonly people: string;
  readonly state: BadgeView;
  readonly outcomes: readonly ActionView[];
  readonly undo: ActionView | null;
}

/** Things that wait for somebody. */
export interface TodoView {
  readonly title: string;
  readonly items: readonly { readonly href: string; readonly label: string; readonly below: string }[];
  readonly all: { readonly href: string; readonly label: string } | null;
}

interface TodayView {
  readonly day: string;
  readonly csrfToken: string;
  readonly talks: readonly TodayTalkView[];
  /** When the next talk is, for a day without any. */
  readonly empty: string;
  readonly todos: readonly TodoView[];
  /** What is missing until the first invitation; null: nothing, or the reader cannot enter it. */
  readonly steps: readonly FirstStepView[] | null;
}

interface TodayProperties {
  readonly view: TodayView;
  readonly t: Translate;
}

/** The day at a glance: its talks, and what waits for somebody. */
export function TodayPage({ view, t }: TodayProperties): VNode {
  return (
    <>
      <div class="page-head">
        <h1>{t('office:today.title')}</h1>
        <p class="quiet">{view.day}</p>
      </div>
      {view.steps && <FirstSteps steps={view.steps} t={t} />}
      <div class="today">
        <section aria-labelledby="talks-title">
          <h2 id="talks-title">{t('office:today.talks')}</h2>
          {view.talks.length === 0 ? <p class="empty">{view.empty}</p> : <Talks view={view} t={t} />}
        </section>
        <section aria-labelledby="todo-title">
          <h2 id="todo-title">{t('office:today.todo')}</h2>
          {view.todos.length === 0 ? (
            <p class="empty">{t('office:today.nothing')}</p>
          ) : (
            view.todos.map((todo) => <Todo key={todo.title} todo={todo} />)
          )}
        </section>
      </div>
    </>
  );
}

function Talks({ view, t }: TodayProperties): VNode {
  return (
    <ul class="day-talks">
      {view.talks.map((talk) => (
        <li key={talk.id} class="card day-talk">
          <p class="day-time">{talk.time}</p>
          <div class="day-facts">
            <h3>
              <a href={talk.href}>{talk.name}</a>
            </h3>
            <p>
              {talk.language} · {talk.place}
              <span class="below">{talk.people}</span>
            </p>
            <Badge view={talk.state} />
          </div>
          <Outcome talk={talk} csrfToken={view.csrfToken} t={t} />
        </li>
      ))}
    </ul>
  );
}

function Outcome(properties: {
  readonly talk: TodayTalkView;
  readonly csrfToken: string;
  readonly t: Translate;
}): VNode | null {
  const { talk, csrfToken, t } = properties;
  const [usual, ...others] = talk.outcomes;
  if (talk.undo) return <ActionButton view={talk.undo} csrfToken={csrfToken} small />;
  if (!usual) return null;
  return (
    <div class="outcome">
      <ActionButton view={usual} csrfToken={csrfToken} />
      <details class="menu">
        <summary>
          {t('office:outcome.other')}
          <span class="unseen"> {talk.name}</span>
        </summary>
        <div class="menu-body">
          {others.map((other) => (
            <ActionButton key={other.label} view={other} csrfToken={csrfToken} small />
          ))}
        </div>
      </details>
    </div>
  );
}

function Todo({ todo }: { readonly todo: TodoView }): VNode {
  return (
    <div class="card todo">
      <h3>{todo.title}</h3>
      <ul class="plain-list">
        {todo.items.map((item) => (
          <li key={item.href}>
            <a href={item.href}>{item.label}</a>
            <span class="below">{item.below}</span>
          </li>
        ))}
      </ul>
      {todo.all && (
        <p>
          <a href={todo.all.href}>{todo.all.label}</a>
        </p>
      )}
    </div>
  );
}
