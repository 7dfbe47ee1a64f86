import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { InterpreterLinks, type SignInLink, WrongLinks } from '../../../features/links/index.js';
import { DomainError } from '../../../platform/errors/domain-error.js';

/** Looks sign-in links up, and counts those that open nothing. */
@Injectable()
export class OpenedSignInLinks {
  constructor(
    private readonly links: InterpreterLinks,
    private readonly wrongLinks: WrongLinks,
  ) {}

  /** Changes nothing; throws `too-many-links` for a network that tries many. */
  async open(request: Request, token: string): Promise<SignInLink> {
    const link = await this.links.resolve(token);
    if (link.kind === 'unknown' && !(await this.wrongLinks.admit(request.ip ?? ''))) {
      throw new DomainError('too-many-links', 'too-many');
    }
    return link;
  }

  /** Uses a link up; false when another click was faster. */
  use(linkId: string): Promise<boolean> {
    return this.links.use(linkId);
  }
}
