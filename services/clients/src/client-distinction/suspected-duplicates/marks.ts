import type { Contact } from '../../client/contact.js';
import { normalPhone } from '../../client/contact.js';

/** What two cards of one person have in common, each as it is compared; null where she has none. */
export interface Marks<Mark> {
  readonly email: Mark | null;
  readonly name: Mark | null;
  readonly birthday: Mark | null;
  /** The last four digits of her phone. */
  readonly phoneEnd: Mark | null;
}

const PHONE_END = 4;

export const contactMarks = (
  { email, name, phone }: Contact,
  countryCode: string,
): Omit<Marks<string>, 'birthday'> => ({
  email: email === undefined ? null : plain(email),
  name: lettersOf(name),
  phoneEnd: phone === undefined ? null : normalPhone(phone, countryCode).slice(-PHONE_END),
});

const plain = (text: string): string => text.normalize('NFKC').trim().toLowerCase();

/** Whatever stands between its parts: `Li Na`, `li  na` and `LI-NA` are one name. */
const lettersOf = (name = ''): string | null =>
  plain(name)
    .match(/[\p{L}\p{M}\p{N}]+/gu)
    ?.join('') ?? null;
