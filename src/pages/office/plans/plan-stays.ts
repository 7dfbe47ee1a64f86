/** A talk as the picture of a plan sees it. */
export interface Meeting {
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly room: string | null;
  readonly interpreter: string | null;
  readonly caseworker: string;
  /** Of the household's contact. */
  readonly name: string;
  /** The talk is agreed already. */
  readonly standing: boolean;
}

/** Meetings of somebody, or in one room, that follow each other on one day. */
export interface Stay {
  readonly who: string;
  readonly day: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly rooms: readonly string[];
  readonly names: readonly string[];
  readonly standing: boolean;
}

/** A longer gap ends a stay. */
const LONGEST_GAP_MS = 45 * 60_000;

/** The stays of everybody whom `whoOf` names, by their start. */
export function staysOf(
  meetings: readonly Meeting[],
  whoOf: (meeting: Meeting) => string | null,
  dayOf: (at: Date) => string,
): readonly Stay[] {
  const last = new Map<string, Stay>();
  const stays: Stay[] = [];
  const sorted = [...meetings].sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
  for (const meeting of sorted) {
    const who = whoOf(meeting);
    if (who === null) continue;
    const key = `${who} ${meeting.standing}`;
    const before = last.get(key);
    const day = dayOf(meeting.startsAt);
    const follows =
      before?.day === day && meeting.startsAt.getTime() - before.endsAt.getTime() <= LONGEST_GAP_MS;
    const stay = follows ? joined(before, meeting) : stayOf(who, day, meeting);
    if (follows) stays[stays.indexOf(before)] = stay;
    else stays.push(stay);
    last.set(key, stay);
  }
  return stays;
}

function stayOf(who: string, day: string, meeting: Meeting): Stay {
  const { startsAt, endsAt, room, name, standing } = meeting;
  return { who, day, startsAt, endsAt, rooms: room === null ? [] : [room], names: [name], standing };
}

function joined(stay: Stay, { endsAt, room, name }: Meeting): Stay {
  const rooms = room === null ? stay.rooms : [...new Set([...stay.rooms, room])];
  return { ...stay, endsAt, rooms, names: [...stay.names, name] };
}
