import type { HelperView } from '../../templates/components/newcomer-layout.js';
import { type CardFacts, appointmentCard, type Writing } from './appointment-card.js';

/** What a helper has to understand: the page's title, what it says, the talk it shows, the buttons it has. */
export interface HelperContent {
  /** Keys in the namespace `newcomer`. */
  readonly title: string;
  readonly leads?: readonly string[];
  readonly talk?: CardFacts | null;
  readonly buttons?: readonly string[];
}

/** The page once more in a few lines, in the language of the people who help. */
export function helperView(content: HelperContent, writing: Writing): HelperView {
  const { t, language } = writing;
  const leads = (content.leads ?? []).map((key) => t(`newcomer:${key}`));
  const buttons = (content.buttons ?? []).map((key) => `«${t(`newcomer:${key}`)}»`);
  return {
    lang: language.bcp47,
    endonym: language.endonym,
    title: t(`newcomer:${content.title}`),
    lines: [
      ...leads,
      ...(content.talk ? talkLines(content.talk, writing) : []),
      ...(buttons.length > 0 ? [`${t('newcomer:helper.buttons')} ${buttons.join(' · ')}`] : []),
      t('newcomer:layout.question'),
    ],
  };
}

function talkLines(talk: CardFacts, writing: Writing): string[] {
  const { t } = writing;
  const card = appointmentCard(talk, writing);
  const place = card.place.length > 0 ? card.place.join(', ') : t('newcomer:facts.video');
  return [
    t('newcomer:helper.talk'),
    `${t('newcomer:facts.day')}: ${card.longDate} (${card.numericDate})`,
    `${t('newcomer:facts.time')}: ${card.timeRange} (${t('newcomer:facts.swiss-time')})`,
    `${t('newcomer:facts.place')}: ${place}`,
    `${t('newcomer:facts.language')}: ${card.languageName}. ${card.provision}`,
    `${t('newcomer:facts.bring')}: ${t('newcomer:facts.passport')}; ${t('newcomer:facts.permit')}`,
  ];
}
