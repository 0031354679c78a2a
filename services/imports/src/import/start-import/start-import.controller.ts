import {
  BadRequestException,
  Controller,
  HttpCode,
  Inject,
  Post,
  Req,
  type OnModuleInit,
} from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { ApiBody, ApiConsumes, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import multipart, { type MultipartFile } from '@fastify/multipart';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Allowed, principal } from '#libs/access';
import { derivedId, EventStore, newId } from '#libs/event-store';
import type { Clock } from '#libs/event-sourcing';
import { Answers } from '#libs/http';
import { CLOCK } from '#libs/service';
import { MOST_BYTES } from '../../imports.config.js';
import { InvalidMapping } from '../../mapping/invalid-mapping.js';
import { parseMappingText, type AnyMapping } from '../../mapping/any-mapping.js';
import { UnreadableFile } from '../../reading/unreadable-file.js';
import { scanFile } from '../../reading/scan-file.js';
import { historyImport, STATUSES, type Status } from '../import.js';
import { RunImports } from '../run-imports.process.js';
import { SpoolFile, type SpooledFile } from '../spool-file.process.js';
import { StartImport, startImport } from './start-import.js';

const IMPORTS = 'c0a8ff0e-31d6-5a7c-9f3b-8f6b5f1a2d44';
const MOST_MAPPING = 1024 ** 2;

interface Upload {
  readonly fileName: string;
  readonly file: SpooledFile;
  readonly mapping: AnyMapping;
  readonly dryRun: boolean;
}

/** What is in it is looked at when it is read; a name that promises something else is a mistake. */
const KINDS = /\.(?:csv|tsv|txt|xlsx|gz)$/i;
const UNKNOWN_KIND =
  'The name of the file must end in .csv, .tsv, .txt, .xlsx, or .gz of one of these but .xlsx.';

const BROKEN = 'The multipart body is broken: it has no boundary, or ends too early.';

const isBrokenMultipart = (error: unknown): boolean =>
  error instanceof Error && /multipart|unexpected end of (form|file)|malformed part/i.test(error.message);

/** Parts of an upload so far. */
interface Received {
  file: SpooledFile & { readonly fileName: string };
  mapping: string;
  dryRun: string;
}

@ApiTags('imports')
@Controller('v1/imports')
export class StartImportController implements OnModuleInit {
  constructor(
    private readonly http: HttpAdapterHost,
    private readonly events: EventStore,
    private readonly spool: SpoolFile,
    private readonly imports: RunImports,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(MOST_BYTES) private readonly mostBytes: number,
  ) {}

  onModuleInit(): void {
    const fastify = this.http.httpAdapter.getInstance<FastifyInstance>();
    // Not awaited: that would begin to start the server, before it knows how failures are answered.
    void fastify.register(multipart, {
      limits: { fileSize: this.mostBytes, fieldSize: MOST_MAPPING, files: 2 },
    });
  }

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
    const upload = await this.receive(request);
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

  private async receive(request: FastifyRequest): Promise<Upload> {
    if (!request.isMultipart()) {
      throw new BadRequestException('Send multipart/form-data with two parts: file and mapping.');
    }
    const received: Partial<Received> = {};
    try {
      return await this.receiveParts(request, received);
    } catch (error) {
      if (received.file !== undefined) await this.spool.drop(received.file.path);
      throw isBrokenMultipart(error) ? new BadRequestException(BROKEN, { cause: error }) : error;
    }
  }

  private async receiveParts(request: FastifyRequest, received: Partial<Received>): Promise<Upload> {
    for await (const part of request.parts()) {
      if (part.type === 'field' && part.fieldname === 'mapping') received.mapping = String(part.value);
      else if (part.type === 'field' && part.fieldname === 'dryRun') received.dryRun = String(part.value);
      else if (part.type === 'file' && part.fieldname === 'mapping')
        received.mapping = await this.textOf(part);
      else if (part.type === 'file' && part.fieldname === 'file') received.file = await this.keep(part);
      else
        throw new BadRequestException(
          `The part ${part.fieldname} is not known: send file, mapping and dryRun.`,
        );
    }
    const { file, mapping, dryRun = 'false' } = received;
    if (file === undefined) throw new BadRequestException('The part file is missing.');
    if (mapping === undefined) throw new BadRequestException('The part mapping is missing.');
    if (!/^(true|false)$/.test(dryRun)) throw new BadRequestException('The part dryRun is true or false.');
    return { fileName: file.fileName, file, mapping: this.readMapping(mapping), dryRun: dryRun === 'true' };
  }

  private async textOf({ file }: MultipartFile): Promise<string> {
    let text = '';
    for await (const piece of file.setEncoding('utf8')) {
      text += piece as string;
      if (text.length > MOST_MAPPING)
        throw new BadRequestException('The mapping is longer than any mapping.');
    }
    return text;
  }

  private async keep(part: MultipartFile): Promise<SpooledFile & { fileName: string }> {
    if (!KINDS.test(part.filename)) throw new BadRequestException(UNKNOWN_KIND);
    return { ...(await this.spool.keep(part.file)), fileName: part.filename };
  }

  private readMapping(text: string): AnyMapping {
    try {
      return parseMappingText(text);
    } catch (error) {
      if (!(error instanceof InvalidMapping)) throw error;
      throw new BadRequestException({
        errors: error.faults.map(({ path, message }) => ({ field: path, faults: [message] })),
      });
    }
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
