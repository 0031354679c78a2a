import { Controller, Get, Param } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { EventStore } from '#libs/event-store';
import { Rejection } from '#libs/event-sourcing';
import { ParseId } from '#libs/http';
import type { Result } from '../import.events.js';
import { historyImport, type Import, type Status } from '../import.js';
import { RunImports, type Progress } from '../run-imports.process.js';

interface ImportPage {
  importId: string;
  status: Status;
  fileName: string;
  /** While it runs. */
  progress: Progress | null;
  /** When it is complete. */
  result: Result | null;
  failure: Import['failure'];
  /** Refused rows so far, by reason. */
  refused: Record<string, number>;
}

@ApiTags('imports')
@Controller('v1/imports')
export class ImportPageController {
  constructor(
    private readonly events: EventStore,
    private readonly imports: RunImports,
    private readonly dataSource: DataSource,
  ) {}

  @Get(':importId')
  @ApiOperation({ summary: 'How far an import has come, or how it ended' })
  async one(@Param('importId', ParseId) importId: string): Promise<ImportPage> {
    const { state } = await this.events.load(historyImport, importId);
    if (state.file === null) {
      throw new Rejection('unknown-import', 'There is no import with this id.', { importId }, 'not-found');
    }
    const { status, result, failure, file } = state;
    const progress = this.imports.progress(importId);
    return {
      importId,
      status,
      fileName: file.fileName,
      progress,
      result,
      failure,
      refused: await this.refused(importId),
    };
  }

  private async refused(importId: string): Promise<Record<string, number>> {
    const rows = await this.dataSource.query<{ code: string; count: number }[]>(
      'select code, count(*) from refused_row where "importId" = $1 group by code order by code',
      [importId],
    );
    return Object.fromEntries(rows.map(({ code, count }) => [code, count]));
  }
}
