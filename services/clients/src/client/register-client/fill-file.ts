import type { Decide } from '#libs/event-sourcing';
import type { AgeOfConsent } from '../../age-of-consent/age-of-consent.js';
import type { ClientEvent } from '../client.events.js';
import type { Client } from '../client.js';
import { contactChanged } from '../contact-changed.js';
import type { Contact, ContactSealing } from '../contact.js';
import type { FileSealing } from '../file-sealing.js';
import type { FileFields } from '../file-sections.config.js';
import { usableClient } from '../known-client.js';
import { sectionUpdated } from '../section-updated.js';
import { unwritten } from './unwritten.js';

export class FillFile {
  constructor(
    readonly data: {
      readonly clientId: string;
      readonly contact: Contact;
      readonly file: FileFields;
      readonly filledAt: string;
    },
  ) {}
}

/** How her contact and her file are opened and sealed. */
export interface Sealing {
  readonly contacts: ContactSealing;
  /** Null where nothing is told of her but her contact. */
  readonly files: FileSealing | null;
}

/** What a file of the past tells of somebody who is known goes where nobody has written anything; told again, it is nothing new. Refuses with `guardian-needed`. */
export const fillFile =
  ({ contacts, files }: Sealing, age: AgeOfConsent | null): Decide<FillFile, Client, ClientEvent> =>
  ({ data: { clientId, filledAt: at, ...told } }, client) => {
    const known = usableClient(clientId, client);
    const file = Object.fromEntries(
      Object.entries(files === null ? {} : known.file).map(([name, { sealed }]) => [
        name,
        files!.open(name, sealed),
      ]),
    );
    const kept = { contact: contacts.read(known), file };
    const { contact, sections } = unwritten({ told, kept }, known, contacts.claimsOf);
    return [
      ...contactChanged(contacts, { clientId, contact, changedAt: at }, known),
      ...sections.flatMap((section) =>
        sectionUpdated(files!, { clientId, section, fields: told.file[section]!, updatedAt: at }, known, age),
      ),
    ];
  };
