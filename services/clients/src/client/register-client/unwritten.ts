import { Rejection } from '#libs/event-sourcing';
import type { KnownClient } from '../client.js';
import { contactOf, type Contact, type ContactSealing } from '../contact.js';
import { saysTheSame } from '../file-sealing.js';
import type { FileFields, SectionName } from '../file-sections.config.js';
import { sectionsIn } from '../sections-in.js';

export const WRITTEN_ALREADY = 'file-written-already';

/** All that a file of the past tells of one, and what is known of her. */
interface Compared {
  readonly told: { readonly contact: Contact; readonly file: FileFields };
  readonly kept: {
    readonly contact: Contact;
    readonly file: Readonly<Record<string, object | 'erased'>>;
  };
}

/** What is told of her and nobody has written yet. */
export interface Unwritten {
  /** Her contact with what is told of it, too. */
  readonly contact: Contact;
  readonly sections: readonly SectionName[];
}

/**
 * What somebody has written is never written over from a file of the past: one section that says something else, or her
 * contact, and nothing is filled.
 */
export const unwritten = (
  { told, kept }: Compared,
  { sealedFor }: Pick<KnownClient, 'sealedFor'>,
  claimsOf: ContactSealing['claimsOf'],
): Unwritten => {
  const sections = sectionsIn(told.file);
  const others = sections.filter(
    (name) => kept.file[name] !== undefined && !saysTheSame(kept.file[name], told.file[name]!),
  );
  const contact = contactOf({ ...told.contact, ...kept.contact });
  // What was left out of it when it was changed is gone, and not to be filled.
  const standing = sealedFor === 'ContactChanged' ? kept.contact : contact;
  const another = CONTACT.filter((field) => told.contact[field] !== undefined).some(
    (field) => meant(field, told.contact, claimsOf) !== meant(field, standing, claimsOf),
  );
  if (others.length === 0 && !another)
    return { contact, sections: sections.filter((name) => kept.file[name] === undefined) };
  const sentence = 'Her file says something else already; nothing of it was changed.';
  throw new Rejection(WRITTEN_ALREADY, sentence, { sections: [...(another ? ['contact'] : []), ...others] });
};

const CONTACT = ['name', 'phone', 'memberNumber', 'email'] as const;

/** A phone and a member number mean the same however they are written. */
const meant = (
  field: keyof Contact,
  { [field]: said }: Contact,
  claimsOf: ContactSealing['claimsOf'],
): string | undefined => (said === undefined ? said : (claimsOf({ [field]: said })[0] ?? said));
