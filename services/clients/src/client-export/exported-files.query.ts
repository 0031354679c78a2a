import { Injectable } from '@nestjs/common';
import { EventStore } from '#libs/event-store';
import { ScopedReads, Views } from '#libs/service';
import { client } from '../client/client.js';
import { ContactsQuery } from '../client/contacts.query.js';
import { openWith, type FileFields, type SectionName } from '../client/file-sections.config.js';
import { FilesQuery } from '../client/files.query.js';
import { HealthAccessQuery } from '../health/health-access.query.js';
import { Readings } from '../reading/readings.process.js';
import { fileColumns } from './file-cells.js';

/** Cells of a row, the names of columns first. */
export type Table = AsyncGenerator<readonly string[]>;

const COLUMNS = ['clientId', 'storeId', 'status', 'since', 'name', 'phone', 'memberNumber', 'email'] as const;
type Opened = Partial<Record<(typeof COLUMNS)[number], string>> & { readonly file: FileFields };

/** Opened at a time: enough to keep the database busy, and no more. */
const AT_ONCE = 50;
const NOTED_AT_ONCE = 500;

/** Client files as they leave the chain. */
@Injectable()
export class ExportedFilesQuery {
  constructor(
    private readonly events: EventStore,
    private readonly contacts: ContactsQuery,
    private readonly files: FilesQuery,
    private readonly access: HealthAccessQuery,
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
  async *rowsOf(clientIds: readonly string[], sections: readonly SectionName[]): Table {
    const { names, cellsOf } = fileColumns(sections);
    yield [...COLUMNS, ...names];
    for (let at = 0; at < clientIds.length; at += AT_ONCE) {
      for (const { file, ...columns } of await this.opened(clientIds.slice(at, at + AT_ONCE), sections))
        yield [...COLUMNS.map((column) => columns[column] ?? ''), ...cellsOf(file)];
    }
  }

  private async opened(clientIds: readonly string[], sections: readonly SectionName[]): Promise<Opened[]> {
    const loaded = await Promise.all(clientIds.map((clientId) => this.events.load(client, clientId)));
    const known = loaded.flatMap(({ state }, at) =>
      state.status === 'unknown' ? [] : [{ clientId: clientIds[at]!, known: state }],
    );
    const contacts = await this.contacts.readMany(known);
    const files = await this.files.readMany(known, sections);
    const open = await Promise.all(known.map(({ clientId }) => this.openOf(clientId, sections)));
    return known.flatMap(({ clientId, known: { storeId, status, since } }, at) => {
      const contact = contacts[at]!;
      if (contact === 'erased') return [];
      const file = pick(files[at]!, open[at]!);
      return [{ clientId, storeId, status, since, ...contact, file }];
    });
  }

  /** What tells of her health leaves only with her consent to that. */
  private async openOf(clientId: string, sections: readonly SectionName[]): Promise<SectionName[]> {
    const asks = openWith(false, sections).length < sections.length;
    return openWith(asks && (await this.access.consents(clientId, 'health')), sections);
  }
}

const pick = (file: FileFields, sections: readonly SectionName[]): FileFields =>
  Object.fromEntries(sections.map((section) => [section, file[section]]));
