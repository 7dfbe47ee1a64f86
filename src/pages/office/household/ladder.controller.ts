import { Body, Param, Post, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import { z } from 'zod';
import { LadderSuspension } from '../../../features/notices/index.js';
import { DomainError } from '../../../platform/errors/domain-error.js';
import { officePaths } from '../../../templates/pages/office/paths.js';
import { announcing } from '../banner.js';
import { OfficeController } from '../office-controller.js';
import type { OfficeRequest } from '../office-request.js';
import { readId } from '../read-id.js';

const SuspendForm = z.object({ because: z.string().trim().min(1).max(200) });
const GroupForm = z.object({ group: z.enum(['expected', 'voluntary']) });

/** Suspends the ladder of one household, lets it go on, and says by which ladder the household is asked. */
@OfficeController('households/:id/ladder', 'plan')
export class LadderController {
  constructor(private readonly ladder: LadderSuspension) {}

  @Post('suspend')
  async suspend(
    @Req() request: OfficeRequest,
    @Param('id') id: string,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const form = SuspendForm.safeParse(body);
    if (form.success) await this.ladder.suspend(commandOf(request, id), form.data.because);
    back(response, id, form.success ? 'ladder-suspended' : 'ladder-without-reason');
  }

  @Post('resume')
  async resume(
    @Req() request: OfficeRequest,
    @Param('id') id: string,
    @Res() response: Response,
  ): Promise<void> {
    await this.ladder.resume(commandOf(request, id));
    back(response, id, 'ladder-resumed');
  }

  @Post('group')
  async group(
    @Req() request: OfficeRequest,
    @Param('id') id: string,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const form = GroupForm.safeParse(body);
    if (!form.success) throw new DomainError('form-too-old', 'invalid');
    await this.ladder.changeGroup(commandOf(request, id), form.data.group);
    back(response, id, 'saved');
  }
}

function commandOf({ staff }: OfficeRequest, id: string): Parameters<LadderSuspension['resume']>[0] {
  return { officeId: staff.officeId, householdId: readId(id), actor: `staff:${staff.id}` };
}

function back(response: Response, id: string, done: string): void {
  response.redirect(303, announcing(officePaths.household(readId(id)), done));
}
