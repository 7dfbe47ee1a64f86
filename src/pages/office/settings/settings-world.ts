import { Injectable } from '@nestjs/common';
import { Municipalities } from '../../../features/municipalities/index.js';
import { type ListedTariff, SettingsLists } from '../../../features/settings/index.js';
import { LanguageNames } from '../language-names.js';
import type { OfficeContext } from '../office-context.js';

interface Choice {
  readonly id: number;
  readonly name: string;
}

/** What forms of the settings let choose from. */
export interface SettingsWorld {
  readonly context: OfficeContext;
  /** Names of the languages by code, in their order. */
  readonly languageNames: ReadonlyMap<string, string>;
  /** Languages that letters and pages exist in. */
  readonly textLanguages: readonly string[];
  /** Sites in use. */
  readonly sites: readonly Choice[];
  readonly accounts: readonly Choice[];
  /** Those of the office's canton, by BFS number. */
  readonly municipalities: readonly { readonly value: string; readonly label: string }[];
  /** The newest version of each tariff. */
  readonly tariffs: readonly ListedTariff[];
}

/** Loads it. */
@Injectable()
export class SettingsWorlds {
  constructor(
    private readonly lists: SettingsLists,
    private readonly languageNames: LanguageNames,
    private readonly municipalities: Municipalities,
  ) {}

  async of(context: OfficeContext): Promise<SettingsWorld> {
    const { office, locale, today } = context;
    const [languageNames, languages, sites, accounts, tariffs, municipalities] = await Promise.all([
      this.languageNames.in(locale),
      this.lists.languages(office.id),
      this.lists.sites(office.id),
      this.lists.accounts(office.id),
      this.lists.tariffs(office.id, today),
      this.municipalities.validOn(today),
    ]);
    return {
      context,
      languageNames,
      textLanguages: languages.filter(({ forTexts }) => forTexts).map(({ code }) => code),
      sites: sites.filter(({ active }) => active),
      accounts: accounts.filter(({ active }) => active),
      municipalities: municipalities
        .filter(({ canton }) => canton === office.canton)
        .map(({ bfsNumber, name }) => ({ value: String(bfsNumber), label: name })),
      tariffs: tariffs.filter(({ code }, index) => tariffs[index - 1]?.code !== code),
    };
  }
}
