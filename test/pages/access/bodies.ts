import { TEN } from '../../support/talks.js';
import type { Objects } from './two-offices.js';

/** The fields of a form, or of a JSON body. */
type Fields = Readonly<Record<string, unknown>>;

const choice = (ids: Objects): Fields => ({
  startsAt: TEN,
  room: ids['room'] ?? '999999',
  caseworker: ids['caseworker'] ?? '999999',
  language: 'ti',
});

const apiChoice = (ids: Objects): Fields => ({
  startsAt: TEN,
  roomId: Number(ids['room'] ?? 999999),
  caseworkerId: Number(ids['caseworker'] ?? 999999),
  language: 'ti',
});

/** Bodies that are right, where a wrong one would be refused before anyone asks whose the object is. */
const bodies: Readonly<Record<string, (ids: Objects) => Fields>> = {
  'POST /office/interpreters/:id/drop-out': (ids) => ({
    from: '2027-02-08',
    until: '2027-02-09',
    talks: ids['talk'] ?? '01890000-0000-7000-8000-000000000000',
  }),
  'POST /office/households/:id/merge': (ids) => ({
    do: 'apart',
    with: ids['household'] ?? '999999',
    version: '1',
    otherVersion: '1',
  }),
  'POST /office/plans/:id/rows': () => ({ do: 'accept:all' }),
  'POST /office/plans/:id/take-back': () => ({ step: '1', version: '1' }),
  'POST /office/plans/:id/publish': () => ({ version: '1' }),
  'POST /office/plans/:id/rows/:household': (ids) => ({
    version: '1',
    startsAt: TEN,
    mode: 'onsite',
    roomId: ids['room'] ?? '999999',
    caseworkerId: ids['caseworker'] ?? '999999',
    interpreterId: '',
    interpreterMode: '',
    language: 'ti',
  }),
  'POST /office/plans': (ids) => ({
    weeks: '4',
    effort: 'short',
    household: ids['household'] ?? '999999',
  }),
  'POST /office/talks/:id/confirm': () => ({ revision: '1' }),
  'POST /office/talks/:id/outcome': () => ({ version: '1', outcome: 'held' }),
  'POST /office/talks/:id/outcome/undo': () => ({ version: '1' }),
  'POST /office/talks/:id/cancel': () => ({ version: '1', by: 'office', reason: 'x', sure: 'yes' }),
  'POST /office/talks/:id/cancel/undo': () => ({ version: '1' }),
  'POST /office/talks/:id/move': (ids) => ({ version: '1', ...choice(ids) }),
  'POST /office/households/:id/talk': choice,
  'POST /office/households/:id/ladder/suspend': () => ({ because: 'x' }),
  'POST /office/households/:id/ladder/group': () => ({ group: 'voluntary' }),
  'POST /office/worked/:id': () => ({ month: '2027-01', from: '10:00', until: '11:00' }),
  'POST /office/letters/print': (ids) => ({ letter: ids['notice'] ?? '' }),
  'POST /office/letters/posted': (ids) => ({ letter: ids['notice'] ?? '' }),
  'POST /interpreter/worked/:id': () => ({ month: '2027-01', from: '10:00', until: '11:00' }),
  'POST /api/v1/interpreters/:id/availability': () => ({ hours: [] }),
  'POST /api/v1/interpreters/:id/absences': () => ({
    from: '2027-06-01T08:00:00Z',
    until: '2027-06-02T08:00:00Z',
  }),
  'POST /api/v1/interpreters/:id/absences/remove': (ids) => ({ id: Number(ids['absence'] ?? 999999) }),
  'POST /api/v1/interpreters/:id/busy-feeds': () => ({ address: 'https://calendar.example/x.ics' }),
  'POST /api/v1/interpreters/:id/busy-feeds/remove': (ids) => ({ id: Number(ids['feed'] ?? 999999) }),
  'POST /api/v1/talks': (ids) => ({ householdId: Number(ids['household'] ?? 999999), ...apiChoice(ids) }),
  'POST /api/v1/talks/:id/reschedule': (ids) => ({ version: 1, ...apiChoice(ids) }),
  'POST /api/v1/talks/:id/cancel': () => ({ version: 1, by: 'office' }),
  'POST /api/v1/talks/:id/confirm': () => ({ revision: 1 }),
  'POST /api/v1/talks/:id/outcome': () => ({ version: 1, outcome: 'held' }),
  'POST /api/v1/plans': (ids) => ({ householdIds: [Number(ids['household'] ?? 999999)] }),
};

/** What to send to a route: right in every way but, perhaps, whose the objects are. */
export function bodyOf(route: string, ids: Objects): Fields {
  return bodies[route]?.(ids) ?? {};
}
