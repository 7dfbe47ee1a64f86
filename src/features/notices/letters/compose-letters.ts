import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock.js';
import type { LetterView } from '../../../templates/letters/letter-view.js';
import { Languages, type Language } from '../../languages/index.js';
import { Links } from '../../links/index.js';
import { OfficeTexts } from '../../texts/index.js';
import { writeInLocales } from '../notice-locales.js';
import { wordingOf } from '../notice-words.js';
import { TalkDetailsRepository } from '../talk-details.repository.js';
import { letterOf } from './letter-content.js';
import type { DueLetter } from './letter.queries.js';

/** Writes letters with the state of their talks now. */
@Injectable()
export class ComposeLetters {
  constructor(
    private readonly talks: TalkDetailsRepository,
    private readonly links: Links,
    private readonly languages: Languages,
    private readonly texts: OfficeTexts,
    private readonly clock: Clock,
  ) {}

  /** In the order given. Throws when a talk or a text is missing. */
  async run(letters: readonly DueLetter[]): Promise<LetterView[]> {
    const languages = new Map((await this.languages.all()).map((language) => [language.code, language]));
    const written: LetterView[] = [];
    for (const letter of letters) written.push(await this.write(letter, languages));
    return written;
  }

  private async write(letter: DueLetter, languages: ReadonlyMap<string, Language>): Promise<LetterView> {
    const talk = await this.talks.find(letter.talkId);
    const spoken = talk && languages.get(talk.languageCode);
    if (!talk || !spoken) throw new Error(`The talk of letter ${letter.id} is gone`);
    const page = talk.state === 'cancelled' ? undefined : await this.links.onPaper(talk.talkId);
    const { kind, facts, street, town } = letter;
    const mail = { kind, facts, talk, spoken, now: this.clock.now() };
    const access = page ?? null;
    const texts = await this.texts.of(talk.officeId);
    return writeInLocales(letter, (locales) => {
      const wordings = locales.map((code) => wordingOf(code, languages, texts, talk.timeZone));
      return letterOf({ mail, wordings, street, town, access });
    });
  }
}
