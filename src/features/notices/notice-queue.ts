import { z } from 'zod';

/** The queue that says when to look for due notices. It may be lost whole: the table of notices is the record. */
export const NOTICE_QUEUE = 'notices';

/** `look` now, because of these notices; `sweep` each minute, without a reason. */
export type NoticeJobName = 'look' | 'sweep';

/** Ids only: never names, addresses, tokens or words. */
export const NoticeJob = z.object({ noticeIds: z.array(z.uuid()).default([]) });

export type NoticeJobData = z.input<typeof NoticeJob>;

/** A wake-up is worth nothing when it is old: the next look comes by itself. */
export const WAKE_UP_OPTIONS = { removeOnComplete: true, removeOnFail: true, attempts: 1 } as const;
