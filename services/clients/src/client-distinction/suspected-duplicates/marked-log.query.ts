import type { Vault } from '#libs/privacy';
import type { ClientEvent } from '../../client/client.events.js';
import type { Contact } from '../../client/contact.js';
import type { Sealed } from '../../client/opened-log.query.js';
import type { ToldMarks } from './client-mark.projection.js';
import { contactMarks, type Marks } from './marks.js';

type Told = Readonly<Record<'marks', ToldMarks>>;

/** What a client has in common with others, as keyed hashes. */
export const markedIn =
  (vault: Vault, countryCode: string) =>
  ({ type, data }: ClientEvent): Sealed<Told> | undefined => {
    switch (type) {
      case 'LeadAdded':
      case 'ClientRegistered':
      case 'ContactChanged': {
        const { clientId, contact: envelope } = data;
        if (envelope === null) return undefined;
        const told = (contact: Contact) => ({ marks: hashed(vault, contactMarks(contact, countryCode)) });
        return { clientId, purpose: 'contact', field: 'contact', envelope, told };
      }
      case 'FileSectionUpdated': {
        const { clientId, section, sealed: envelope } = data;
        if (section !== 'person') return undefined;
        const told = ({ birthday = null }: { birthday?: string | null }) => ({
          marks: hashed(vault, { birthday }),
        });
        return { clientId, purpose: 'file', field: section, envelope, told };
      }
      default:
        return undefined;
    }
  };

const hashed = (vault: Vault, marks: Partial<Marks<string>>): ToldMarks =>
  Object.fromEntries(
    Object.entries(marks).map(([mark, value]) => [mark, value === null ? null : hashOf(vault, mark, value)]),
  );

/** As much of a keyed hash as a number holds exactly; of other words than those she is searched by. */
const hashOf = (vault: Vault, mark: string, value: string): number =>
  Number(Buffer.from(vault.index(`mark ${mark}`, value), 'base64url').readBigUInt64BE() >> 11n);
