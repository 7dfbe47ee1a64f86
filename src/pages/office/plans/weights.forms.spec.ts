import { describe, expect, it } from '@jest/globals';
import { entriesOfWeights, weightFields, WeightsForm, weightsOf } from './weights.forms.js';

const typed = (value: string) => Object.fromEntries(weightFields.map((field) => [field, value]));

describe('the form of the weights', () => {
  it('reads amounts as people type them, and writes them back', () => {
    const amounts = WeightsForm.parse({ ...typed('20.50'), unscheduled: '2’000', late: ' 20,5 ' });
    const weights = weightsOf(amounts);

    expect(weights).toMatchObject({ unscheduled: 200_000, late: 2_050, stability: { mode: 2_050 } });
    expect(WeightsForm.parse(entriesOfWeights(weights))).toEqual(amounts);
  });

  it.each(['', '-1', 'viel', '1.234', '999999'])('refuses %p', (value) => {
    expect(WeightsForm.safeParse(typed(value)).success).toBe(false);
  });
});
