import { Injectable } from '@nestjs/common';
import { ScopedReads, Views } from '#libs/service';
import type { FileFields } from '../client/file-sections.config.js';
import { FilesQuery } from '../client/files.query.js';
import type { AnalysedFileRow } from './analysed-file/analysed-file.projection.js';

export interface AnalysedFile {
  readonly clientId: string;
  readonly storeId: string;
  readonly file: FileFields;
}

const SECTIONS = ['person', 'preferences', 'character'] as const;
const VIEWS = ['analysed_file', 'client_of_store', 'merged_client'];

/** Who is a client, stands for herself and is not hidden, and has told of her character. */
const CHARACTERS = `select file.* from analysed_file as file
    join client_of_store as one on one."clientId" = file."clientId" and status = 'client' and not restricted
   where json_typeof(file."character") = 'object' and file."clientId" > $1 and ($2::text is null or file."storeId" = $2)
     and not exists (select from merged_client as merged where merged."clientId" = file."clientId")
   order by file."clientId" limit $3`;

/** Opened for a moment, many at once, for whoever calls to count them or to choose among them. */
@Injectable()
export class AnalysedFilesQuery {
  constructor(
    private readonly reads: ScopedReads,
    private readonly files: FilesQuery,
    private readonly views: Views,
  ) {}

  async reached(minPosition: number | undefined): Promise<void> {
    await this.views.reached(VIEWS, minPosition);
  }

  /** Of clients of stores that whoever asks may see. */
  async characters(storeId: string | undefined, after: string, limit: number): Promise<AnalysedFile[]> {
    return this.opened(await this.reads.query<AnalysedFileRow>(CHARACTERS, [after, storeId ?? null, limit]));
  }

  /** By client, of those of these who told anything that is asked. */
  async of(clientIds: readonly string[]): Promise<ReadonlyMap<string, FileFields>> {
    const rows = await this.reads.query<AnalysedFileRow>(
      'select * from analysed_file where "clientId" = any($1)',
      [clientIds],
    );
    return new Map((await this.opened(rows)).map(({ clientId, file }) => [clientId, file]));
  }

  /** Nothing of who was erased: her key is gone. */
  private async opened(rows: readonly AnalysedFileRow[]): Promise<AnalysedFile[]> {
    const some = rows.map(({ clientId, ...row }) => ({ clientId, known: { file: sealedIn(row) } }));
    const files = await this.files.readMany(some, SECTIONS);
    return rows.map(({ clientId, storeId }, at) => ({ clientId, storeId, file: files[at]! }));
  }
}

const sealedIn = (row: Pick<AnalysedFileRow, (typeof SECTIONS)[number]>) =>
  Object.fromEntries(
    SECTIONS.flatMap((section) => (row[section] === null ? [] : [[section, { sealed: row[section] }]])),
  );
