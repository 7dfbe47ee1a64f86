import { All, Controller, Req, UseFilters } from '@nestjs/common';
import type { Request } from 'express';
import { NewcomerProblems } from './newcomer-problems.filter.js';
import { OpenedLinks } from './opened-links.js';

/** Whatever else is asked for under /t: the page of a link that does not exist. */
@Controller('t')
@UseFilters(NewcomerProblems)
export class LostController {
  constructor(private readonly links: OpenedLinks) {}

  @All(['', '*path'])
  lost(@Req() request: Request): Promise<never> {
    return this.links.refuse(request);
  }
}
