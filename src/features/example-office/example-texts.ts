import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import type { Tx } from '../../platform/database/database.js';
import { I18n } from '../../platform/i18n/i18n.js';
import { exampleApprovals, languagesToApprove, OfficeTextsRepository } from '../texts/index.js';

/** Everything can be looked at in the example; a real office approves its texts itself. */
@Injectable()
export class ExampleTexts {
  constructor(
    private readonly clock: Clock,
    private readonly texts: OfficeTextsRepository,
    private readonly i18n: I18n,
  ) {}

  async approve(tx: Tx, officeId: number): Promise<void> {
    const approvals = exampleApprovals(this.i18n, await languagesToApprove(tx), this.clock.now());
    await this.texts.save(tx, officeId, approvals);
  }
}
