import { Injectable } from '@nestjs/common';
import { ChangeCosts } from '../../../features/tariffs/index.js';
import type { TalkChoice } from '../../../features/talks/index.js';
import type { CostPreviewView } from '../../../templates/components/cost-preview.js';
import type { OfficeContext } from '../office-context.js';
import { costPreviewView } from './cost-preview.view.js';

/** What a change of a talk costs because of its interpreter, in words; null when nobody interprets. */
@Injectable()
export class CostPreviews {
  constructor(private readonly costs: ChangeCosts) {}

  async ofCancelling(context: OfficeContext, talk: { readonly id: string }): Promise<CostPreviewView | null> {
    return costPreviewView(await this.costs.ofCancelling(context.office.id, talk.id), 'cancel', context);
  }

  /** @param talk null: nothing is moved, a first time is booked */
  async ofMoving(
    context: OfficeContext,
    talk: { readonly id: string } | null,
    choice: TalkChoice,
  ): Promise<CostPreviewView | null> {
    if (!talk) return null;
    return costPreviewView(await this.costs.ofMoving(context.office.id, talk.id, choice), 'move', context);
  }
}
