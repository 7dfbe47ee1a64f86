import { Injectable } from '@nestjs/common';
import type { CheckedLanguage } from '../checks/check.js';
import { OfficeTexts } from '../office-texts.js';
import { SaveTexts } from '../save-texts.js';
import { packKeys } from '../text-pack.js';
import { readSheet, type SheetFault, type SheetRow } from './read-sheet.js';

/** A sheet that came back from a translator. */
export interface ImportTextsCommand {
  readonly officeId: number;
  readonly language: CheckedLanguage;
  /** Who translated: their texts need another person's approval. */
  readonly actor: string;
  readonly content: string;
}

/** All or nothing: a sheet with a fault changes nothing. */
export type ImportTextsOutcome =
  | { readonly kind: 'imported'; readonly changed: number }
  | { readonly kind: 'faulty'; readonly faults: readonly SheetFault[] };

/** Takes the translations of a sheet over as drafts. */
@Injectable()
export class ImportTexts {
  constructor(
    private readonly texts: OfficeTexts,
    private readonly save: SaveTexts,
  ) {}

  async run({ officeId, language, actor, content }: ImportTextsCommand): Promise<ImportTextsOutcome> {
    const { rows, faults } = readSheet(content);
    const { german } = await this.texts.of(officeId);
    const wanted = new Set(packKeys(german, language.code));
    const found = [...faults, ...strangers(rows, wanted)];
    if (found.length > 0) return { kind: 'faulty', faults: found };
    const words = new Map(rows.map(({ key, translation }) => [key, translation]));
    const outcome = await this.save.run({ officeId, language, actor, words });
    if (outcome.kind === 'saved') return { kind: 'imported', changed: outcome.changed.length };
    const lines = new Map(rows.map(({ key, line }) => [key, line]));
    const messages = outcome.findings.map(({ key, message }) => ({
      line: lines.get(key ?? '') ?? 1,
      message: `${key ?? ''} ${message}`,
    }));
    return { kind: 'faulty', faults: messages };
  }
}

function strangers(rows: readonly SheetRow[], wanted: ReadonlySet<string>): SheetFault[] {
  return rows
    .filter(({ key }) => !wanted.has(key))
    .map(({ line, key }) => ({ line, message: `has the unknown key «${key}»: export the language again` }));
}
