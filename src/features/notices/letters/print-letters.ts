import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database.js';
import { DomainError } from '../../../platform/errors/domain-error.js';
import { Typesetter } from '../../../platform/pdf/typesetter.js';
import type { LetterBatchView } from '../../../templates/letters/letter-view.js';
import { Audit } from '../../audit/index.js';
import { noticePolicies } from '../notice-policies.js';
import { ComposeLetters } from './compose-letters.js';
import { LetterQueries } from './letter.queries.js';

/** The template beside its types, in the sources and in dist/ alike. */
const TEMPLATE = new URL('../../../templates/letters/letter.typ', import.meta.url);

/** SN 010130: where the address begins, in mm from the left edge. */
const WINDOW = { left: 22, right: 118 };

/** As many as one file holds: a print job shows its progress file by file. */
export const LETTERS_PER_FILE = 50;

/** Makes a file for the printer from what holds now. */
@Injectable()
export class PrintLetters {
  constructor(
    private readonly database: Database,
    private readonly letters: LetterQueries,
    private readonly composeLetters: ComposeLetters,
    private readonly typesetter: Typesetter,
    private readonly audit: Audit,
  ) {}

  /**
   * A PDF of those letters that still hold, in the order of the list. Throws `letters-none-due` when none does, and
   * `letters-too-many` for more than `LETTERS_PER_FILE`.
   */
  async run(officeId: number, ids: readonly string[], actor: string): Promise<Buffer> {
    if (ids.length > LETTERS_PER_FILE) {
      throw new DomainError('letters-too-many', 'invalid', { count: LETTERS_PER_FILE });
    }
    const due = await this.letters.due(officeId, ids);
    if (due.length === 0) throw new DomainError('letters-none-due', 'not-found');
    const [views, windowFromLeft] = await Promise.all([this.composeLetters.run(due), this.window(officeId)]);
    const title = `Briefe ${views[0]?.date ?? ''}`;
    const batch: LetterBatchView = { title, windowFromLeft, letters: views };
    const pdf = await this.typesetter.pdf(TEMPLATE, 'letters', batch);
    await this.database.transaction((tx) =>
      this.audit.recordAll(
        tx,
        due.map(({ id, householdId }) => ({
          officeId,
          actor,
          action: 'letter-printed',
          subjectKind: 'household',
          subjectId: householdId,
          detail: { notice: id },
        })),
      ),
    );
    return pdf;
  }

  private async window(officeId: number): Promise<number> {
    const [office] = await this.database.query<{ policies: Record<string, unknown> }>(
      'select policies from offices where id = $1',
      [officeId],
    );
    return WINDOW[noticePolicies(office?.policies ?? {}).letterWindow];
  }
}
