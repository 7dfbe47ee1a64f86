import { Get, Param, Req } from '@nestjs/common';
import type { z } from 'zod';
import { TalkQueries } from '../../features/talks/index.js';
import { ChangeCosts, type ChangePreview } from '../../features/tariffs/index.js';
import { ApiController } from './api-controller.js';
import type { ApiRequest } from './api-request.js';
import { Says } from './says.js';
import { CancellationCostAnswer } from './talk-costs.schemas.js';

type CancellationCostJson = z.infer<typeof CancellationCostAnswer>;

/** What a change of a talk costs, before it is made. */
@ApiController('talks', 'personal')
export class TalkCostsController {
  constructor(
    private readonly talks: TalkQueries,
    private readonly costs: ChangeCosts,
  ) {}

  @Get(':id/cancellation-cost')
  @Says(
    'What calling a talk off costs now because of its interpreter, and until when',
    CancellationCostAnswer,
  )
  async cancellation(@Req() { caller }: ApiRequest, @Param('id') id: string): Promise<CancellationCostJson> {
    const { id: talkId } = await this.talks.byId(caller.officeId, id);
    const preview = await this.costs.ofCancelling(caller.officeId, talkId);
    const unknown = { lines: [], prices: [], visit: null };
    if (!preview) return { talkId, interpreterId: null, tariff: null, totalRappen: 0, ...unknown };
    const { interpreterId } = preview;
    if (preview.tariff === null) {
      const totalRappen = preview.why === 'not-agreed' ? 0 : null;
      return { talkId, interpreterId, tariff: null, totalRappen, ...unknown };
    }
    return { talkId, interpreterId, ...pricedJson(preview) };
  }
}

function pricedJson(preview: ChangePreview): Omit<CancellationCostJson, 'talkId' | 'interpreterId'> {
  const { cost, visit, tariff } = preview;
  const { code, name, validFrom } = tariff;
  return {
    tariff: { code, name, validFrom },
    totalRappen: cost.total,
    lines: cost.lines.map(({ what, minutes, rate, percent, amount }) => ({
      what,
      minutes: minutes ?? null,
      rateRappen: rate ?? null,
      percent: percent ?? null,
      amountRappen: amount,
    })),
    prices: cost.prices.map(({ until, total }) => ({ until, totalRappen: total })),
    visit: visit && { beforeRappen: visit.before, afterRappen: visit.after },
  };
}
