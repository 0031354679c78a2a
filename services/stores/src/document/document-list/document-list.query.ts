import { Injectable } from '@nestjs/common';
import { page, type Page } from '#libs/http';
import { ScopedReads, Views } from '#libs/service';
import type { Content, Kind } from '../document.events.js';
import { codeOf } from '../document.js';
import { TodayQuery } from '../today.query.js';
import type { VersionRow } from './document-version.projection.js';

export type ListedVersion = Omit<VersionRow, 'place'>;

export interface ListedDocument {
  readonly code: string;
  readonly storeId: string | null;
  readonly version: number;
  readonly effectiveFrom: string;
  readonly content: Content;
}

interface Asked {
  readonly cursor?: string | undefined;
  readonly limit?: number | undefined;
  readonly minPosition?: number | undefined;
}

export interface Search extends Asked {
  readonly storeId?: string | undefined;
  readonly on?: string | undefined;
  readonly text?: string | undefined;
  readonly situation?: string | undefined;
  readonly post?: string | undefined;
  readonly stage?: string | undefined;
}

@Injectable()
export class DocumentListQuery {
  constructor(
    private readonly reads: ScopedReads,
    private readonly views: Views,
    private readonly today: TodayQuery,
  ) {}

  /** Documents of a kind in force on a day, by code: a store's own before the chain's. Urgency ends with its campaign. */
  async inForce(kind: Kind, search: Search): Promise<Page<ListedDocument>> {
    const { cursor = '', limit = 100, minPosition, storeId, text, situation, post, stage } = search;
    await this.views.reached('document_version', minPosition);
    const day = search.on ?? (await this.today.in(storeId));
    const rows = await this.reads.query<ListedDocument>(
      `select code, "storeId", version, "effectiveFrom", content from (
         select distinct on (code) * from (
           select distinct on (code, "storeId") * from document_version
            where kind = $1 and code > $2 and "effectiveFrom" <= $3 and ("storeId" is null or "storeId" = $4)
            order by code, "storeId", "effectiveFrom" desc, version desc
         ) held where jsonb_typeof(content) <> 'null' order by code, "storeId" nulls last
       ) followed
       where ($5::text is null or position(lower($5) in lower(content::text)) > 0)
         and ($6::text is null or content->>'situation' = $6)
         and ($7::text is null or coalesce(content->'posts', '[]') = '[]' or content->'posts' ? $7)
         and ($8::text is null or coalesce(content->'stages', '[]') = '[]' or content->'stages' ? $8)
         and coalesce(content->>'campaignEndsOn', $3) >= $3
       order by code limit $9`,
      [kind, cursor, day, storeId, text, situation, post, stage, limit + 1],
    );
    return page(rows, limit, ({ code }) => code);
  }

  /** Every version there was and will be of one document, with those of single stores. */
  async versions(kind: Kind, code: string, asked: Asked): Promise<Page<ListedVersion>> {
    const { cursor = '', limit = 100, minPosition } = asked;
    await this.views.reached('document_version', minPosition);
    const rows = await this.reads.query<VersionRow>(
      'select * from document_version where kind = $1 and code = $2 and place > $3 order by place limit $4',
      [kind, codeOf(code), cursor, limit + 1],
    );
    const { items, nextCursor } = page(rows, limit, ({ place }) => place);
    return { items: items.map(({ place, ...version }) => version), nextCursor };
  }
}
