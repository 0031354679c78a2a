import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { commandContext, EventStore } from '#libs/event-store';
import { page, type Page } from '#libs/http';
import { Views } from '#libs/service';
import { document, documentId } from '../../document/document.js';

export interface ListedSignature {
  readonly staffId: string;
  readonly post: string;
  /** Null while she has not signed. */
  readonly signedAt: string | null;
}

interface Asked {
  readonly code: string;
  readonly version: number;
  readonly storeId?: string | undefined;
  readonly signed?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit?: number | undefined;
  readonly minPosition?: number | undefined;
}

@Injectable()
export class SignatureListQuery {
  constructor(
    private readonly dataSource: DataSource,
    private readonly views: Views,
    private readonly events: EventStore,
  ) {}

  /** Those of the asker's stores who are to sign a version: of its posts, or all of them when it names none. */
  async list(asked: Asked): Promise<Page<ListedSignature>> {
    const { code, version, storeId = null, signed, cursor = '', limit = 100, minPosition } = asked;
    await this.views.reached('signature', minPosition);
    const standard = documentId('standard', code, storeId);
    const { versions } = (await this.events.see(document, standard)).state;
    const content = versions.find((one) => one.version === version)?.content;
    const posts = (content?.['posts'] ?? []) as readonly string[];
    const { stores } = commandContext();
    const rows = await this.dataSource.query<ListedSignature[]>(
      `select s."staffId", s.post, g."signedAt" from staff_list s
         left join signature g on g."signatureId" = $1 || s."staffId"
        where s.status = 'employed' and s."staffId" > $2 and (cardinality($3::text[]) = 0 or s.post = any($3))
          and ($4::text[] is null or s."storeIds" ?| $4) and ($5::text is null or s."storeIds" ? $5)
          and ($6::boolean is null or (g."signedAt" is not null) = $6)
        order by s."staffId" limit $7`,
      [`${standard}#${version}/`, cursor, posts, stores ?? null, storeId, signed ?? null, limit + 1],
    );
    return page(rows, limit, ({ staffId }) => staffId);
  }
}
