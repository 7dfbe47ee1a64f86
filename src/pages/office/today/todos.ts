import type { DeliveryRow } from '../../../features/notices/index.js';
import type { TalkView } from '../../../features/talks/index.js';
import type { TodoView } from '../../../templates/pages/office/today-page.js';
import { officePaths } from '../../../templates/pages/office/paths.js';
import { localDay } from '../local-day.js';
import { noticeKind } from '../notice-words.js';
import type { OfficeContext } from '../office-context.js';

const MOST_SHOWN = 8;
const UNCONFIRMED_DAYS = 3;
const DAY_MS = 86_400_000;
const PUBLISHED: readonly string[] = ['invited', 'confirmed', 'change-requested'];

/** What the boxes are made from: talks around today, and the notices that did not arrive. */
export interface TodoMaterial {
  readonly talks: readonly TalkView[];
  readonly trouble: readonly DeliveryRow[];
  readonly troubleCount: number;
}

/** Change requests, missing outcomes, missing answers, delivery errors; boxes without an entry are left out. */
export function todosOf(material: TodoMaterial, context: OfficeContext): TodoView[] {
  const { t, now, today, office } = context;
  const soon = new Date(now.getTime() + UNCONFIRMED_DAYS * DAY_MS);
  const coming = material.talks.filter((talk) => talk.startsAt > now);
  const over = material.talks.filter(
    (talk) =>
      talk.endsAt < now && PUBLISHED.includes(talk.state) && localDay(talk.startsAt, office.timeZone) < today,
  );
  const box = (key: string, talks: readonly TalkView[]): TodoView => ({
    title: t(`office:today.${key}`, { count: talks.length }),
    items: talks.slice(0, MOST_SHOWN).map((talk) => talkItem(talk, context)),
    all: null,
  });
  const boxes = [
    box(
      'change-requests',
      coming.filter((talk) => talk.state === 'change-requested'),
    ),
    box('no-outcome', over),
    box(
      'unconfirmed',
      coming.filter((talk) => talk.state === 'invited' && talk.startsAt < soon),
    ),
    troubleBox(material, context),
  ];
  return boxes.filter(({ items }) => items.length > 0);
}

function talkItem(talk: TalkView, { t, format }: OfficeContext): TodoView['items'][number] {
  const when = `${format.shortDay(talk.startsAt)} ${format.time(talk.startsAt)}`;
  const wishes = talk.state === 'change-requested' ? talk.wishes : null;
  return {
    href: officePaths.talk(talk.id),
    label: `${when}, ${talk.personName}`,
    below: wishes === null ? t(`office:talk-state.${talk.state}`) : t('office:slots.wishes', { wishes }),
  };
}

function troubleBox({ trouble, troubleCount }: TodoMaterial, { t }: OfficeContext): TodoView {
  return {
    title: t('office:today.trouble', { count: troubleCount }),
    items: trouble.slice(0, MOST_SHOWN).map((notice) => ({
      href: `${officePaths.household(notice.householdId)}?notice=${notice.id}`,
      label: `${noticeKind(notice.kind, t)}, ${notice.recipientName}`,
      below: t(`office:notice-state.${notice.state}`),
    })),
    all: { href: officePaths.deliveryTrouble, label: t('office:today.to-delivery') },
  };
}
