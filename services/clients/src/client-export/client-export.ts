import type { Aggregate } from '#libs/event-sourcing';
import type { ClientsExported } from './client-export.events.js';

interface Taken {
  readonly exportId: string;
  readonly at: string;
  readonly rows: number;
}

/** What one person took out. */
export interface ClientExport {
  readonly taken: readonly Taken[];
}

/** One stream per person who exports, so that her limit is decided in order. */
export const clientExport: Aggregate<ClientExport, ClientsExported> = {
  category: 'client-export',
  initial: { taken: [] },
  evolve: ({ taken }, { data: { exportId, rows }, occurredAt: at }) => ({
    taken: [...taken, { exportId, at, rows }],
  }),
};
