import { ignored, type Projection } from '#libs/event-sourcing';
import type { Readable, ReadingEvent } from '../../reading/reading.events.js';

export interface AccountReadingRow {
  factId: string;
  account: string;
  clientId: string;
  /** As text, in UTC, it sorts as it should. */
  readAt: string;
  what: Readable;
}

/** Who read whom, found by who read; a part of Liren that read for itself is nobody’s account. */
export const accountReading: Projection<ReadingEvent, AccountReadingRow> = {
  name: 'account_reading',
  of: ['reading'],
  columns: {
    factId: 'text',
    account: 'text not null',
    clientId: 'text not null',
    readAt: 'text not null',
    what: 'text not null',
  },
  key: 'factId',
  indexes: ['account, "clientId", "readAt"', 'account, "readAt"'],
  on: {
    PersonalDataRead: ({ id: factId, actor, data: { clientId, what }, occurredAt: readAt }, rows) => {
      if (actor === null || actor.startsWith('service:')) return;
      rows.set(factId, { factId, account: actor, clientId, readAt, what });
    },
    ReadingRefused: ignored,
  },
};
