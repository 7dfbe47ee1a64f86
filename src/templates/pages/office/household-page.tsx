import type { VNode } from 'preact';
import type { Translate } from '../../../platform/i18n/i18n.js';
import { Badge, type BadgeView } from '../../components/badge.js';
import { type FactView, Facts } from '../../components/facts.js';
import { HouseholdLadderCard, type HouseholdLadderView } from './household-ladder.js';
import { Timeline, type TimelineEntryView } from '../../components/timeline.js';

/** A talk of the household, with where to look at it. */
export interface HouseholdTalkView {
  readonly id: string;
  readonly href: string;
  readonly when: string;
  readonly state: BadgeView;
  readonly where: string;
  readonly who: string;
}

export interface HouseholdView {
  readonly name: string;
  readonly reference: string;
  readonly state: BadgeView;
  readonly stateReason: string | null;
  /** null for readers who may not. */
  readonly editHref: string | null;
  /** Where a talk is booked; null when there is an open one. */
  readonly planHref: string | null;
  readonly talking: readonly FactView[];
  readonly reaching: readonly FactView[];
  readonly arriving: readonly FactView[];
  readonly note: string;
  readonly persons: readonly {
    readonly id: number;
    readonly name: string;
    readonly born: string;
    readonly nationality: string;
    readonly isContact: boolean;
  }[];
  readonly talks: readonly HouseholdTalkView[];
  readonly ladder: HouseholdLadderView;
  readonly timeline: readonly TimelineEntryView[];
}

interface HouseholdProperties {
  readonly view: HouseholdView;
  readonly t: Translate;
}

/** One household: its facts, its people, its talks and all that happened. */
export function HouseholdPage({ view, t }: HouseholdProperties): VNode {
  return (
    <>
      <div class="page-head">
        <h1>{view.name}</h1>
        <p class="quiet">{view.reference}</p>
        <Badge view={view.state} />
        {view.stateReason !== null && <p class="quiet">{view.stateReason}</p>}
      </div>
      <div class="buttons buttons-top">
        {view.planHref !== null && (
          <a class="button button-primary" href={view.planHref}>
            {t('office:household.plan')}
          </a>
        )}
        {view.editHref !== null && (
          <a class="button" href={view.editHref}>
            {t('office:household.edit')}
          </a>
        )}
      </div>
      <div class="columns">
        <Talks view={view} t={t} />
        <HouseholdLadderCard view={view.ladder} t={t} />
        <Card title={t('office:household.talking')}>
          <Facts facts={view.talking} />
        </Card>
        <Card title={t('office:household.reaching')}>
          <Facts facts={view.reaching} />
        </Card>
        <Card title={t('office:household.arriving')}>
          <Facts facts={view.arriving} />
          {view.note !== '' && (
            <>
              <h3>{t('office:household.note')}</h3>
              <p class="prewrapped">{view.note}</p>
            </>
          )}
        </Card>
        <Persons view={view} t={t} />
        <Card title={t('office:timeline.title')}>
          {view.timeline.length === 0 ? (
            <p class="quiet">{t('office:timeline.empty')}</p>
          ) : (
            <Timeline entries={view.timeline} />
          )}
        </Card>
      </div>
    </>
  );
}

function Card({ title, children }: { readonly title: string; readonly children: unknown }): VNode {
  return (
    <section class="card">
      <h2>{title}</h2>
      {children as VNode}
    </section>
  );
}

function Talks({ view, t }: HouseholdProperties): VNode {
  return (
    <Card title={t('office:household.talks')}>
      {view.talks.length === 0 ? (
        <p class="quiet">{t('office:household.no-talk')}</p>
      ) : (
        <ul class="plain-list">
          {view.talks.map((talk) => (
            <li key={talk.id}>
              <a href={talk.href}>{talk.when}</a> <Badge view={talk.state} />
              <span class="below">{talk.where}</span>
              <span class="below">{talk.who}</span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

function Persons({ view, t }: HouseholdProperties): VNode {
  return (
    <Card title={t('office:persons', { count: view.persons.length })}>
      <ul class="plain-list">
        {view.persons.map((person) => (
          <li key={person.id}>
            {person.name}
            {person.isContact && <span class="quiet"> · {t('office:household.contact')}</span>}
            <span class="below">{[person.born, person.nationality].filter(Boolean).join(' · ')}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
