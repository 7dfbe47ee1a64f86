import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database, violatedConstraint } from '../../platform/database/database.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { Audit } from '../audit/index.js';
import { saveMunicipalities, shippedMunicipalities } from '../municipalities/index.js';
import { AccountPasswords } from './account-passwords.js';

/** What a new office begins with; the administrator enters the rest on the pages. */
export interface NewOffice {
  /** Short name in commands and the API, such as `musterland`. */
  readonly slug: string;
  readonly name: string;
  /** Abbreviation such as `BL`. */
  readonly canton: string;
  /** Who signs in first, and where answers to messages go until somebody says otherwise. */
  readonly administrator: { readonly email: string; readonly name: string };
}

/** Opens an office with its first administrator. */
@Injectable()
export class OpenOffice {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly passwords: AccountPasswords,
  ) {}

  /** Answers with the administrator's password. Throws `office-taken` and `email-taken`; nothing is half done. */
  async run({ slug, name, canton, administrator }: NewOffice): Promise<string> {
    const officeId = await this.create({ slug, name, canton, email: administrator.email });
    const whose = { officeId, actor: 'system' };
    const account = { ...administrator, role: 'administrator', locale: 'de', active: true } as const;
    return this.passwords.open(whose, account).catch(async (error: unknown) => {
      await this.database.query('delete from offices where id = $1', [officeId]);
      throw error;
    });
  }

  private async create(
    office: Omit<NewOffice, 'administrator'> & { readonly email: string },
  ): Promise<number> {
    const { slug, canton, name, email } = office;
    try {
      return await this.database.transaction(async (tx) => {
        const [row] = await tx.query<{ id: number }[]>(
          'insert into offices (slug, canton) values ($1, $2) returning id',
          [slug, canton],
        );
        const officeId = row?.id ?? 0;
        await tx.query(
          `insert into office_profiles (office_id, valid_from, name, address_lines, phone, phone_hours, email)
           values ($1, $2, $3, '{}', '', '', $4)`,
          [officeId, this.clock.now(), name, email],
        );
        await saveMunicipalities(tx, shippedMunicipalities(canton));
        const subject = { subjectKind: 'office', subjectId: officeId };
        await this.audit.record(tx, { officeId, actor: 'system', action: 'office-created', ...subject });
        return officeId;
      });
    } catch (error) {
      if (violatedConstraint(error) === 'offices_slug_uq') throw new DomainError('office-taken', 'conflict');
      throw error;
    }
  }
}
