import { inWords } from '#libs/effective';
import type { Aggregate } from '#libs/event-sourcing';
import type { ClientsExported } from './client-export.events.js';

interface Taken {
  readonly exportId: string;
  readonly at: string;
  readonly rows: number;
  /** To whom, in words that are equal for the same. */
  readonly to: string;
}

/** What one person took out. */
export interface ClientExport {
  readonly taken: readonly Taken[];
}

/** One stream per person who exports, so that her limit is decided in order. */
export const clientExport: Aggregate<ClientExport, ClientsExported> = {
  category: 'client-export',
  initial: { taken: [] },
  evolve: ({ taken }, { data, occurredAt: at }) => ({
    taken: [...taken, { exportId: data.exportId, at, rows: data.rows, to: toWhom(data) }],
  }),
};

/** To whom files go; the first exports said nothing of that, for they stayed in the chain. */
export const toWhom = ({
  recipient = null,
  recipientCountry = null,
  processor = null,
}: ClientsExported['data']): string => inWords({ recipient, recipientCountry, processor });
