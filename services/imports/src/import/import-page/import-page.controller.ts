import { Controller, Get, Param } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Allowed } from '#libs/access';
import { Answers, ParseId } from '#libs/http';
import { ScopedReads } from '#libs/service';
import { STATUSES } from '../import.js';
import { StartedImportsQuery } from '../started-imports.query.js';
import { RunImports } from '../run-imports.process.js';

const count = z.int().nonnegative();

const importPage = z.strictObject({
  importId: z.uuid(),
  status: z.enum(STATUSES),
  fileName: z.string(),
  dryRun: z.boolean().describe('Nothing of it is kept'),
  progress: z
    .strictObject({ rows: count, rowsTotal: count, rowsPerSecond: count, secondsLeft: count.nullable() })
    .nullable()
    .describe('While it runs'),
  result: z
    .strictObject({ rows: count, visits: count, returns: count, clients: count.optional(), refused: count })
    .nullable()
    .describe('When it is complete'),
  failure: z.strictObject({ code: z.string(), message: z.string() }).nullable(),
  refused: z.record(z.string(), count).describe('Refused rows so far, by reason'),
});

@ApiTags('imports')
@Controller('v1/imports')
export class ImportPageController {
  constructor(
    private readonly started: StartedImportsQuery,
    private readonly imports: RunImports,
    private readonly reads: ScopedReads,
  ) {}

  @Get(':importId')
  @Allowed('hq-admin', 'integration', 'auditor')
  @ApiOperation({ summary: 'How far an import has come, or how it ended' })
  @Answers(importPage)
  async one(@Param('importId', ParseId) importId: string): Promise<z.infer<typeof importPage>> {
    const { status, result, failure, file } = await this.started.one(importId);
    const progress = this.imports.progress(importId);
    return {
      importId,
      status,
      fileName: file.fileName,
      dryRun: file.dryRun ?? false,
      progress,
      result,
      failure,
      refused: await this.refused(importId),
    };
  }

  private async refused(importId: string): Promise<Record<string, number>> {
    const rows = await this.reads.query<{ code: string; count: number }>(
      'select code, count(*) from refused_row where "importId" = $1 group by code order by code',
      [importId],
    );
    return Object.fromEntries(rows.map(({ code, count }) => [code, count]));
  }
}
