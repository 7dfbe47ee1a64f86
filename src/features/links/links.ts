import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Settings } from '../../platform/config/settings.js';
import { Database, type Tx } from '../../platform/database/database.js';
import { allOffices } from '../../platform/database/office-scope.js';
import { codeHash, letterCode } from './letter-code.js';
import { linkToken, TOKEN, tokenHash } from './link-token.js';

/** What a link may be used for; a token of one purpose is unknown to every other. */
export type LinkPurpose = 'talk' | 'code' | 'interpreter' | 'calendar';

/** A link to make: whose it is, which published state of the talk it was sent for, and until when it opens. */
export interface NewLink {
  readonly purpose: LinkPurpose;
  readonly talkId: string;
  readonly householdId: number;
  readonly revision: number;
  readonly expiresAt: Date;
  /** It goes out on paper: a code opens it as well. */
  readonly withCode: boolean;
}

/** What a token opens. An expired or revoked link still names its talk, so that its page can help. */
export type ResolvedLink =
  | { readonly kind: 'unknown' }
  | {
      readonly kind: 'valid' | 'expired' | 'revoked';
      readonly linkId: string;
      readonly officeId: number;
      readonly talkId: string;
      readonly householdId: number;
      /** Revision of the talk that the link was sent for; a smaller one than the talk's own means it was moved since. */
      readonly revision: number;
    };

/** What a letter prints: the page's address for a picture, and where to type which code. */
export interface PaperLink {
  readonly url: string;
  /** Without the protocol. */
  readonly codeAddress: string;
  /** Eight characters. */
  readonly code: string;
}

interface LinkRow {
  id: string;
  office_id: number;
  talk_id: string;
  household_id: number;
  revision: number;
  expires_at: Date;
  revoked_at: Date | null;
}

/** The links that newcomers receive: random, hashed at rest, for one purpose, expiring. */
@Injectable()
export class Links {
  constructor(
    private readonly database: Database,
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {}

  /** Makes the link of one revision of a talk, or returns the one that exists, with a code from now on if one is wanted. */
  async create(tx: Tx, link: NewLink): Promise<{ id: string }> {
    const known = await tx.query<{ id: string }[]>(
      `select id from links where talk_id = $1 and purpose = $2 and revision = $3`,
      [link.talkId, link.purpose, link.revision],
    );
    if (known[0]) {
      if (link.withCode) await this.addCode(tx, known[0].id);
      return known[0];
    }
    const [made] = await tx.query<{ id: string }[]>('select uuidv7() as id', []);
    const id = made?.id ?? '';
    await tx.query(
      `insert into links (id, token_hash, purpose, talk_id, household_id, revision, expires_at, code_hash)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        id,
        tokenHash(this.tokenOf(id)),
        link.purpose,
        link.talkId,
        link.householdId,
        link.revision,
        link.expiresAt,
        link.withCode ? this.codeHashOf(letterCode(this.settings.secretKey, id)) : null,
      ],
    );
    return { id };
  }

  private async addCode(tx: Tx, id: string): Promise<void> {
    await tx.query('update links set code_hash = $2 where id = $1 and code_hash is null', [
      id,
      this.codeHashOf(letterCode(this.settings.secretKey, id)),
    ]);
  }

  /** The token to put into an address. */
  tokenOf(linkId: string): string {
    return linkToken(this.settings.secretKey, linkId);
  }

  /** Looks a token up by its hash: the same work for a right and for a wrong one. */
  async resolve(token: string, purpose: LinkPurpose): Promise<ResolvedLink> {
    const [row] = await allOffices(() =>
      this.database.query<LinkRow>(
        `select l.id, t.office_id, l.talk_id, l.household_id, l.revision, l.expires_at, l.revoked_at
       from links l join talks t on t.id = l.talk_id
       where l.token_hash = $1 and l.purpose = $2`,
        [tokenHash(TOKEN.test(token) ? token : ''), purpose],
      ),
    );
    if (!row) return { kind: 'unknown' };
    return {
      kind: this.kindOf(row),
      linkId: row.id,
      officeId: row.office_id,
      talkId: row.talk_id,
      householdId: row.household_id,
      revision: row.revision,
    };
  }

  /** Token of the page that the code of a letter opens; undefined when the code is nobody's. */
  async tokenOfCode(code: string): Promise<string | undefined> {
    const [row] = await this.database.query<{ id: string }>(
      `select id from links where code_hash = $1 and purpose = 'talk'`,
      [this.codeHashOf(code)],
    );
    return row && this.tokenOf(row.id);
  }

  /** How the newest link of a talk is opened from paper; undefined when it never had a code. */
  async onPaper(talkId: string): Promise<PaperLink | undefined> {
    const [row] = await this.database.query<{ id: string }>(
      `select id from links where talk_id = $1 and purpose = 'talk' and revoked_at is null and code_hash is not null
       order by revision desc limit 1`,
      [talkId],
    );
    const { publicUrl, secretKey } = this.settings;
    return (
      row && {
        url: `${publicUrl}/t/${this.tokenOf(row.id)}`,
        codeAddress: `${publicUrl.replace(/^https?:\/\//, '')}/code`,
        code: letterCode(secretKey, row.id),
      }
    );
  }

  /** Address of the newcomer's page for the newest link of a talk; undefined when none was ever made. */
  async addressOf(talkId: string): Promise<string | undefined> {
    const token = await this.newestToken(talkId);
    return token && `${this.settings.publicUrl}/t/${token}`;
  }

  /** Token of the newest link of a talk; undefined when none was ever made. */
  async newestToken(talkId: string): Promise<string | undefined> {
    const [row] = await this.database.query<{ id: string }>(
      `select id from links where talk_id = $1 and purpose = 'talk' and revoked_at is null
       order by revision desc limit 1`,
      [talkId],
    );
    return row && this.tokenOf(row.id);
  }

  private codeHashOf(code: string): Buffer {
    return codeHash(this.settings.secretKey, code);
  }

  private kindOf(row: LinkRow): 'valid' | 'expired' | 'revoked' {
    if (row.revoked_at !== null) return 'revoked';
    return row.expires_at <= this.clock.now() ? 'expired' : 'valid';
  }
}
