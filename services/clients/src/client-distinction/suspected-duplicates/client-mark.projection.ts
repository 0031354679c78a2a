import { ignored, type Projection } from '#libs/event-sourcing';
import type { ClientEvent } from '../../client/client.events.js';
import type { Marks } from './marks.js';

export type ToldMarks = Partial<Marks<number>>;

/** A fact with hashes of what is sealed in it; none where that is gone, or says nothing of who she may be. */
export type MarkedEvent = ClientEvent & { readonly marks?: ToldMarks };

export interface ClientMarkRow extends Marks<number> {
  clientId: string;
  storeId: string;
}

type Contact = Extract<MarkedEvent, { type: 'LeadAdded' | 'ClientRegistered' | 'ContactChanged' }>;
type Rows = Parameters<(typeof clientMark)['on']['LeadAdded']>[1];

const NONE = { email: null, name: null, birthday: null, phoneEnd: null };

const marked = ({ data: { clientId, storeId }, marks }: Contact, rows: Rows): void => {
  if (marks === undefined) {
    rows.delete(clientId);
    return;
  }
  rows.set(clientId, { ...NONE, clientId, storeId, ...rows.get(clientId), ...marks });
};

/** By what clients are alike: keyed hashes, from which nobody learns what they were made of. */
export const clientMark: Projection<MarkedEvent, ClientMarkRow> = {
  name: 'client_mark',
  of: ['client'],
  columns: {
    clientId: 'text',
    storeId: 'text not null',
    email: 'bigint',
    name: 'bigint',
    birthday: 'bigint',
    phoneEnd: 'bigint',
  },
  key: 'clientId',
  store: 'storeId',
  indexes: ['email', 'name, birthday', 'name, "phoneEnd"', '"storeId"'],
  reads: ({ data }) => [data.clientId],
  on: {
    LeadAdded: marked,
    LeadQualified: ignored,
    ClientRegistered: (event, rows) => {
      if (event.data.contact !== null) marked(event, rows); // who was a lead has her marks already
    },
    ContactChanged: marked,
    FileSectionUpdated: ({ data: { clientId }, marks }, rows) => {
      const row = rows.get(clientId);
      if (row !== undefined && marks !== undefined) rows.set(clientId, { ...row, ...marks });
    },
    FileReviewed: ignored,
    LeadClassed: ignored,
    ClientLost: ignored,
    ClientWonBack: ignored,
    ClientRestricted: ignored, // whoever asks is told nothing of her
    ClientErased: ({ data: { clientId } }, rows) => rows.delete(clientId),
  },
};
