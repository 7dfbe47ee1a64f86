import type { VNode } from 'preact';
import type { Translate } from '../../../platform/i18n/i18n.js';
import { Filters, type FiltersView } from '../../components/filters.js';
import { type CardView, TalkCard } from '../../components/talk-card.js';
import { TalkPanel, type TalkPanelView } from '../../components/talk-panel.js';
import { type GridView, WeekGrid } from '../../components/week-grid.js';

interface LinkView {
  readonly href: string;
  readonly label: string;
}

export interface WeekView {
  readonly title: string;
  readonly summary: string;
  readonly previous: LinkView;
  readonly today: LinkView;
  readonly following: LinkView;
  readonly groupings: readonly (LinkView & { readonly isCurrent: boolean })[];
  /** The days to choose from in the view by day. */
  readonly days: readonly (LinkView & { readonly isCurrent: boolean })[];
  readonly filters: FiltersView;
  readonly hidden: readonly (readonly [name: string, value: string])[];
  readonly conflicts: readonly LinkView[];
  readonly grid: GridView | null;
  readonly list: readonly { readonly day: string; readonly cards: readonly CardView[] }[] | null;
  /** Nobody chose: wide windows show the table, narrow ones the list. */
  readonly isUnchosen: boolean;
  readonly isEmpty: boolean;
  readonly panel: { readonly view: TalkPanelView; readonly closeHref: string } | null;
}

interface WeekProperties {
  readonly view: WeekView;
  readonly t: Translate;
}

/** *Woche*: who talks with whom, where and when. */
export function WeekPage({ view, t }: WeekProperties): VNode {
  return (
    <>
      <a class="skip" href="#plan">
        {t('office:week.skip')}
      </a>
      <WeekHead view={view} />
      <div class="week-bar">
        <nav aria-label={t('office:week.views')}>
          <Links links={view.groupings} />
          {view.days.length > 0 && <Links links={view.days} />}
        </nav>
        <Filters view={view.filters} hidden={view.hidden} inline />
      </div>
      <Conflicts view={view} t={t} />
      <div class={view.panel ? 'with-panel' : undefined}>
        <Plan view={view} t={t} />
        {view.panel && (
          <aside class="panel card" id="talk" aria-labelledby="talk-title" tabIndex={-1}>
            <div class="panel-head">
              <h2 id="talk-title">{view.panel.view.title}</h2>
              <a href={view.panel.closeHref}>{t('office:week.close')}</a>
            </div>
            <TalkPanel view={view.panel.view} t={t} />
          </aside>
        )}
      </div>
    </>
  );
}

function WeekHead({ view }: { readonly view: WeekView }): VNode {
  return (
    <div class="page-head">
      <h1>{view.title}</h1>
      <p class="quiet">{view.summary}</p>
      <div class="week-steps">
        {[view.previous, view.today, view.following].map((link) => (
          <a key={link.label} class="button button-small" href={link.href}>
            {link.label}
          </a>
        ))}
      </div>
    </div>
  );
}

function Links({ links }: { readonly links: WeekView['groupings'] }): VNode {
  return (
    <ul class="tabs">
      {links.map((link) => (
        <li key={link.label}>
          <a href={link.href} aria-current={link.isCurrent ? 'page' : undefined}>
            {link.label}
          </a>
        </li>
      ))}
    </ul>
  );
}

function Conflicts({ view, t }: WeekProperties): VNode | null {
  if (view.conflicts.length === 0) return null;
  return (
    <section class="conflicts" aria-labelledby="conflicts-title">
      <h2 id="conflicts-title">{t('office:week.conflicts', { count: view.conflicts.length })}</h2>
      <ul>
        {view.conflicts.map((conflict) => (
          <li key={conflict.label}>
            <a href={conflict.href}>{conflict.label}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Plan({ view, t }: WeekProperties): VNode {
  return (
    <div>
      {view.grid && (
        <div class={view.isUnchosen ? 'wide-only' : undefined}>
          <WeekGrid view={view.grid} t={t} />
        </div>
      )}
      {view.list && (
        <div class={view.isUnchosen ? 'narrow-only' : undefined} id={view.grid ? undefined : 'plan'}>
          {view.isEmpty && <p class="empty">{t('office:week.empty')}</p>}
          {view.list.map((day) => (
            <section key={day.day} class="list-day">
              <h2>{day.day}</h2>
              <ul class="cell">
                {day.cards.map((card) => (
                  <li key={card.id}>
                    <TalkCard card={card} long />
                  </li>
                ))}
              </ul>
            </section>
          ))}
        </div>
      )}
    </div>
  );
}
