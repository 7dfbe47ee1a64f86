import { Injectable } from '@nestjs/common';
import { JobItems, type ListedItem } from '../../../features/jobs/index.js';
import { type LetterFile, LetterFiles } from '../../../features/notices/index.js';

/** What a job was done on, and the files that it made. */
interface DetailsOfJob {
  readonly items: readonly ListedItem[];
  readonly files: readonly LetterFile[];
}

/** Items that one page lists. */
export const MOST_ITEMS = 200;

/** What the page of a job shows beside its progress. */
@Injectable()
export class JobDetails {
  constructor(
    private readonly items: JobItems,
    private readonly files: LetterFiles,
  ) {}

  async of(officeId: number, jobId: string): Promise<DetailsOfJob> {
    const [items, files] = await Promise.all([
      this.items.list(officeId, jobId, MOST_ITEMS),
      this.files.list(officeId, jobId),
    ]);
    return { items, files };
  }
}
