import type { Envelope } from '#libs/privacy';

/** What tells who she is and how to reach her. In plain only here, never in a fact, a view, a claim or a message. */
export interface Contact {
  readonly name?: string;
  readonly phone?: string;
  readonly memberNumber?: string;
  readonly email?: string;
}

/** Ready for the log: the fields sealed, and what she alone may claim. */
export interface SealedContact {
  readonly envelope: Envelope;
  readonly claims: readonly string[];
}

/** Reads and seals one person's contact, in a moment. */
export interface ContactSealing {
  read(known: { readonly contact: Envelope; readonly sealedFor: string }): Contact;
  seal(contact: Contact): SealedContact;
  claimsOf(contact: Contact): readonly string[];
}

/** As somebody may send it: fields left out, null, or blank are not given. */
export type GivenContact = { readonly [Field in keyof Contact]?: string | null };

export const contactOf = ({ name, phone, memberNumber, email }: GivenContact): Contact => ({
  ...field('name', name),
  ...field('phone', phone),
  ...field('memberNumber', memberNumber),
  ...field('email', email),
});

const field = (name: keyof Contact, given: string | null | undefined): Contact => {
  const value = given?.trim() ?? '';
  return value === '' ? {} : { [name]: value };
};

/** Whether it tells who she is at all; an e-mail address alone does not. */
export const tellsWho = ({ name, phone, memberNumber }: Contact): boolean =>
  [name, phone, memberNumber].some((value) => value !== undefined);

/** A phone number as digits with its country code, without the zero of a trunk call; `countryCode` where it names none. */
export const normalPhone = (phone: string, countryCode: string): string => {
  const given = phone.normalize('NFKC').replace('(0)', '');
  const digits = given.replace(/\D/g, '');
  const whole = international(given, digits) ?? national(digits, countryCode);
  return whole.startsWith(`${countryCode}0`) ? countryCode + whole.slice(countryCode.length + 1) : whole;
};

const international = (given: string, digits: string): string | undefined => {
  if (/^[\s(]*\+/.test(given)) return digits;
  return digits.startsWith('00') ? digits.slice(2) : undefined;
};

const national = (digits: string, countryCode: string): string =>
  digits.startsWith(countryCode) && digits.length > LONGEST_NATIONAL ? digits : countryCode + digits;

/** Digits of a mobile number in China; what is longer has its country code in it. */
const LONGEST_NATIONAL = 11;

/** A member number as people mean it, whatever the case, the width of its letters and the space around it. */
export const normalNumber = (number: string): string => number.normalize('NFKC').trim().toUpperCase();
