import { Injectable } from '@nestjs/common';
import { Audit } from '../../../features/audit/index.js';
import { type Household, Households } from '../../../features/households/index.js';
import type { FormFieldView } from '../../../templates/components/form-fields.js';
import { ConflictPage, type ConflictRowView } from '../../../templates/pages/office/conflict-page.js';
import { officePaths } from '../../../templates/pages/office/paths.js';
import { ActorNames } from '../actor-names.js';
import { LanguageNames } from '../language-names.js';
import type { OfficeContext } from '../office-context.js';
import { OfficePages } from '../office-pages.js';
import { entriesOf, householdGroups, type HouseholdEntries } from './household.fields.js';

/** Shows what two people wanted for the same household. */
@Injectable()
export class HouseholdConflict {
  constructor(
    private readonly pages: OfficePages,
    private readonly households: Households,
    private readonly audit: Audit,
    private readonly actors: ActorNames,
    private readonly languageNames: LanguageNames,
  ) {}

  async page(context: OfficeContext, householdId: number, typed: HouseholdEntries): Promise<string> {
    const { t, office, staff } = context;
    const household = await this.households.get(office.id, householdId);
    const title = t('office:conflict.title');
    const view = {
      title,
      explanation: await this.explanation(context, householdId),
      rows: await this.rows(context, household, typed),
      action: officePaths.editHousehold(householdId),
      csrfToken: staff.csrfToken,
      fields: Object.entries({ ...typed, version: String(household.version) }),
      headings: { mine: t('office:conflict.mine'), theirs: t('office:conflict.theirs') },
      buttons: { mine: t('office:conflict.take-mine'), theirs: t('office:conflict.take-theirs') },
      backHref: officePaths.household(householdId),
    };
    return this.pages.render(context, { title, current: 'inbox', body: ConflictPage({ view, t }) });
  }

  private async explanation(context: OfficeContext, householdId: number): Promise<string> {
    const { t, office, format } = context;
    const subject = { subjectKind: 'household', subjectId: householdId, limit: 1 };
    const [last] = await this.audit.list(office.id, subject);
    if (!last) return t('office:conflict.unknown');
    const nameOf = await this.actors.of(office.id, t);
    return t('office:conflict.by', {
      who: nameOf(last.actor),
      day: format.numericDate(last.at),
      time: format.time(last.at),
    });
  }

  private async rows(
    { t, locale }: OfficeContext,
    household: Household,
    typed: HouseholdEntries,
  ): Promise<ConflictRowView[]> {
    const world = { t, languageNames: await this.languageNames.in(locale), maySetState: true };
    const mine = householdGroups(typed, world).flatMap((group) => group.fields);
    const theirs = householdGroups(entriesOf(household), world).flatMap((group) => group.fields);
    return mine
      .map((field, index) => ({ field, other: theirs[index] ?? field }))
      .filter(({ field, other }) => field.value !== other.value)
      .map(({ field, other }) => ({
        label: field.label,
        mine: inWords(field, t),
        theirs: inWords(other, t),
      }));
  }
}

function inWords(field: FormFieldView, t: OfficeContext['t']): string {
  if (field.kind === 'checkbox') return t(field.value === '1' ? 'office:yes' : 'office:no');
  if (field.kind !== 'select') return field.value;
  return field.options.find((option) => option.value === field.value)?.label ?? field.value;
}
