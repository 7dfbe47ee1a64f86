import { Post, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import { InterpreterController } from '../interpreter-controller.js';
import { InterpreterDevices } from '../interpreter-devices.js';
import type { InterpreterRequest } from '../interpreter-request.js';

/** Signing out, here or on every device. */
@InterpreterController('')
export class SignOutController {
  constructor(private readonly devices: InterpreterDevices) {}

  @Post('sign-out')
  async here(@Req() request: InterpreterRequest, @Res() response: Response): Promise<void> {
    await this.devices.signOut(request, response);
    response.redirect(303, '/interpreter');
  }

  /** For a lost phone: links that are on their way sign nobody in any more. */
  @Post('sign-out-everywhere')
  async everywhere(@Req() request: InterpreterRequest, @Res() response: Response): Promise<void> {
    await this.devices.signOut(request, response, { interpreterId: request.interpreter.id });
    response.redirect(303, '/interpreter');
  }
}
