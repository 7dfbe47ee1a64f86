import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';

/** In the order in which they are taken. */
const KEYS = [
  'office',
  'site',
  'room',
  'caseworker',
  'tariff',
  'language',
  'texts',
  'household',
  'invitation',
] as const;

/** A step on the way of a new office to its first invitation. */
export interface FirstStep {
  readonly key: (typeof KEYS)[number];
  readonly isDone: boolean;
}

/** Says how far a new office is. Once somebody was invited, every step counts as done. */
@Injectable()
export class FirstStepQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** In the order in which they are taken. */
  async of(officeId: number): Promise<FirstStep[]> {
    const [found] = await this.database.query<Record<FirstStep['key'], boolean>>(
      `select exists (select from talks where office_id = $1) as invitation,
        exists (select from office_profiles where office_id = $1 and name <> '' and phone <> ''
          and cardinality(address_lines) > 0 and valid_from <= $2::date) as office,
        exists (select from sites s join site_hours h on h.site_id = s.id where s.office_id = $1 and s.active) as site,
        exists (select from rooms r join sites s on s.id = r.site_id
          where s.office_id = $1 and s.active and r.active) as room,
        exists (select from caseworkers c join caseworker_hours h on h.caseworker_id = c.id
          where c.office_id = $1 and c.active) as caseworker,
        exists (select from tariffs t where t.office_id = $1 or t.office_id is null) as tariff,
        exists (select from caseworkers c join caseworker_languages l on l.caseworker_id = c.id
          where c.office_id = $1 and c.active and l.language <> 'de')
          or exists (select from office_interpreters o join interpreters i on i.id = o.interpreter_id
            join interpreter_languages l on l.interpreter_id = i.id where o.office_id = $1 and i.active) as language,
        exists (select from office_texts where office_id = $1 and state = 'approved') as texts,
        exists (select from households where office_id = $1) as household`,
      [officeId, this.clock.now()],
    );
    return KEYS.map((key) => ({ key, isDone: found?.invitation === true || found?.[key] === true }));
  }
}
