import { normalPhone, type Contact } from '../contact.js';

// She is found by words: single letters and pairs of Chinese, beginnings of all others. What is indexed and what is asked are
// cut alike, so a client who has all words that are asked may be meant; whether she is, her own text tells.

const RUNS = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]+|[\p{L}\p{N}\p{M}]+/gu;
const IDEOGRAPHS = /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/u;
/** As much of a word as is indexed: a mobile number of China with `0086` before it. */
const LONGEST = 15;
const SHORTEST_PHONE = 7;
const DIGITS = /^[+\d\s().-]+$/;

/** What stands above or below Latin letters, and at many a desk cannot be typed. */
const ACCENTS = /(?<=\p{sc=Latin})\p{M}+/gu;
const plain = (text: string): string =>
  text.normalize('NFKD').replace(ACCENTS, '').normalize('NFKC').toLowerCase();
/** What stands between the letters of a Chinese name says nothing: columns of names are spaced out to one width. */
const BETWEEN_IDEOGRAPHS =
  /(?<=[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}])[\s·]+(?=[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}])/gu;
const closedUp = (text: string): string => plain(text).replace(BETWEEN_IDEOGRAPHS, '');
const runsOf = (text: string): string[] => plain(text).match(RUNS) ?? [];
const pairs = (letters: readonly string[]): string[] =>
  letters.slice(1).map((letter, at) => letters[at]! + letter);

const wordsOfRun = (run: string): string[] => {
  const letters = Array.from(run);
  if (IDEOGRAPHS.test(run)) return [...letters, ...pairs(letters)];
  return letters.slice(0, LONGEST).map((_letter, at) => letters.slice(0, at + 1).join(''));
};

const wordsOfPhone = (phone: string, countryCode: string): string[] => {
  const written = spoken(phone, countryCode);
  return [...written, written[0]!.slice(-4)].map((digits) => digits.slice(0, LONGEST));
};

/** A phone as people say it: with its country code, `00` before that or not, and without it where it is this country's. */
const spoken = (phone: string, countryCode: string): string[] => {
  const digits = normalPhone(phone, countryCode);
  const national = digits.startsWith(countryCode) ? [digits.slice(countryCode.length)] : [];
  return [digits, `00${digits}`, ...national, ...national.map((one) => `0${one}`)];
};

const digitsOf = (text: string): string => plain(text).replace(/\D/g, '');

/** Of a member number of digits, whatever stands between them, its beginnings that could be asked for as a phone. */
const wordsOfNumber = (number: string): string[] => {
  if (!DIGITS.test(plain(number))) return [];
  const digits = Array.from(digitsOf(number)).slice(0, LONGEST);
  return digits.map((_digit, at) => digits.slice(0, at + 1).join('')).slice(SHORTEST_PHONE - 1);
};

export const wordsOfText = (text: string): string[] => runsOf(closedUp(text)).flatMap(wordsOfRun);

/** All that a contact is found by. */
export const wordsOfContact = (
  { name = '', phone, memberNumber = '', email = '' }: Contact,
  countryCode: string,
): string[] => [
  ...[name, memberNumber, email].flatMap(wordsOfText),
  ...wordsOfNumber(memberNumber),
  ...(email === '' ? [] : [exactly(email)]),
  ...(phone === undefined ? [] : wordsOfPhone(phone, countryCode)),
];

/** The word of a whole text, such as an e-mail address. */
export const exactly = (text: string): string => `=${plain(text.trim())}`;

/** The word of a store: who may see only some looks only through theirs. */
export const wordOfStore = (storeId: string): string => `@${storeId}`;

/** Digits of what was asked, where that may be a phone; it may be a member number as well. */
const askedDigits = (asked: string): string | undefined => {
  const given = plain(asked);
  if (!DIGITS.test(given)) return undefined;
  const digits = digitsOf(given.replace('(0)', ''));
  return digits.length < SHORTEST_PHONE ? undefined : digits;
};

/** Words that whoever is meant has, all of them; none when nothing was asked. */
export const askedWords = (asked: string): string[] => {
  const digits = askedDigits(asked);
  if (digits !== undefined) return [digits.slice(0, LONGEST)];
  const words = runsOf(asked).flatMap((run) => {
    const letters = Array.from(run);
    const isPairs = IDEOGRAPHS.test(run) && letters.length > 1;
    return isPairs ? pairs(letters) : [letters.slice(0, LONGEST).join('')];
  });
  return [...new Set(words)];
};

/** Whether she is meant: all that was asked stands somewhere in what is known of her. */
export const isMeant = (
  asked: string,
  { phone, ...contact }: Contact,
  others: readonly string[],
  countryCode: string,
): boolean => {
  const phones = phone === undefined ? [] : spoken(phone, countryCode);
  const texts = [...Object.values(contact), ...others].map(closedUp);
  const digits = askedDigits(asked);
  if (digits !== undefined) {
    const numbers = [...phones, digitsOf(contact.memberNumber ?? '')];
    return numbers.some((one) => one.startsWith(digits)) || texts.some((text) => text.includes(digits));
  }
  return runsOf(asked).every(
    (run) => texts.some((text) => text.includes(run)) || phones.some((one) => one.endsWith(run)),
  );
};
