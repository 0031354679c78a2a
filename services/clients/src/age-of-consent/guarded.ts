import { Rejection } from '#libs/event-sourcing';
import type { FieldsOf } from '../client/file-sections.config.js';
import { isMinor, type AgeOfConsent } from './age-of-consent.js';

/**
 * What a file says of who is not of age is kept once it names who consents to that for her (PIPL 31, GDPR 8). Answers by which policy
 * that was decided: none where another section is told, or nothing that policy speaks of. Refuses with `guardian-needed`, and with
 * `in-the-future` a birthday that is yet to come, whoever consents.
 */
export const guarded = (
  age: AgeOfConsent | null,
  clientId: string,
  section: string,
  fields: object,
): { readonly policyVersion?: string } => {
  if (age === null || section !== 'person') return {};
  const person: FieldsOf<'person'> = fields;
  if (person.birthday !== undefined && person.birthday > age.on)
    throw new Rejection('in-the-future', 'Her birthday is on a day to come: correct it.', {
      ...{ clientId, today: age.on },
    });
  const isNamed = person.guardianName !== undefined && person.guardianRelation !== undefined;
  if (isNamed || isMinor(age, person) !== true) return { policyVersion: age.policyVersion };
  const sentence = 'She is not of age: say who consents to her file, and what she is to her.';
  const missing = ['guardianName', 'guardianRelation'] as const;
  throw new Rejection('guardian-needed', sentence, {
    ...{ clientId, ageOfConsent: age.years },
    missing: missing.filter((field) => person[field] === undefined),
  });
};
