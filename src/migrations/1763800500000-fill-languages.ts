import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The languages the product knows from the start. Texts exist for the twelve documented ones (facts.md 1.2);
 * talks can be held in any of them. A further language is a row here and a folder in locales/.
 */
export class FillLanguages1763800500000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
insert into languages (code, bcp47, endonym, german_name, script, direction, for_texts) values
  ('de', 'de-CH', 'Deutsch', 'Deutsch', 'Latn', 'ltr', true),
  ('en', 'en-GB', 'English', 'Englisch', 'Latn', 'ltr', true),
  ('ar', 'ar', 'العربية', 'Arabisch', 'Arab', 'rtl', true),
  ('ta', 'ta-LK', 'தமிழ்', 'Tamil', 'Taml', 'ltr', true),
  ('sq', 'sq', 'shqip', 'Albanisch', 'Latn', 'ltr', false),
  ('es', 'es-ES', 'español', 'Spanisch', 'Latn', 'ltr', false),
  ('tr', 'tr', 'Türkçe', 'Türkisch', 'Latn', 'ltr', false),
  ('pt', 'pt-PT', 'português', 'Portugiesisch', 'Latn', 'ltr', false),
  ('sr', 'sr-Latn', 'bosanski / hrvatski / crnogorski / srpski', 'Bosnisch / Kroatisch / Montenegrinisch / Serbisch', 'Latn', 'ltr', false),
  ('fr', 'fr-CH', 'français', 'Französisch', 'Latn', 'ltr', false),
  ('ru', 'ru', 'русский', 'Russisch', 'Cyrl', 'ltr', false),
  ('it', 'it-CH', 'italiano', 'Italienisch', 'Latn', 'ltr', false),
  ('ti', 'ti-ER', 'ትግርኛ', 'Tigrinya', 'Ethi', 'ltr', false),
  ('uk', 'uk', 'українська', 'Ukrainisch', 'Cyrl', 'ltr', false),
  ('fa', 'fa-AF', 'دری / فارسی', 'Dari / Farsi', 'Arab', 'rtl', false),
  ('ku', 'ku', 'kurmancî', 'Kurdisch', 'Latn', 'ltr', false),
  ('so', 'so', 'Soomaali', 'Somali', 'Latn', 'ltr', false),
  ('pl', 'pl', 'polski', 'Polnisch', 'Latn', 'ltr', false),
  ('hu', 'hu', 'magyar', 'Ungarisch', 'Latn', 'ltr', false),
  ('ro', 'ro', 'română', 'Rumänisch', 'Latn', 'ltr', false),
  ('bg', 'bg', 'български', 'Bulgarisch', 'Cyrl', 'ltr', false),
  ('sk', 'sk', 'slovenčina', 'Slowakisch', 'Latn', 'ltr', false),
  ('cs', 'cs', 'čeština', 'Tschechisch', 'Latn', 'ltr', false),
  ('nl', 'nl', 'Nederlands', 'Niederländisch', 'Latn', 'ltr', false),
  ('el', 'el', 'ελληνικά', 'Griechisch', 'Grek', 'ltr', false),
  ('mk', 'mk', 'македонски', 'Mazedonisch', 'Cyrl', 'ltr', false),
  ('zh', 'zh-Hans', '中文', 'Chinesisch', 'Hans', 'ltr', false),
  ('ja', 'ja', '日本語', 'Japanisch', 'Jpan', 'ltr', false),
  ('th', 'th', 'ไทย', 'Thailändisch', 'Thai', 'ltr', false),
  ('vi', 'vi', 'Tiếng Việt', 'Vietnamesisch', 'Latn', 'ltr', false),
  ('hi', 'hi', 'हिन्दी', 'Hindi', 'Deva', 'ltr', false),
  ('ur', 'ur', 'اردو', 'Urdu', 'Arab', 'rtl', false),
  ('am', 'am', 'አማርኛ', 'Amharisch', 'Ethi', 'ltr', false),
  ('si', 'si', 'සිංහල', 'Singhalesisch', 'Sinh', 'ltr', false);
`);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations only go forward: restore a backup instead.'));
  }
}
