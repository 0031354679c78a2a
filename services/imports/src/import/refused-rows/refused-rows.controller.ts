import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Allowed } from '#libs/access';
import { Answers, Optional, page, pageOf, type Page, ParseId, WholeNumber } from '#libs/http';
import { ScopedReads } from '#libs/service';
import type { RefusedRow } from '../import.events.js';
import { StartedImportsQuery } from '../started-imports.query.js';

class RefusedRowsParameters {
  /** As `nextCursor` of the page before said. */
  @Optional()
  @WholeNumber()
  cursor?: number;

  @Optional()
  @WholeNumber({ min: 1, max: 500 })
  limit?: number;
}

const refusedRow = z.strictObject({ row: z.int(), code: z.string(), reason: z.string() });

@ApiTags('imports')
@Controller('v1/imports/:importId/refused-rows')
export class RefusedRowsController {
  constructor(
    private readonly reads: ScopedReads,
    private readonly started: StartedImportsQuery,
  ) {}

  @Get()
  @Allowed('hq-admin', 'integration', 'auditor')
  @ApiOperation({ summary: 'Rows that could not be taken, by number, with their reasons' })
  @Answers(pageOf(refusedRow))
  async list(
    @Param('importId', ParseId) importId: string,
    @Query() { cursor = 0, limit = 500 }: RefusedRowsParameters,
  ): Promise<Page<RefusedRow>> {
    await this.started.one(importId);
    const rows = await this.reads.query<RefusedRow>(
      'select row, code, reason from refused_row where "importId" = $1 and row > $2 order by row limit $3',
      [importId, cursor, limit + 1],
    );
    return page(rows, limit, ({ row }) => String(row));
  }
}
