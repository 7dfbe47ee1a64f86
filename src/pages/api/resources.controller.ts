import { Get, Query, Req } from '@nestjs/common';
import type { z } from 'zod';
import {
  type OfficeCaseworker,
  type OfficeInterpreter,
  type OfficeRoom,
  type OfficeSite,
  ResourceQueries,
} from '../../features/resources/index.js';
import { Needs } from './access.js';
import { ApiController } from './api-controller.js';
import type { ApiRequest } from './api-request.js';
import { type Page, PageQuery, pageOf } from './list.js';
import { RoomsAnswer, SitesAnswer, SpeakersAnswer } from './answers.schemas.js';
import { Says } from './says.js';

type Asked = z.infer<typeof PageQuery>;

/** What an office has for its talks. */
@ApiController('', 'any')
export class ResourcesController {
  constructor(private readonly resources: ResourceQueries) {}

  /** Sites in use, with address, directions by language and weekly opening hours (wall clock of the office). */
  @Get('sites')
  @Says('Sites with address, directions and opening hours', SitesAnswer)
  async sites(
    @Req() { caller }: ApiRequest,
    @Query({ schema: PageQuery }) page: Asked,
  ): Promise<Page<OfficeSite>> {
    return pageOf(await this.resources.sites(caller.officeId), page);
  }

  /** Rooms in use, by site. */
  @Get('rooms')
  @Says('Rooms with seats, step-free access and screen', RoomsAnswer)
  async rooms(
    @Req() { caller }: ApiRequest,
    @Query({ schema: PageQuery }) page: Asked,
  ): Promise<Page<OfficeRoom>> {
    return pageOf(await this.resources.rooms(caller.officeId), page);
  }

  /** Caseworkers in service, with the languages they lead talks in. */
  @Get('caseworkers')
  @Says('Caseworkers and their languages', SpeakersAnswer)
  @Needs('personal')
  async caseworkers(
    @Req() { caller }: ApiRequest,
    @Query({ schema: PageQuery }) page: Asked,
  ): Promise<Page<OfficeCaseworker>> {
    return pageOf(await this.resources.caseworkers(caller.officeId), page);
  }

  /** Interpreters on the list of the office, with their languages. */
  @Get('interpreters')
  @Says('Interpreters and their languages', SpeakersAnswer)
  @Needs('personal')
  async interpreters(
    @Req() { caller }: ApiRequest,
    @Query({ schema: PageQuery }) page: Asked,
  ): Promise<Page<OfficeInterpreter>> {
    return pageOf(await this.resources.interpreters(caller.officeId), page);
  }
}
