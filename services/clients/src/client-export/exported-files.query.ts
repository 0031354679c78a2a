import { Injectable } from '@nestjs/common';
import { EventStore } from '#libs/event-store';
import { ScopedReads, Views } from '#libs/service';
import { client } from '../client/client.js';
import { ContactsQuery } from '../client/contacts.query.js';
import { Readings } from '../reading/readings.process.js';

/** Cells of a row, the names of columns first. */
export type Table = AsyncGenerator<readonly string[]>;

const COLUMNS = ['clientId', 'storeId', 'status', 'since', 'name', 'phone', 'memberNumber', 'email'] as const;
type Columns = Partial<Record<(typeof COLUMNS)[number], string>>;

/** Opened at a time: enough to keep the database busy, and no more. */
const AT_ONCE = 50;
const NOTED_AT_ONCE = 500;

/** Client files as they leave the chain. */
@Injectable()
export class ExportedFilesQuery {
  constructor(
    private readonly events: EventStore,
    private readonly contacts: ContactsQuery,
    private readonly reads: ScopedReads,
    private readonly views: Views,
    private readonly readings: Readings,
  ) {}

  /** Whose files they are: those of the stores that whoever asks may see. */
  async idsOf(storeId: string | undefined): Promise<string[]> {
    await this.views.reached('client_of_store', await this.events.head());
    const rows = await this.reads.query<{ clientId: string }>(
      `select "clientId" from client_of_store
        where ($1::text is null or "storeId" = $1) and not restricted order by "clientId"`,
      [storeId],
    );
    return rows.map(({ clientId }) => clientId);
  }

  /** Each of them can ask who took hers out. */
  async noteTaken(clientIds: readonly string[]): Promise<void> {
    for (let at = 0; at < clientIds.length; at += NOTED_AT_ONCE) {
      const some = clientIds.slice(at, at + NOTED_AT_ONCE);
      await this.readings.note({ clientIds: some, what: 'export', purpose: 'supervision' });
    }
  }

  /** As the log has them now, without those who were erased; read as they are written. */
  async *rowsOf(clientIds: readonly string[]): Table {
    yield COLUMNS;
    for (let at = 0; at < clientIds.length; at += AT_ONCE) {
      const some = await Promise.all(clientIds.slice(at, at + AT_ONCE).map((id) => this.fileOf(id)));
      for (const file of some) if (file !== undefined) yield COLUMNS.map((column) => file[column] ?? '');
    }
  }

  private async fileOf(clientId: string): Promise<Columns | undefined> {
    const { state } = await this.events.load(client, clientId);
    if (state.status === 'unknown') return undefined;
    const [contact] = await this.contacts.readMany([{ clientId, known: state }]);
    if (contact === undefined || contact === 'erased') return undefined;
    const { storeId, status, since } = state;
    return { clientId, storeId, status, since, ...contact };
  }
}
