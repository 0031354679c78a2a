import { ignored, type Projection } from '#libs/event-sourcing';
import type { ClientEvent } from '../client.events.js';

/** A fact with the tokens of what is sealed in it; none where that is gone, or is nothing to find her by. */
export type OpenedEvent = ClientEvent & { readonly tokens?: readonly string[] };

export interface ClientSearchRow {
  clientId: string;
  storeId: string;
  /** By part of her file, so that one can be replaced. */
  parts: Readonly<Record<string, readonly string[]>>;
  tokens: readonly string[];
}

type Contact = Extract<OpenedEvent, { type: 'LeadAdded' | 'ClientRegistered' | 'ContactChanged' }>;
type Rows = Parameters<(typeof clientSearch)['on']['LeadAdded']>[1];

const CONTACT = 'contact';

const withPart = (row: ClientSearchRow, part: string, tokens: readonly string[]): ClientSearchRow => {
  const parts = { ...row.parts, [part]: tokens };
  return { ...row, parts, tokens: [...new Set(Object.values(parts).flat())] };
};

const findable = ({ data: { clientId, storeId }, tokens }: Contact, rows: Rows): void => {
  if (tokens === undefined) {
    rows.delete(clientId);
    return;
  }
  const row = rows.get(clientId) ?? { clientId, storeId, parts: {}, tokens: [] };
  rows.set(clientId, withPart(row, CONTACT, tokens));
};

/** Who can be found by which tokens: keyed hashes of words, from which nobody learns the words. */
export const clientSearch: Projection<OpenedEvent, ClientSearchRow> = {
  name: 'client_search',
  of: ['client'],
  columns: {
    clientId: 'text',
    storeId: 'text not null',
    parts: 'json not null',
    tokens: 'bigint[] not null',
  },
  key: 'clientId',
  store: 'storeId',
  indexes: ['using gin (tokens) with (fastupdate = off)'],
  reads: ({ data }) => [data.clientId],
  on: {
    LeadAdded: findable,
    LeadQualified: ignored,
    ClientRegistered: (event, rows) => {
      if (event.data.contact !== null) findable(event, rows); // who was a lead can be found already
    },
    ContactChanged: findable,
    FileSectionUpdated: ({ data: { clientId, section }, tokens }, rows) => {
      const row = rows.get(clientId);
      if (row !== undefined && tokens !== undefined) rows.set(clientId, withPart(row, section, tokens));
    },
    FileReviewed: ignored,
    LeadClassed: ignored,
    ClientLost: ignored,
    ClientWonBack: ignored,
    ClientRestricted: ignored, // whoever asks is told nothing of her
    ClientErased: ({ data: { clientId } }, rows) => rows.delete(clientId),
  },
};
