import { Body, Get, HttpStatus, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import { z } from 'zod';
import { DuplicateQueries, MergeHouseholds } from '../../../features/duplicates/index.js';
import { Households } from '../../../features/households/index.js';
import { MergePage } from '../../../templates/pages/office/merge-page.js';
import { officePaths } from '../../../templates/pages/office/paths.js';
import { announcing } from '../banner.js';
import type { OfficeContext } from '../office-context.js';
import { OfficeController } from '../office-controller.js';
import { OfficePages } from '../office-pages.js';
import type { OfficeRequest } from '../office-request.js';
import { readId } from '../read-id.js';
import { readButton } from '../talk/talk.forms.js';
import { type MergeSide, mergeView } from './merge.view.js';

const Id = z.coerce.number().int().min(1).max(999_999_999);
const MergeForm = z.object({ do: z.enum(['merge', 'apart']), with: Id, version: Id, otherVersion: Id });

/** Two entries of the same people: what is kept from which, merging them, or noting that they are different people. */
@OfficeController('households/:id/merge', 'plan')
export class MergeController {
  constructor(
    private readonly pages: OfficePages,
    private readonly households: Households,
    private readonly duplicates: DuplicateQueries,
    private readonly merge: MergeHouseholds,
  ) {}

  @Get()
  async show(
    @Req() request: OfficeRequest,
    @Param('id') id: string,
    @Query('with') other: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const context = await this.pages.context(request);
    const kept = await this.side(context, readId(id));
    if (typeof other !== 'string') {
      response.redirect(HttpStatus.SEE_OTHER, officePaths.duplicates);
      return;
    }
    const gone = await this.side(context, readId(other));
    response.type('html').send(await this.page(context, { kept, gone }, false));
  }

  @Post()
  async decide(
    @Req() request: OfficeRequest,
    @Param('id') id: string,
    @Body() body: Readonly<Record<string, unknown>>,
    @Res() response: Response,
  ): Promise<void> {
    const { staff } = request;
    const { officeId } = staff;
    const actor = `staff:${staff.id}`;
    const keptId = readId(id);
    await this.households.get(officeId, keptId);
    const form = readButton(MergeForm, body);
    if (form.do === 'apart') {
      await this.merge.keepApart(officeId, [keptId, form.with], actor);
      response.redirect(HttpStatus.SEE_OTHER, announcing(officePaths.duplicates, 'kept-apart'));
      return;
    }
    const sides = {
      kept: { id: keptId, version: form.version },
      gone: { id: form.with, version: form.otherVersion },
    };
    const outcome = await this.merge.run({ officeId, actor, ...sides });
    if (outcome.kind === 'merged') {
      response.redirect(HttpStatus.SEE_OTHER, announcing(officePaths.household(keptId), 'merged'));
      return;
    }
    const context = await this.pages.context(request);
    const [kept, gone] = [await this.side(context, keptId), await this.side(context, form.with)];
    const page = await this.page(context, { kept, gone }, true);
    response.status(HttpStatus.CONFLICT).type('html').send(page);
  }

  private async side({ office }: OfficeContext, householdId: number): Promise<MergeSide> {
    const household = await this.households.get(office.id, householdId);
    return { household, hangsOn: await this.duplicates.hangsOn(office.id, householdId) };
  }

  private page(
    context: OfficeContext,
    sides: { readonly kept: MergeSide; readonly gone: MergeSide },
    isChanged: boolean,
  ): Promise<string> {
    const view = mergeView(sides, isChanged, context);
    const body = MergePage({ view, t: context.t });
    return this.pages.render(context, { title: view.title, current: 'inbox', body });
  }
}
