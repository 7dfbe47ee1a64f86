import type { VNode } from 'preact';
import type { Translate } from '../../../platform/i18n/i18n.js';
import { ActionButton } from '../../components/action-button.js';
import { Badge, type BadgeView } from '../../components/badge.js';
import { Field } from '../../components/field.js';
import { PostForm } from '../../components/post-form.js';

/** The steps of inviting one household, with what staff may change; `change` is null for whoever only looks. */
export interface HouseholdLadderView {
  readonly group: string;
  /** Since when and why the ladder stands still; null while it goes on. */
  readonly suspended: string | null;
  readonly rungs: readonly {
    readonly key: string;
    readonly kind: string;
    readonly when: string;
    readonly channel: string;
    readonly state: BadgeView;
    readonly reason: string;
  }[];
  readonly change: {
    readonly csrfToken: string;
    readonly suspend: string;
    /** Null while the ladder goes on. */
    readonly resume: string | null;
    readonly group: { readonly action: string; readonly to: string; readonly label: string };
  } | null;
}

interface LadderProperties {
  readonly view: HouseholdLadderView;
  readonly t: Translate;
}

/** Which rung is told, which comes when, and the way to suspend the rest. */
export function HouseholdLadderCard({ view, t }: LadderProperties): VNode {
  return (
    <section class="card">
      <h2>{t('office:ladder.title')}</h2>
      <p class="quiet">{view.group}</p>
      {view.suspended !== null && (
        <p class="conflict-line">
          <span aria-hidden="true">⏸</span> {view.suspended}
        </p>
      )}
      {view.rungs.length === 0 ? (
        <p class="quiet">{t('office:ladder.empty')}</p>
      ) : (
        <ol class="plain-list">
          {view.rungs.map((rung) => (
            <li key={rung.key}>
              {rung.kind} <Badge view={rung.state} />
              <span class="below">
                {rung.when} · {rung.channel}
              </span>
              {rung.reason !== '' && <span class="below">{rung.reason}</span>}
            </li>
          ))}
        </ol>
      )}
      {view.change && <LadderForms change={view.change} t={t} />}
    </section>
  );
}

function LadderForms(properties: {
  readonly change: NonNullable<HouseholdLadderView['change']>;
  readonly t: Translate;
}): VNode {
  const { change, t } = properties;
  const { csrfToken, suspend, resume, group } = change;
  const toGroup = { label: group.label, action: group.action, fields: [['group', group.to]] as const };
  return (
    <details class="ladder-change">
      <summary>{t('office:ladder.change')}</summary>
      {resume === null ? (
        <PostForm action={suspend} csrfToken={csrfToken}>
          <Field
            name="because"
            label={t('office:ladder.because')}
            hint={t('office:ladder.because-hint')}
            value=""
            errors={[]}
          />
          <button type="submit" class="button">
            {t('office:ladder.suspend')}
          </button>
        </PostForm>
      ) : (
        <ActionButton
          view={{ label: t('office:ladder.resume'), action: resume, fields: [] }}
          csrfToken={csrfToken}
        />
      )}
      <p class="hint">{t('office:ladder.group-hint')}</p>
      <ActionButton view={toGroup} csrfToken={csrfToken} small />
    </details>
  );
}
