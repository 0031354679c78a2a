import { BadRequestException, Controller, HttpCode, Inject, Post, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { FastifyRequest } from 'fastify';
import { Allowed, principal } from '#libs/access';
import { derivedId, EventStore, newId } from '#libs/event-store';
import type { Clock } from '#libs/event-sourcing';
import { Answers } from '#libs/http';
import { CLOCK } from '#libs/service';
import { UnreadableFile } from '../../reading/unreadable-file.js';
import { scanFile } from '../../reading/scan-file.js';
import { historyImport, STATUSES, type Status } from '../import.js';
import { RunImports } from '../run-imports.process.js';
import { SpoolFile } from '../spool-file.process.js';
import { ReceiveUpload, type Upload } from './receive-upload.process.js';
import { StartImport, startImport } from './start-import.js';

const IMPORTS = 'c0a8ff0e-31d6-5a7c-9f3b-8f6b5f1a2d44';

@ApiTags('imports')
@Controller('v1/imports')
export class StartImportController {
  constructor(
    private readonly uploads: ReceiveUpload,
    private readonly events: EventStore,
    private readonly spool: SpoolFile,
    private readonly imports: RunImports,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Post()
  @HttpCode(202)
  @Allowed('hq-admin', 'integration')
  @ApiOperation({
    summary:
      'Import bills of the past or client files from a spreadsheet; the same file again changes nothing',
  })
  @Answers(z.strictObject({ importId: z.uuid(), status: z.enum(STATUSES) }), { status: 202 })
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: {
      type: 'object',
      required: ['file', 'mapping'],
      properties: {
        file: { type: 'string', format: 'binary', description: 'CSV (also gzipped) or XLSX' },
        mapping: {
          type: 'string',
          description: 'JSON: which column is what, which rows are sales and returns',
        },
        dryRun: {
          type: 'string',
          enum: ['true', 'false'],
          description: 'Keep nothing; say what would become of the file',
        },
      },
    },
  })
  async start(@Req() request: FastifyRequest): Promise<{ importId: string; status: Status }> {
    const upload = await this.uploads.receive(request);
    const { fileName, file, mapping, dryRun } = upload;
    const importId = dryRun
      ? newId('dry run')
      : derivedId(IMPORTS, `${file.sha256} ${JSON.stringify(mapping)}`);
    const before = await this.events.load(historyImport, importId);
    if (before.state.status === 'completed') {
      await this.spool.drop(file.path);
      return { importId, status: 'completed' };
    }
    const path = await this.spool.give(file, importId);
    const scan = await this.scan(importId, path, upload);
    const occurredAt = this.clock.now().toISOString();
    const { sha256, bytes } = file;
    const { subject, stores } = principal()!;
    const command = new StartImport({
      importId,
      fileName,
      sha256,
      bytes,
      mapping,
      startedBy: { subject, stores },
      ...(dryRun ? { dryRun } : {}),
      occurredAt,
    });
    await this.events.transact(historyImport, importId, (state) => startImport(command, state));
    this.imports.begin(importId, scan);
    return { importId, status: 'running' };
  }

  /** The whole file is read once before anything is recorded, so that one that cannot be read leaves no trace. */
  private async scan(importId: string, path: string, { fileName, mapping }: Upload) {
    try {
      return await scanFile({ path, name: fileName }, mapping);
    } catch (error) {
      await this.spool.forget(importId);
      if (!(error instanceof UnreadableFile)) throw error;
      throw new BadRequestException(error.message, { cause: error });
    }
  }
}
