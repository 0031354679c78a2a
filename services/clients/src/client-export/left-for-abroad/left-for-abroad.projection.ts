import { ignored, type Projection } from '#libs/event-sourcing';
import type { ReadingEvent } from '../../reading/reading.events.js';

export interface LeftForAbroadRow {
  /** Year and client: each counts once a year, however often she leaves. */
  id: string;
  /** In UTC. */
  year: number;
  clientId: string;
  /** Whether sensitive data of hers left in it. */
  sensitive: boolean;
}

const idOf = (occurredAt: string, clientId: string): string => `${occurredAt.slice(0, 4)} ${clientId}`;

/** Whose data left for abroad in which year; it stays counted when she is erased, for it left. */
export const leftForAbroad: Projection<ReadingEvent, LeftForAbroadRow> = {
  name: 'left_for_abroad',
  of: ['reading'],
  columns: {
    id: 'text',
    year: 'integer not null',
    clientId: 'text not null',
    sensitive: 'boolean not null',
  },
  key: 'id',
  indexes: ['year, sensitive'],
  reads: ({ data: { clientId, takenOut }, occurredAt }) =>
    takenOut?.abroad === undefined ? [] : [idOf(occurredAt, clientId)],
  on: {
    PersonalDataRead: ({ data: { clientId, takenOut }, occurredAt }, rows) => {
      if (takenOut?.abroad === undefined) return;
      const id = idOf(occurredAt, clientId);
      const sensitive = takenOut.abroad.sensitive || rows.get(id)?.sensitive === true;
      rows.set(id, { id, year: Number(occurredAt.slice(0, 4)), clientId, sensitive });
    },
    ReadingRefused: ignored,
  },
};
