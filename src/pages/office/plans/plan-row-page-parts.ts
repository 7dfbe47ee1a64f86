import { Injectable } from '@nestjs/common';
import { Households } from '../../../features/households/index.js';
import { RowPlacesQueries } from '../../../features/plans/index.js';
import { ResourceQueries } from '../../../features/resources/index.js';
import { PlanRowPage } from '../../../templates/pages/office/plans/plan-row-page.js';
import { nameOfHousehold } from '../household/household.view.js';
import { LanguageNames } from '../language-names.js';
import type { OfficeContext } from '../office-context.js';
import type { OfficePageParts } from '../office-frame.js';
import type { RowPlacesWishes } from './plan-row.forms.js';
import { rowPageView } from './plan-row.view.js';

const SHOWN = 12;
const PER_DAY = 3;

/** Puts together the page on which another place is chosen for a row. */
@Injectable()
export class PlanRowPageParts {
  constructor(
    private readonly places: RowPlacesQueries,
    private readonly households: Households,
    private readonly resources: ResourceQueries,
    private readonly languageNames: LanguageNames,
  ) {}

  /** Throws `plan-not-found` and `plan-row-not-found`. */
  async of(
    context: OfficeContext,
    at: { readonly planId: string; readonly householdId: number },
    shown: { readonly wishes: RowPlacesWishes; readonly problem: string | null },
  ): Promise<OfficePageParts> {
    const officeId = context.office.id;
    const { from, caseworker, room, interpreter } = shown.wishes;
    const [places, household, rooms, caseworkers, interpreters, languageNames] = await Promise.all([
      this.places.run(officeId, at, {
        limit: SHOWN,
        perDay: PER_DAY,
        from,
        caseworkerId: caseworker,
        roomId: room,
        interpreterId: interpreter,
      }),
      this.households.get(officeId, at.householdId),
      this.resources.rooms(officeId),
      this.resources.caseworkers(officeId),
      this.resources.interpreters(officeId),
      this.languageNames.in(context.locale),
    ]);
    const name = nameOfHousehold(household);
    const languages = household.languages.map(({ language }) => language);
    const choices = { rooms, caseworkers, interpreters };
    const view = rowPageView(
      { ...at, ...places, ...shown, choices, name, languages, languageNames },
      context,
    );
    return { title: view.title, current: 'plans', body: PlanRowPage({ view, t: context.t }) };
  }
}
