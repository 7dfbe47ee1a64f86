import { Injectable } from '@nestjs/common';
import { SettingsLists } from '../../../features/settings/index.js';
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
  readonly tariffs: readonly { readonly code: string; readonly name: string }[];
}

/** Loads it. */
@Injectable()
export class SettingsWorlds {
  constructor(
    private readonly lists: SettingsLists,
    private readonly languageNames: LanguageNames,
  ) {}

  async of(context: OfficeContext): Promise<SettingsWorld> {
    const { office, locale } = context;
    const [languageNames, languages, sites, accounts, tariffs] = await Promise.all([
      this.languageNames.in(locale),
      this.lists.languages(office.id),
      this.lists.sites(office.id),
      this.lists.accounts(office.id),
      this.lists.tariffs(),
    ]);
    return {
      context,
      languageNames,
      textLanguages: languages.filter(({ forTexts }) => forTexts).map(({ code }) => code),
      sites: sites.filter(({ active }) => active),
      accounts: accounts.filter(({ active }) => active),
      tariffs,
    };
  }
}
