import { Get, Param, Req } from '@nestjs/common';
import { Offices, type Office, type OfficeProfile } from '../../features/offices/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { localDay } from '../shared/local-day.js';
import { ApiController } from './api-controller.js';
import type { ApiRequest } from './api-request.js';
import type { Page } from './list.js';
import { OfficeAnswer, OfficesAnswer } from './answers.schemas.js';
import { Says } from './says.js';

/** An office as it presents itself today. */
type OfficeView = Omit<Office, 'policies'> & OfficeProfile & { readonly policies: Office['policies'] };

/** The office a token belongs to; a token never sees another one. */
@ApiController('offices', 'any')
export class OfficesController {
  constructor(
    private readonly offices: Offices,
    private readonly clock: Clock,
  ) {}

  /** A list of one: the token's office with its zone, policies and present name and address. */
  @Get()
  @Says('The office of the token, with its zone, policies and present name', OfficesAnswer)
  async list(@Req() { caller }: ApiRequest): Promise<Page<OfficeView>> {
    return { items: [await this.view(caller.officeId)], next: null };
  }

  /** The office by its short name. */
  @Get(':slug')
  @Says('The office by its short name', OfficeAnswer)
  async one(@Req() { caller }: ApiRequest, @Param('slug') slug: string): Promise<OfficeView> {
    const view = await this.view(caller.officeId);
    if (view.slug !== slug) throw new DomainError('office-unknown', 'not-found');
    return view;
  }

  private async view(officeId: number): Promise<OfficeView> {
    const office = await this.offices.get(officeId);
    const profile = await this.offices.profileOn(officeId, localDay(this.clock.now(), office.timeZone));
    return { ...office, ...profile };
  }
}
