import type { FreeSlot } from '../../../features/talks/index.js';
import type { SlotView } from '../../../templates/pages/office/slots-page.js';
import type { OfficeContext } from '../office-context.js';
import { provisionWords } from '../talk/talk-facts.js';
import { choiceFields, choiceOfSlot } from './choice.forms.js';
import type { SlotsPurpose } from './purpose.js';

interface SlotWorld {
  readonly context: OfficeContext;
  readonly purpose: SlotsPurpose;
  readonly languageNames: ReadonlyMap<string, string>;
}

/** One free slot in words, with the way to the page that asks before it is booked. */
export function slotView(slot: FreeSlot, { context, purpose, languageNames }: SlotWorld): SlotView {
  const { t, format } = context;
  const [startsAt, endsAt] = [new Date(slot.startsAt), new Date(slot.endsAt)];
  const when = `${format.longDate(startsAt)}, ${format.timeRange(startsAt, endsAt)}`;
  const place = [slot.siteName, slot.roomName].filter(Boolean).join(', ') || t('office:talk.by-video');
  const people = [slot.caseworkerName, slot.interpreterName].filter((name) => name !== null).join(' · ');
  const language = languageNames.get(slot.language) ?? slot.language;
  const query = new URLSearchParams(choiceFields(choiceOfSlot(slot)).map(([name, value]) => [name, value]));
  return {
    href: `${purpose.checkHref}?${query}`,
    label: t('office:slots.choose-at', { when, place }),
    when,
    place,
    people,
    understanding: `${language}: ${provisionWords(slot, t)}`,
    cost:
      slot.moneyRappen === 0
        ? t('office:slots.no-cost')
        : t('office:slots.cost', { amount: (slot.moneyRappen / 100).toFixed(2) }),
    reasons: slot.reasons.map((reason) => t(`scheduling:reason.${reason}`)),
    changes: changesOf(slot, purpose, t),
  };
}

/** What a move would mean for the others. */
function changesOf(slot: FreeSlot, { talk }: SlotsPurpose, t: OfficeContext['t']): string[] {
  if (!talk) return [];
  const before = talk.interpreterName;
  const isSame = slot.interpreterId === talk.interpreterId;
  const interpreter = isSame
    ? slot.interpreterName && t('office:slots.same-interpreter', { name: slot.interpreterName })
    : slot.interpreterName && t('office:slots.new-interpreter', { name: slot.interpreterName });
  return [
    interpreter,
    isSame || before === null ? null : t('office:slots.freed-interpreter', { name: before }),
    slot.caseworkerId === talk.caseworkerId
      ? null
      : t('office:slots.other-caseworker', { name: slot.caseworkerName }),
  ].filter((line): line is string => line !== null);
}
