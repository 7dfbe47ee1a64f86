import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { Links, type ResolvedLink, WrongLinks } from '../../features/links/index.js';
import { type Office, Offices } from '../../features/offices/index.js';
import { TalkQueries, type TalkView } from '../../features/talks/index.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { enterOffices } from '../../platform/database/office-scope.js';

/** What a link that exists leads to; it may be too old to be used. */
export interface OpenedLink {
  readonly token: string;
  readonly link: Exclude<ResolvedLink, { kind: 'unknown' }>;
  readonly talk: TalkView;
  readonly office: Office;
}

/** Opens links, and counts those that open nothing. */
@Injectable()
export class OpenedLinks {
  constructor(
    private readonly links: Links,
    private readonly wrongLinks: WrongLinks,
    private readonly talks: TalkQueries,
    private readonly offices: Offices,
  ) {}

  /** Throws `link-unknown` for anything that opens no talk, and `too-many-links` when one network does that too often. */
  async open(request: Request, token: string): Promise<OpenedLink> {
    const link = await this.links.resolve(token, 'talk');
    if (link.kind === 'unknown') return this.refuse(request);
    enterOffices(link.officeId);
    const [talk, office] = await Promise.all([
      this.talks.byId(link.officeId, link.talkId),
      this.offices.get(link.officeId),
    ]);
    // a talk that went to another household is not shown to the one that had its link
    if (talk.householdId !== link.householdId) return this.refuse(request);
    return { token, link, talk, office };
  }

  /** Counts a wrong link and says the same of every one. */
  async refuse(request: Request): Promise<never> {
    const admitted = await this.wrongLinks.admit(request.ip ?? '');
    throw admitted
      ? new DomainError('link-unknown', 'not-found')
      : new DomainError('too-many-links', 'too-many');
  }
}
