import type { ClientRegistered, LeadAdded, LeadQualified } from '../client/client.events.js';
import type { SealedContact } from '../client/contact.js';

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
