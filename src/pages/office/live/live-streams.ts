import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import type { Response } from 'express';
import { ChangeBell, ChangeQueries } from '../../../features/changes/index.js';
import { type SignedInStaff, StaffSessions } from '../../../features/staff/index.js';
import { WorklistQueries } from '../../../features/worklist/index.js';
import { DomainError } from '../../../platform/errors/domain-error.js';
import { navigationOf } from '../navigation.js';
import type { OfficeContext } from '../office-context.js';
import type { LiveTopic } from './live.forms.js';
import { LiveStream } from './live-stream.js';
import { inOffice } from '../../../platform/database/office-scope.js';

/** Pages that one session may keep open at a time; a page in the background closes its own. */
const MOST_PER_SESSION = 8;

/** What an open page wants to hear of. */
interface LiveRequest {
  readonly topics: readonly LiveTopic[];
  readonly since: string;
}

/** The open pages of this process. */
@Injectable()
export class LiveStreams implements OnModuleDestroy {
  private readonly logger = new Logger(LiveStreams.name);
  private readonly streams = new Set<LiveStream>();
  private readonly perSession = new Map<number, number>();

  constructor(
    private readonly bell: ChangeBell,
    private readonly changes: ChangeQueries,
    private readonly worklist: WorklistQueries,
    private readonly sessions: StaffSessions,
  ) {}

  onModuleDestroy(): void {
    for (const stream of this.streams) stream.close();
  }

  /** Answers until the page is closed. Throws `too-many-open-pages`. */
  async open(context: OfficeContext, asked: LiveRequest, response: Response): Promise<void> {
    const { staff } = context;
    const leave = this.enter(staff);
    const stream = new LiveStream(response, this.sourceOf(context, asked), this.logger);
    this.streams.add(stream);
    const concerns = (change: { readonly officeId: number; readonly topic: string }): boolean =>
      change.officeId === staff.officeId && asked.topics.some((topic) => topic === change.topic);
    const listening = this.bell.listen((change) => {
      if (change === null || concerns(change)) stream.ring();
    });
    response.once('close', () => {
      leave();
      stream.close();
      this.streams.delete(stream);
      void listening.then((stop) => {
        stop();
      });
    });
    await listening;
    stream.ring();
  }

  private sourceOf({ staff, t }: OfficeContext, asked: LiveRequest) {
    const { officeId, role } = staff;
    // the bell rings for all offices: whoever rang, this page looks at its own
    return {
      count: () =>
        inOffice(officeId, () => this.changes.count({ officeId, actor: `staff:${staff.id}`, ...asked })),
      words: (count: number) => t('office:live.changes', { count }),
      figures: async () => {
        const counts = await inOffice(officeId, () => this.worklist.counts(officeId));
        return navigationOf(role, t, counts, null).map(({ href, count, countMeaning, urgent }) => ({
          href,
          count,
          countMeaning,
          urgent,
        }));
      },
      isSignedIn: () => this.isSignedIn(staff),
    };
  }

  private enter({ sessionNumber }: SignedInStaff): () => void {
    const open = this.perSession.get(sessionNumber) ?? 0;
    if (open >= MOST_PER_SESSION) throw new DomainError('too-many-open-pages', 'too-many');
    this.perSession.set(sessionNumber, open + 1);
    return () => {
      const left = (this.perSession.get(sessionNumber) ?? 1) - 1;
      if (left > 0) this.perSession.set(sessionNumber, left);
      else this.perSession.delete(sessionNumber);
    };
  }

  /** Asking does not keep the session alive: only what its person does. */
  private async isSignedIn({ id, sessionNumber }: SignedInStaff): Promise<boolean> {
    const sessions = await this.sessions.list(id);
    return sessions.some(({ number }) => number === sessionNumber);
  }
}
