import type { Snapshot } from '../../scheduling/index.js';

/**
 * Answers to questions about one snapshot: newcomers who are alike in everything but their id, and have no talk of
 * their own, get the same answer to the same question, which is therefore found only once.
 */
export class AnswersOfTwins<Answer> {
  private readonly known = new Map<string, Answer>();

  constructor(private readonly snapshot: Pick<Snapshot, 'newcomers' | 'appointments'>) {}

  /** The answer that a twin got to the same question, or else the one found now. */
  of(newcomerId: string, question: string, find: () => Answer): Answer {
    const profile = this.profileOf(newcomerId);
    if (profile === undefined) return find();
    const key = `${question} ${profile}`;
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const found = find();
    this.known.set(key, found);
    return found;
  }

  /** Undefined when nobody else can be alike: unknown, or with a talk, which stands in the way of nobody else. */
  private profileOf(newcomerId: string): string | undefined {
    const newcomer = this.snapshot.newcomers.find(({ id }) => id === newcomerId);
    const hasTalk = this.snapshot.appointments.some((talk) => talk.newcomer === newcomerId);
    return newcomer === undefined || hasTalk ? undefined : JSON.stringify({ ...newcomer, id: '' });
  }
}
