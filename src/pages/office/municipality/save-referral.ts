import { Injectable } from '@nestjs/common';
import { ArrivalImports, ImportArrivals } from '../../../features/arrivals/index.js';
import type { Municipality } from '../../../features/municipalities/index.js';
import type { FieldError } from '../../../templates/components/error-summary.js';
import type { OfficeContext } from '../office-context.js';
import { referralErrors, referralFile } from './referral.forms.js';

/** Takes a referral like a list of arrivals with one row. */
@Injectable()
export class SaveReferral {
  constructor(
    private readonly arrivals: ImportArrivals,
    private readonly imports: ArrivalImports,
  ) {}

  /** Keeps it when somebody new stands in it; else it says why not, and nothing is kept. */
  async run(
    typed: Readonly<Record<string, string>>,
    { name, bfsNumber }: Municipality,
    { office, staff, t }: OfficeContext,
  ): Promise<FieldError[]> {
    const actor = `staff:${staff.id}`;
    const fileName = t('office:municipality.title', { name });
    const bytes = referralFile(typed, bfsNumber);
    const preview = await this.arrivals.run({ officeId: office.id, actor, fileName, bytes, dryRun: true });
    const errors = referralErrors(preview, t);
    if (errors.length > 0) await this.imports.discard(office.id, preview.id);
    else await this.arrivals.save(office.id, preview.id, actor);
    return errors;
  }
}
