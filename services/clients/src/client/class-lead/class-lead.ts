import { Rejection, type Decide } from '#libs/event-sourcing';
import type { ClientEvent, LeadClass } from '../client.events.js';
import type { Client } from '../client.js';
import { unknownLead } from '../known-client.js';

export class ClassLead {
  constructor(
    readonly data: { readonly clientId: string; readonly leadClass: LeadClass; readonly classedAt: string },
  ) {}
}

/** Class C is filed and costs little effort; she stays a lead, in the list, for as long as she is one (CL-60). */
export const classLead: Decide<ClassLead, Client, ClientEvent> = ({ data }, client) => {
  const { clientId, leadClass, classedAt: occurredAt } = data;
  if (client.status === 'unknown') throw unknownLead(clientId);
  if (client.status === 'client') {
    throw new Rejection('not-a-lead', 'She is a client, and classes of leads are none of clients.', {
      clientId,
    });
  }
  if (client.leadClass === leadClass) return [];
  const { storeId } = client;
  return [{ type: 'LeadClassed', occurredAt, storeId, data: { clientId, storeId, leadClass } }];
};
