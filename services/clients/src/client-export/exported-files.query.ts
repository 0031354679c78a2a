import { Injectable } from '@nestjs/common';
import type { ConsentPurpose } from '#contracts/clients/consent-purposes';
import { EventStore } from '#libs/event-store';
import { ScopedReads, Views } from '#libs/service';
import { MinorsQuery } from '../age-of-consent/minors.query.js';
import { client } from '../client/client.js';
import { ContactsQuery } from '../client/contacts.query.js';
import { openWith, type FileFields, type SectionName } from '../client/file-sections.config.js';
import { FilesQuery } from '../client/files.query.js';
import type { Texts } from '../consent-text/consent-text.js';
import { ConsentTextsQuery } from '../consent-text/consent-texts.query.js';
import { consent } from '../consent/consent.js';
import { HealthAccessQuery } from '../health/health-access.query.js';
import type { ReadingPurpose, TakenOut } from '../reading/reading.events.js';
import { Readings } from '../reading/readings.process.js';
import { mayLeave, type Leaving } from './consents-needed.js';
import type { GivenTo } from './given-to.js';
import { fileColumns } from './file-cells.js';

/** Cells of a row, the names of columns first. */
export type Table = AsyncGenerator<readonly string[]>;

const COLUMNS = ['clientId', 'storeId', 'status', 'since', 'name', 'phone', 'memberNumber', 'email'] as const;
type Opened = Partial<Record<(typeof COLUMNS)[number], string>> & { readonly file: FileFields };

type Taken = Omit<TakenOut, 'abroad' | 'sections'> & { readonly sections: readonly SectionName[] };
type ToTake = Omit<Taken, 'recipient' | 'processorId'>;

const VIEWS = ['client_of_store', 'merged_client'];
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
    private readonly texts: ConsentTextsQuery,
    private readonly minors: MinorsQuery,
    private readonly reads: ScopedReads,
    private readonly views: Views,
    private readonly readings: Readings,
  ) {}

  /** Whose files they are: those of the stores that whoever asks may see, of clients who consent to all that is needed. */
  async idsOf(storeId: string | undefined, needed: readonly ConsentPurpose[]): Promise<string[]> {
    const head = await this.events.head();
    await this.views.reached(VIEWS, head);
    const rows = await this.reads.query<Leaving & { readonly clientId: string }>(
      `select *, exists (select from merged_client as gone where gone."clientId" = one."clientId") as merged
         from client_of_store as one where ($1::text is null or "storeId" = $1) order by "clientId"`,
      [storeId],
    );
    const texts = await this.textsOf(new Set(rows.map((row) => row.storeId)));
    return rows.filter(mayLeave(needed, (one) => texts.get(one)!)).map(({ clientId }) => clientId);
  }

  /** Each of them can ask who took hers out. */
  async noteTaken(
    clientIds: readonly string[],
    toTake: ToTake,
    { recipient, recipientCountry, processor }: GivenTo,
  ): Promise<void> {
    const worksForUs = processor === null ? {} : { processorId: processor.processorId };
    const takenOut: Taken = { ...toTake, recipient, ...worksForUs };
    const purpose = readAs(takenOut);
    for (let at = 0; at < clientIds.length; at += NOTED_AT_ONCE) {
      const some = clientIds.slice(at, at + NOTED_AT_ONCE);
      for (const one of await this.toNote(some, takenOut, recipientCountry))
        await this.readings.note({ ...one, what: 'export', purpose });
    }
  }

  /** What leaves the country is noted apart where it is sensitive. */
  private async toNote(
    clientIds: readonly string[],
    takenOut: Taken,
    country: string | null,
  ): Promise<{ clientIds: readonly string[]; takenOut: TakenOut }[]> {
    if (country === null) return [{ clientIds, takenOut }];
    const minors = await this.minorsAmong(clientIds);
    const ofHealth = await Promise.all(clientIds.map((id) => this.tellsOfHealth(id, takenOut.sections)));
    return [true, false].map((sensitive) => ({
      clientIds: clientIds.filter((_clientId, at) => (minors[at]! || ofHealth[at]!) === sensitive),
      takenOut: { ...takenOut, abroad: { country, sensitive } },
    }));
  }

  /** All of a minor is sensitive (PIPL 28); of whose age her file says nothing, as she was when she last consented. */
  private async minorsAmong(clientIds: readonly string[]): Promise<boolean[]> {
    const known = await Promise.all(clientIds.map((clientId) => this.events.load(client, clientId)));
    const minors = await this.minors.among(
      clientIds.map((clientId, at) => ({ clientId, client: known[at]!.state })),
    );
    const consents = await Promise.all(clientIds.map((clientId) => this.events.load(consent, clientId)));
    return minors.map((minor, at) => minor ?? consents[at]!.state.minor);
  }

  private async tellsOfHealth(clientId: string, sections: readonly SectionName[]): Promise<boolean> {
    const open = await this.openOf(clientId, sections);
    return openWith(false, open).length < open.length;
  }

  /**
   * As the log has them now, without those who were erased, or let it no longer: read as they are written. Breaks off where `checkStill`
   * refuses, so that what was half written is not taken for all of it.
   */
  async *rowsOf(
    clientIds: readonly string[],
    sections: readonly SectionName[],
    needed: readonly ConsentPurpose[],
    checkStill: () => Promise<void>,
  ): Table {
    const { names, cellsOf } = fileColumns(sections);
    yield [...COLUMNS, ...names];
    for (let at = 0; at < clientIds.length; at += AT_ONCE) {
      await checkStill();
      const letting = await this.letting(clientIds.slice(at, at + AT_ONCE), needed);
      for (const { file, ...columns } of await this.opened(letting, sections))
        yield [...COLUMNS.map((column) => columns[column] ?? ''), ...cellsOf(file)];
    }
  }

  private async letting(clientIds: readonly string[], needed: readonly ConsentPurpose[]): Promise<string[]> {
    const lets = await Promise.all(clientIds.map((clientId) => this.lets(clientId, needed)));
    return clientIds.filter((_clientId, at) => lets[at]);
  }

  private async lets(clientId: string, needed: readonly ConsentPurpose[]): Promise<boolean> {
    const given = await Promise.all(needed.map((purpose) => this.access.consents(clientId, purpose)));
    return !given.includes(false);
  }

  private async textsOf(storeIds: ReadonlySet<string>): Promise<ReadonlyMap<string, Texts>> {
    return new Map(
      await Promise.all([...storeIds].map(async (id) => [id, await this.texts.inStore(id)] as const)),
    );
  }

  private async opened(clientIds: readonly string[], sections: readonly SectionName[]): Promise<Opened[]> {
    const loaded = await Promise.all(clientIds.map((clientId) => this.events.load(client, clientId)));
    const known = loaded.flatMap(({ state }, at) =>
      state.status === 'unknown' || state.restrictedAt !== null
        ? []
        : [{ clientId: clientIds[at]!, known: state }],
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

const readAs = ({ purpose, recipient, processorId }: Taken): ReadingPurpose => {
  if (recipient !== null && processorId === undefined) return 'disclosure';
  return purpose === 'administration' ? 'supervision' : 'marketing';
};

const pick = (file: FileFields, sections: readonly SectionName[]): FileFields =>
  Object.fromEntries(sections.map((section) => [section, file[section]]));
