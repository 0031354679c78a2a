import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { EventStore } from '#libs/event-store';
import { Rejection } from '#libs/event-sourcing';
import { page, type Page, PageQuery, ParseId } from '#libs/http';
import type { RefusedRow } from '../import.events.js';
import { historyImport } from '../import.js';

@ApiTags('imports')
@Controller('v1/imports/:importId/refused-rows')
export class RefusedRowsController {
  constructor(
    private readonly dataSource: DataSource,
    private readonly events: EventStore,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Rows that could not be taken, by number, with their reasons' })
  async list(
    @Param('importId', ParseId) importId: string,
    @Query() { cursor, limit = 500 }: PageQuery,
  ): Promise<Page<RefusedRow>> {
    const { version } = await this.events.load(historyImport, importId);
    if (version === 0)
      throw new Rejection('unknown-import', 'There is no import with this id.', { importId }, 'not-found');
    const rows = await this.dataSource.query<RefusedRow[]>(
      'select row, code, reason from refused_row where "importId" = $1 and row > $2 order by row limit $3',
      [importId, Number(cursor ?? 0) || 0, limit + 1],
    );
    return page(rows, limit, ({ row }) => String(row));
  }
}
