import { renderSVG } from 'uqr';
import type { LetterColumn, LetterFact, LetterView } from '../../../templates/letters/letter-view.js';
import type { PaperLink } from '../../links/index.js';
import { type HouseholdMail, householdBlock } from '../household-mail.js';
import { cleaned, isolated, type Wording } from '../notice-words.js';

/** What a letter is made of; the first wording is the reader's own. */
export interface LetterContent {
  readonly mail: Omit<HouseholdMail, 'isTranslated' | 'link'>;
  readonly wordings: readonly Wording[];
  /** Street, postcode and town of the household. */
  readonly street: string;
  readonly town: string;
  /** How the reader answers; null when a letter only tells. */
  readonly access: PaperLink | null;
}

/** The facts that must be on the first page. */
const FIRST = ['day', 'time', 'previous', 'place', 'bring'];

/** A letter in the reader's language beside German. */
export function letterOf(content: LetterContent): LetterView {
  const { mail, wordings, access } = content;
  const { office, contact } = mail.talk;
  const [first] = wordings;
  if (!first) throw new Error('A letter needs a language');
  return {
    office: {
      name: cleaned(office.name),
      sender: [office.name, ...office.addressLines].map(cleaned).join(', '),
      contact: [`${cleaned(office.phone)} (${cleaned(office.phoneHours)})`, cleaned(office.email)],
    },
    address: [`${contact.firstName} ${contact.lastName}`, content.street, content.town]
      .map(cleaned)
      .filter((line) => line !== ''),
    date: first.dates.numericDate(mail.now),
    columns: wordings.map((wording) => columnOf(content, wording)),
    answer: access && {
      qr: renderSVG(access.url, { border: 0, ecc: 'M' }),
      url: access.url,
      code: `${access.code.slice(0, 4)} ${access.code.slice(4)}`,
    },
  };
}

function columnOf({ mail, wordings, access }: LetterContent, wording: Wording): LetterColumn {
  const { t, language } = wording;
  const isTranslated = wordings.length > 1;
  const block = householdBlock({ ...mail, isTranslated, link: access?.url }, wording);
  const firstLabels = new Set(FIRST.map((name) => t(`common:${name}`)));
  const isFirst = ({ label }: LetterFact): boolean => firstLabels.has(label);
  const facts = block.facts.map((fact) => ({ ...fact, value: unbroken(fact.value) }));
  return {
    lang: language.bcp47.split('-')[0] ?? language.code,
    direction: language.direction,
    heading: block.heading,
    greeting: block.greeting,
    paragraphs: block.paragraphs,
    facts: facts.filter(isFirst),
    answer: {
      heading: t('letters:answer.heading'),
      ways: access
        ? [t('letters:answer.scan'), t('letters:answer.type', { address: isolated(access.codeAddress) })]
        : [],
    },
    more: {
      heading: t('letters:more'),
      facts: facts.filter((fact) => !isFirst(fact)),
      paragraphs: [...block.remarks, ...block.help].map(unbroken),
      small: block.small.map(unbroken),
    },
  };
}

/** A telephone number or a date is not broken over two lines: in a right-to-left column its parts would change places. */
function unbroken(text: string): string {
  return text.replaceAll(/\u2068[^\p{L}\u2069]*\u2069/gu, (piece) => piece.replaceAll(' ', '\u00a0'));
}

/** The words of a letter as staff read them later: without the code, which would open the page. */
export function letterText({ address, date, columns }: LetterView): string {
  const pages = columns.map((column) =>
    [
      column.heading,
      column.greeting,
      ...column.paragraphs,
      ...[...column.facts, ...column.more.facts].map(({ label, value }) => `• ${label}: ${value}`),
      ...column.more.paragraphs,
      ...column.more.small,
    ].join('\n'),
  );
  return [address.join('\n'), date, ...pages].join('\n\n');
}
