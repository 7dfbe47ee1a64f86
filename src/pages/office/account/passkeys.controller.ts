import { Body, HttpCode, HttpStatus, Param, Post, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Passkeys } from '../../../features/staff/index.js';
import { officePaths } from '../../../templates/pages/office/paths.js';
import { OfficeController } from '../office-controller.js';
import type { OfficeRequest } from '../office-request.js';
import { readId } from '../read-id.js';
import { SessionCookie } from '../session-cookie.js';
import { browserName } from './browser-name.js';
import { passkeyAnswer } from './passkey-answer.js';

const LONGEST_NAME = 60;

/** Adding passkeys to one's own account and removing them; assets/passkeys.js speaks with the device. */
@OfficeController('account/passkeys', 'any')
export class PasskeysController {
  constructor(
    private readonly passkeys: Passkeys,
    private readonly cookie: SessionCookie,
  ) {}

  @Post('options')
  @HttpCode(HttpStatus.OK)
  async options(@Req() { staff }: OfficeRequest, @Res() response: Response): Promise<void> {
    const { options, carried } = await this.passkeys.begin(staff);
    this.cookie.writeChallenge(response, carried);
    response.json(options);
  }

  @Post()
  async add(
    @Req() request: OfficeRequest,
    @Body() body: Readonly<Record<string, unknown>>,
    @Res() response: Response,
  ): Promise<void> {
    const typed = typeof body['name'] === 'string' ? body['name'].trim().slice(0, LONGEST_NAME) : '';
    const name = typed === '' ? browserName(request.get('user-agent')) : typed;
    const carried = this.cookie.challenge(request) ?? '';
    const isAdded = await this.passkeys.add(request.staff, carried, passkeyAnswer(body), name);
    response.redirect(303, isAdded ? officePaths.account : officePaths.passkeyProblem);
  }

  @Post(':number/remove')
  async remove(
    @Req() { staff }: OfficeRequest,
    @Param('number') number: string,
    @Res() response: Response,
  ): Promise<void> {
    await this.passkeys.remove(staff, readId(number));
    response.redirect(303, officePaths.account);
  }
}
