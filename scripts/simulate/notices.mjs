import { linkToken, tokenHash } from '../../dist/features/links/link-token.js';
import { uuidAt } from './ids.mjs';

const DAY_MS = 86_400_000;
/** Words are kept for six months, links for ninety days after they end. */
const WORDS_MS = 183 * DAY_MS;
const LINKS_MS = 90 * DAY_MS;
const BOUNCED_SHARE = 0.01;
const WORDS = 'Guten Tag\n\nWir laden Sie zu einem Gespräch ein. Ort und Zeit stehen unten. '.repeat(8);
const RTL = new Set(['ar', 'fa', 'ku']);

/** What was written about a talk to the household and the interpreter, and what is still to be written. */
export function addNotices(world, office, talk, now) {
  const tell = (recipient, kind, dueAt, more = {}) => {
    addNotice(world, office, talk, { ...recipient, kind, dueAt, now, revision: talk.revision, ...more });
  };
  const { id, channel, letterLanguage: locale } = talk.household;
  tellHousehold(talk, (...what) => tell({ recipient: 'household', id, channel, locale }, ...what));
  if (talk.interpreter) {
    const interpreter = { recipient: 'interpreter', id: talk.interpreter.id, channel: 'email', locale: 'de' };
    tell(interpreter, 'interpreter-request', talk.createdAt + 5000, { offerId: talk.offerId });
    if (talk.state !== 'cancelled') tell(interpreter, 'interpreter-reminder', talk.startsAt - DAY_MS);
  }
  addLink(world, talk, now);
}

function tellHousehold({ household, createdAt, startsAt, state, revision }, tell) {
  tell('invitation', createdAt + 300_000, { revision: 1 });
  if (revision > 1) tell('change', createdAt + 1_800_000);
  if (state === 'cancelled') return tell('cancellation', createdAt + 3_600_000);
  if (state !== 'invited') tell('confirmation', createdAt + 7_200_000);
  if (household.channel === 'letter') return;
  for (const days of [7, 1]) tell(`reminder-${days}`, startsAt - days * DAY_MS);
}

function addNotice({ rows, choices }, office, talk, notice) {
  const { kind, dueAt, now, channel, locale, recipient } = notice;
  const id = uuidAt(Math.min(dueAt, now) - 60_000, choices);
  const left = dueAt <= now;
  const state = left ? endOf(channel, choices) : 'planned';
  const words = left && now - dueAt < WORDS_MS ? ['Einladung zum Gespräch', WORDS] : [null, null];
  rows.add(
    ...['notices', id, office.id, kind, talk.id, notice.offerId, notice.revision, recipient, notice.id],
    ...[channel, locale, RTL.has(locale) ? 'rtl' : 'ltr', 'simulated', { startsAt: new Date(talk.startsAt) }],
    ...[
      new Date(dueAt),
      new Date(Math.max(dueAt, talk.startsAt)),
      state,
      left ? 1 : 0,
      ...replyTo(state, channel),
    ],
    ...[`<${id}@simulated.example>`, ...words, new Date(Math.min(talk.createdAt, now))],
    state === 'sent' ? new Date(dueAt + 2000) : null,
  );
  if (left)
    rows.add('notice_events', id, new Date(dueAt + 2000), state, channel === 'letter' ? 'letter' : '');
}

const endOf = (channel, choices) =>
  channel === 'email' && choices.share() < BOUNCED_SHARE ? 'bounced' : 'sent';

/** SMTP code and reply. */
function replyTo(state, channel) {
  if (state === 'planned' || channel === 'letter') return [null, null];
  return state === 'bounced' ? [550, '5.1.1 unknown'] : [250, '2.0.0 ok'];
}

function addLink({ rows, choices, secretKey }, { id, household, createdAt, startsAt, revision }, now) {
  const expiresAt = startsAt + 30 * DAY_MS;
  if (now - expiresAt > LINKS_MS) return;
  const link = uuidAt(createdAt, choices);
  const hash = tokenHash(linkToken(secretKey, link));
  rows.add(
    ...['links', link, hash, 'talk', id, household.id, revision, new Date(expiresAt), new Date(createdAt)],
  );
}
