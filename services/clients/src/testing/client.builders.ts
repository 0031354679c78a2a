import type { ClientLookedUp } from '../client-lookup/client-lookup.events.js';
import type { CareNoted } from '../care-log/care-log.events.js';
import type {
  ClientErased,
  ClientLost,
  ClientRegistered,
  ClientRestricted,
  ClientWonBack,
  ContactChanged,
  FileReviewed,
  FileSectionUpdated,
  LeadAdded,
  LeadClass,
  LeadClassed,
  LeadQualified,
} from '../client/client.events.js';
import type { Contact, ContactSealing, SealedContact } from '../client/contact.js';
import type { FileSealing } from '../client/file-sealing.js';

const clientId = '01900000-0000-7000-8000-00000000000c';
const storeId = 'sh-01';

/** Her contact as the log gets it. */
export const hers: SealedContact = {
  envelope: { v: 1, k: 1, iv: 'aXY=', ct: 'Y3Q=' },
  claims: ['phone:its-index', 'number:its-index'],
};

export const aClientRegistered = (): ClientRegistered => ({
  type: 'ClientRegistered',
  occurredAt: '2026-03-01T02:00:00.000Z',
  storeId,
  claims: hers.claims,
  data: { clientId, storeId, contact: hers.envelope },
});

export const aLeadAdded = (): LeadAdded => ({
  type: 'LeadAdded',
  occurredAt: '2026-02-20T02:00:00.000Z',
  storeId,
  claims: hers.claims,
  data: { clientId, storeId, source: 'walked by', contact: hers.envelope },
});

export const aLeadQualified = ({ visitId = null as string | null } = {}): LeadQualified => ({
  type: 'LeadQualified',
  occurredAt: '2026-03-01T02:00:00.000Z',
  storeId,
  data: { clientId, storeId, visitId },
});

/** What follows when a lead is qualified: she is a client, and how to reach her is as it was. */
export const theLeadRegistered = (): ClientRegistered => ({
  type: 'ClientRegistered',
  occurredAt: '2026-03-01T02:00:00.000Z',
  storeId,
  data: { clientId, storeId, contact: null },
});

/** What is sealed in a spec: the fields as they are, so that a decision can be seen. */
export const plainly = (fields: object): SealedContact['envelope'] => ({
  ...hers.envelope,
  ct: JSON.stringify(fields),
});

/** Opens and seals that. */
export const openly: FileSealing = {
  open: (_section, { ct }) => JSON.parse(ct) as object,
  seal: (_section, fields) => plainly(fields),
};

const claimsOf = ({ phone, memberNumber }: Contact): string[] => [
  ...(phone === undefined ? [] : [`phone:${phone}`]),
  ...(memberNumber === undefined ? [] : [`number:${memberNumber}`]),
];

/** The same for her contact; what she was registered with is a phone. */
export const plainContacts: ContactSealing = {
  read: ({ contact }) =>
    contact === hers.envelope ? { phone: 'its-index' } : (JSON.parse(contact.ct) as Contact),
  seal: (contact) => ({ envelope: plainly(contact), claims: claimsOf(contact) }),
  claimsOf,
};

export const aContactChanged = (contact: Contact): ContactChanged => ({
  type: 'ContactChanged',
  occurredAt: '2026-03-02T02:00:00.000Z',
  storeId,
  released: ['phone:its-index'],
  claims: ['phone:another'],
  data: { clientId, storeId, contact: plainly(contact) },
});

export const aFileSectionUpdated = (
  section = 'person',
  fields: object = { birthday: '1990-05-01' },
  occurredAt = '2026-03-02T02:00:00.000Z',
): FileSectionUpdated => ({
  type: 'FileSectionUpdated',
  occurredAt,
  storeId,
  data: { clientId, storeId, section, sealed: plainly(fields), filled: Object.keys(fields) },
});

export const aFileReviewed = (occurredAt = '2026-03-03T02:00:00.000Z'): FileReviewed => ({
  type: 'FileReviewed',
  occurredAt,
  storeId,
  data: { clientId, storeId },
});

export const aClientErased = (): ClientErased => ({
  type: 'ClientErased',
  occurredAt: '2026-03-05T02:00:00.000Z',
  storeId,
  released: hers.claims,
  data: { clientId, storeId },
});

export const aCareNoted = (): CareNoted => ({
  type: 'CareNoted',
  occurredAt: '2026-03-02T02:00:00.000Z',
  storeId,
  data: {
    ...{ clientId, careId: '01900000-0000-7000-8000-0000000000ca', visitId: null },
    ...{ sealed: hers.envelope, filled: ['feedback'] },
  },
});

export const aClientLookedUp = (
  of: string | null = clientId,
  told: Pick<ClientLookedUp['data'], 'withheld'> = {},
): ClientLookedUp => ({
  type: 'ClientLookedUp',
  occurredAt: '2026-03-02T02:00:00.000Z',
  storeId: 'sh-02',
  data: { lookupId: '01900000-0000-7000-8000-0000000000a5', clientId: of, reason: 'walked-in', ...told },
});

export const aLeadClassed = (leadClass: LeadClass): LeadClassed => ({
  type: 'LeadClassed',
  occurredAt: '2026-02-21T02:00:00.000Z',
  storeId,
  data: { clientId, storeId, leadClass },
});

export const aClientLost = (data: Partial<ClientLost['data']> = {}): ClientLost => ({
  type: 'ClientLost',
  occurredAt: '2026-04-01T02:00:00.000Z',
  storeId,
  data: { clientId, storeId, leftOn: '2026-03-30', reason: 'effect', status: 'client', ...data },
});

export const aClientRestricted = (): ClientRestricted => ({
  type: 'ClientRestricted',
  occurredAt: '2026-04-30T18:00:00.000Z',
  storeId,
  policyVersion: 'retention@1',
  data: { clientId, storeId },
});

export const aClientWonBack = (data: Partial<ClientWonBack['data']> = {}): ClientWonBack => ({
  type: 'ClientWonBack',
  occurredAt: '2026-05-01T02:00:00.000Z',
  storeId,
  data: { clientId, storeId, visitId: null, ...data },
});
