import type { InterpretingMode } from '../../../scheduling/index.js';
import { DomainError } from '../../../platform/errors/domain-error.js';
import type { TalkChoice } from '../../talks/index.js';

/** What was chosen for one talk. */
export type ChosenWay =
  | { readonly kind: 'ask'; readonly interpreterId: number; readonly mode: InterpretingMode }
  | { readonly kind: 'slot'; readonly choice: TalkChoice }
  | { readonly kind: 'later' };

/** Nothing is chosen: the office asks whoever is next, or staff see to it. */
export const ASK_LATER = 'later';

export function askKey({ interpreterId, mode }: { interpreterId: number; mode: InterpretingMode }): string {
  return `ask|${interpreterId}|${mode}`;
}

export function slotKey(choice: TalkChoice): string {
  const { startsAt, mode, roomId, caseworkerId, interpreterId, interpreterMode, language } = choice;
  return ['slot', startsAt, mode, roomId, caseworkerId, interpreterId, interpreterMode, language].join('|');
}

/** Throws `talk-choice-unreadable` for what is no key; whether it is possible is for the rules to say. */
export function readWay(key: string): ChosenWay {
  const way = key === ASK_LATER ? { kind: 'later' as const } : (readAsk(key) ?? readSlot(key));
  if (!way) throw new DomainError('talk-choice-unreadable', 'invalid');
  return way;
}

const ASK = /^ask\|(?<id>[1-9]\d{0,8})\|(?<mode>onsite|phone|video)$/;
const SLOT =
  /^slot\|(?<startsAt>[^|]+)\|(?<mode>onsite|video)\|(?<room>\d{0,9})\|(?<caseworker>\d{1,9})\|(?<interpreter>\d{0,9})\|(?<way>onsite|phone|video|)\|(?<language>[a-z]{2,3})$/;

function readAsk(key: string): ChosenWay | undefined {
  const groups = ASK.exec(key)?.groups;
  if (!groups) return undefined;
  return { kind: 'ask', interpreterId: Number(groups['id']), mode: groups['mode'] as InterpretingMode };
}

/** The instant is read with the choice when the talk is placed. */
function readSlot(key: string): ChosenWay | undefined {
  const groups = SLOT.exec(key)?.groups;
  if (!groups) return undefined;
  const { startsAt = '', mode, room, caseworker, interpreter, way, language = '' } = groups;
  const choice: TalkChoice = {
    startsAt,
    mode: mode === 'video' ? 'video' : 'onsite',
    roomId: idOrNone(room),
    caseworkerId: Number(caseworker),
    interpreterId: idOrNone(interpreter),
    interpreterMode: way === '' ? null : (way as InterpretingMode),
    language,
  };
  return { kind: 'slot', choice };
}

function idOrNone(text: string | undefined): number | null {
  return text ? Number(text) : null;
}
