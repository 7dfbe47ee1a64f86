import { namesFor } from '../../dist/features/example-office/names.js';

/** Share of households by first language, in percent: invented, with a long tail. */
const SHARES = Object.entries({
  ...{ en: 17, it: 9, pt: 8, es: 7, fr: 6, de: 3, tr: 7, sq: 7, sr: 6, ar: 8, ru: 4, uk: 5, ta: 3, ti: 4 },
  ...{ fa: 3, ku: 1, so: 0.7, pl: 0.8, th: 0.3, zh: 0.2 },
});
const TOTAL = SHARES.reduce((sum, [, share]) => sum + share, 0);

/** Some people are registered in their own script. */
const OWN_SCRIPT = {
  ar: ['ليلى عمر ياسمين كريم نور حسن', 'حداد ناصر خليل منصور صالح درويش'],
  fa: ['زهرا رضا مریم فرهاد', 'احمدی رحیمی کریمی حسینی'],
  ru: ['Анна Дмитрий Ольга Сергей Ирина', 'Соколова Петров Морозова Волков'],
  uk: ['Оксана Андрій Катерина Тарас', 'Шевченко Бондаренко Мельник Ткаченко'],
  ta: ['கவிதா சுரேஷ் நிலா அரவிந்த்', 'சிவகுமார் ராஜன் செல்வராஜ் குமரன்'],
  ti: ['ሰላም ኣቤል ሉዋም ፊልሞን', 'ተስፋይ ሃይለ ኪዳነ ወልዱ'],
  th: ['สมชาย มาลี นิรันดร์ กัญญา', 'ศรีสุข ชัยสิทธิ์ บุญมี รัตนะ'],
  zh: ['伟 小梅 军 丽华', '王 张 陈 刘'],
};

/** Languages that caseworkers speak; for the others somebody interprets. */
export const OFFICE_LANGUAGES = ['de', 'en', 'fr', 'it', 'es', 'pt', 'sq', 'sr'];
export const INTERPRETED = SHARES.map(([language]) => language).filter(
  (each) => !OFFICE_LANGUAGES.includes(each),
);

export function firstLanguage(choices) {
  let rest = choices.share() * TOTAL;
  return SHARES.find(([, share]) => (rest -= share) < 0)?.[0] ?? 'en';
}

/** How many of a hundred households have a language that is interpreted. */
export const shareOf = (language) => SHARES.find(([each]) => each === language)[1] / TOTAL;

/** First and last name, now and then in the script of the language. */
export function nameOf(language, choices) {
  const own = choices.share() < 0.3 ? OWN_SCRIPT[language] : undefined;
  const { first, last } = own ? { first: own[0].split(' '), last: own[1].split(' ') } : namesFor(language);
  return { first: choices.pick(first), last: choices.pick(last) };
}

/** 70 % one adult, 22 % a couple, 8 % with youths. */
export function householdSize(choices) {
  const share = choices.share();
  if (share < 0.7) return 1;
  return share < 0.92 ? 2 : choices.between(3, 4);
}
