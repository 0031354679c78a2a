import type { Projection } from '#libs/event-sourcing';
import type { KnownLinkEvent } from './known-link.events.js';
import { nameOf } from './known-link.js';

export interface LinkedClientRow {
  /** Of the two. */
  id: string;
  survivorId: string;
  mergedId: string;
}

/** Who is read as whom now. */
export const linkedClient: Projection<KnownLinkEvent, LinkedClientRow> = {
  name: 'linked_client',
  of: ['known-link'],
  columns: { id: 'text', survivorId: 'text not null', mergedId: 'text not null' },
  key: 'id',
  indexes: ['"survivorId"', '"mergedId"'],
  on: {
    LinkLearned: ({ data }, rows) => rows.set(nameOf(data), { id: nameOf(data), ...data }),
    LinkUnlearned: ({ data }, rows) => rows.delete(nameOf(data)),
  },
};

interface Survivors {
  /** A query by name that stands before it. */
  readonly first?: string;
  /** A table or named query of links. */
  readonly links?: string;
  /** A query for the clients to look for; all, when left out. */
  readonly of?: string;
}

/**
 * Begins a query: `survivor` says of each who was merged as whom she is read in the end. Links may be told in any order, so
 * for a moment they may make a circle: of that nobody is read as another.
 */
export const withSurvivors = ({ first, links = 'linked_client', of }: Survivors = {}): string => `
  with recursive ${first === undefined ? '' : `${first},`}
  read_as as (
    select "mergedId" as "clientId", "survivorId" from ${links}
     ${of === undefined ? '' : `where "mergedId" in (${of})`}
    union
    select read_as."clientId", up."survivorId"
      from read_as join ${links} as up on up."mergedId" = read_as."survivorId"
  ),
  survivor as (
    select "clientId", min("survivorId") as "survivorId" from read_as
     where not exists (select from ${links} as up where up."mergedId" = read_as."survivorId")
     group by "clientId"
  )`;
