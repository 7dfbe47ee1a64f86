import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database, type Tx, violatedConstraint } from '../../platform/database/database.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { Audit } from '../audit/index.js';
import { saveMunicipalities, shippedMunicipalities } from '../municipalities/index.js';
import { generatedPassword, hashPassword } from '../staff/index.js';

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
  ) {}

  /** Answers with the administrator's password. Throws `office-taken` and `email-taken`; nothing is half done. */
  async run(office: NewOffice): Promise<string> {
    const password = generatedPassword();
    const passwordHash = await hashPassword(password);
    try {
      await this.database.transaction((tx) => this.create(tx, office, passwordHash));
    } catch (error) {
      const constraint = violatedConstraint(error);
      if (constraint === 'offices_slug_uq') throw new DomainError('office-taken', 'conflict');
      if (constraint === 'staff_users_email_uq') throw new DomainError('email-taken', 'conflict');
      throw error;
    }
    return password;
  }

  private async create(tx: Tx, office: NewOffice, passwordHash: string): Promise<void> {
    const { slug, canton, name, administrator } = office;
    const [row] = await tx.query<{ id: number }[]>(
      'insert into offices (slug, canton) values ($1, $2) returning id',
      [slug, canton],
    );
    const officeId = row?.id ?? 0;
    await tx.query(
      `insert into office_profiles (office_id, valid_from, name, address_lines, phone, phone_hours, email)
       values ($1, $2, $3, '{}', '', '', $4)`,
      [officeId, this.clock.now(), name, administrator.email],
    );
    await tx.query(
      `insert into staff_users (office_id, email, name, role, password_hash) values ($1, $2, $3, 'administrator', $4)`,
      [officeId, administrator.email, administrator.name, passwordHash],
    );
    await saveMunicipalities(tx, shippedMunicipalities(canton));
    const subject = { subjectKind: 'office', subjectId: officeId };
    await this.audit.record(tx, { officeId, actor: 'system', action: 'office-created', ...subject });
  }
}
