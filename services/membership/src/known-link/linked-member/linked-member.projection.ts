import type { Projection } from '#libs/event-sourcing';
import type { KnownLinkEvent } from '../known-link.events.js';

export interface LinkedMemberRow {
  /** Of the two. */
  id: string;
  survivorId: string;
  mergedId: string;
}

const idOf = ({ survivorId, mergedId }: KnownLinkEvent['data']): string => `${survivorId}/${mergedId}`;

/** Who is counted as whom now. */
export const linkedMember: Projection<KnownLinkEvent, LinkedMemberRow> = {
  name: 'linked_member',
  of: ['known-link'],
  columns: { id: 'text', survivorId: 'text not null', mergedId: 'text not null' },
  key: 'id',
  indexes: ['"survivorId"'],
  on: {
    LinkLearned: ({ data }, rows) => rows.set(idOf(data), { id: idOf(data), ...data }),
    LinkUnlearned: ({ data }, rows) => rows.delete(idOf(data)),
  },
};
