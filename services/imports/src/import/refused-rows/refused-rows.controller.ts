import { Controller, Get, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { page, PageQuery, type Page } from '#libs/http';
import type { RefusedRow } from '../import.events.js';

@ApiTags('imports')
@Controller('v1/imports/:importId/refused-rows')
export class RefusedRowsController {
  constructor(private readonly dataSource: DataSource) {}

  @Get()
  @ApiOperation({ summary: 'Rows that could not be taken, by number, with their reasons' })
  async list(
    @Param('importId', ParseUUIDPipe) importId: string,
    @Query() { cursor, limit = 500 }: PageQuery,
  ): Promise<Page<RefusedRow>> {
    const rows = await this.dataSource.query<RefusedRow[]>(
      'select row, code, reason from refused_row where "importId" = $1 and row > $2 order by row limit $3',
      [importId, Number(cursor ?? 0) || 0, limit + 1],
    );
    return page(rows, limit, ({ row }) => String(row));
  }
}
