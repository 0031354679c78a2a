import type { Projection } from '#libs/event-sourcing';
import type { Content, DocumentEvent, Kind } from '../document.events.js';
import { codeOf, documentId } from '../document.js';

export interface VersionRow {
  place: string;
  kind: Kind;
  code: string;
  storeId: string | null;
  version: number;
  effectiveFrom: string;
  content: Content | null;
  publishedAt: string;
}

/** Every version of every document. */
export const documentVersion: Projection<DocumentEvent, VersionRow> = {
  name: 'document_version',
  of: ['document'],
  columns: {
    place: 'text',
    kind: 'text not null',
    code: 'text not null',
    storeId: 'text',
    version: 'int not null',
    effectiveFrom: 'text not null',
    content: 'jsonb',
    publishedAt: 'timestamptz not null',
  },
  key: 'place',
  store: 'storeId',
  indexes: ['kind, code, "effectiveFrom"'],
  on: {
    DocumentPublished: ({ data, occurredAt: publishedAt }, rows) => {
      const { kind, code, storeId, version } = data;
      const place = `${documentId(kind, code, storeId)}#${String(version).padStart(6, '0')}`;
      rows.set(place, { ...data, place, code: codeOf(code), publishedAt });
    },
  },
};
