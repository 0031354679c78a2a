import { ignored, type Projection } from '#libs/event-sourcing';
import type { ErasureEvent } from '../../erasure/erasure.events.js';
import type { HealthEvent } from '../health.events.js';

/** Of whom anything was ever noted, and nothing of what: the log shows no less. */
export interface NotedHealthRow {
  clientId: string;
  storeId: string;
}

export const notedHealth: Projection<HealthEvent | ErasureEvent, NotedHealthRow> = {
  name: 'noted_health',
  of: ['health', 'erasure'],
  columns: { clientId: 'text', storeId: 'text not null' },
  key: 'clientId',
  store: 'storeId',
  indexes: ['"storeId", "clientId"'],
  on: {
    HealthNoteTaken: ({ data: { clientId, storeId } }, rows) => rows.set(clientId, { clientId, storeId }),
    HealthNoteStruck: ignored,
    GlassBroken: ignored,
    ErasureOrdered: ignored,
    ErasureCarriedOut: ({ data: { clientId } }, rows) => rows.delete(clientId),
    ErasureReached: ignored,
  },
};
