import { uuidAt } from './ids.mjs';

const DAY_MS = 86_400_000;
/** An hour and the way, in Rappen. */
const COST = 12_750;

/** The stay of the interpreter for one talk with offer, agreement, price and, when it is over, worked time. */
export function addVisit({ rows, choices, tariffFrom }, office, talk, now) {
  const { id, createdAt, interpreter, seat, state, isOver } = talk;
  const visit = uuidAt(createdAt + 60_000, choices);
  const [from, to] = [new Date(talk.startsAt), new Date(talk.endsAt)];
  const answeredAt = new Date(Math.min(createdAt + 7_200_000, now));
  const isOff = state === 'cancelled';
  rows.add(
    'visits',
    visit,
    office.id,
    interpreter.id,
    seat.site,
    from,
    to,
    isOff ? 'ended' : 'confirmed',
    new Date(createdAt),
    answeredAt,
  );
  const actual = isOver && !isOff ? [COST, []] : [null, null];
  rows.add(
    'visit_costs',
    visit,
    interpreter.id,
    interpreter.tariff,
    tariffFrom.get(interpreter.tariff),
    isOff ? 0 : COST,
    [],
    ...actual,
  );
  const offer = uuidAt(createdAt + 1000, choices);
  const given = isOff ? 'released' : 'accepted';
  const answer = [answeredAt, `interpreter:${interpreter.id}`];
  rows.add(
    'offers',
    offer,
    office.id,
    interpreter.id,
    1,
    'onsite',
    given,
    new Date(createdAt),
    new Date(createdAt + 2 * DAY_MS),
    ...answer,
  );
  rows.add('offer_talks', offer, id, talk.revision, from, to, seat.site, given);
  Object.assign(talk, { offerId: offer, visitId: isOff ? null : visit });
  if (isOff) return;
  rows.add('agreed_talks', id, visit, interpreter.id, 'onsite', `Ort ${seat.site}`, from, to);
  if (!isOver) return;
  const said = new Date(talk.endsAt + 600_000);
  rows.add('worked_times', visit, from, to, said, from, to, said, talk.actor);
}
