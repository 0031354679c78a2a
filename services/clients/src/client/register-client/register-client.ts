import type { Decide } from '#libs/event-sourcing';
import type { AgeOfConsent } from '../../age-of-consent/age-of-consent.js';
import { guarded } from '../../age-of-consent/guarded.js';
import { textToAgreeTo, type Texts } from '../../consent-text/consent-text.js';
import { alreadyRegistered } from '../already-registered.js';
import type { ClientEvent, FileSectionUpdated } from '../client.events.js';
import type { Client } from '../client.js';
import type { Contact, SealedContact } from '../contact.js';
import type { SealedSection } from '../file-sealing.js';
import type { FileFields } from '../file-sections.config.js';

export class RegisterClient {
  constructor(
    readonly data: {
      readonly clientId: string;
      readonly storeId: string;
      readonly contact: Contact;
      /** The notice she was told when her file was opened, the one in force when undefined; null where nobody was there to tell her. */
      readonly purposeNotice: string | null | undefined;
      readonly registeredAt: string;
      /** What else is told of her at once, as of then. */
      readonly file?: FileFields;
    },
  ) {}
}

/**
 * A client is registered once, with all that is told of her; her contact and file come sealed. Refuses with
 * `client-already-registered`, `unknown-text`, `text-not-in-force` and `guardian-needed`.
 */
export const registerClient =
  (
    { envelope, claims }: SealedContact,
    sections: readonly SealedSection[],
    texts: Texts | null,
    age: AgeOfConsent | null,
  ): Decide<RegisterClient, Client, ClientEvent> =>
  ({ data: { clientId, storeId, purposeNotice, file, registeredAt: occurredAt } }, client) => {
    if (client.status !== 'unknown') throw alreadyRegistered(clientId);
    const told =
      texts === null || purposeNotice === null ? {} : { purposeNotice: noticeOf(texts, purposeNotice) };
    const data = { clientId, storeId, contact: envelope, ...told };
    const updated = sections.map((section): FileSectionUpdated => ({
      ...{ type: 'FileSectionUpdated', occurredAt, storeId },
      ...guarded(age, clientId, section.section, file?.person ?? {}),
      data: { clientId, storeId, ...section },
    }));
    return [{ type: 'ClientRegistered', occurredAt, storeId, claims, data }, ...updated];
  };

const noticeOf = (texts: Texts, told: string | undefined): string =>
  textToAgreeTo(texts, 'purpose-notice', told).version;
