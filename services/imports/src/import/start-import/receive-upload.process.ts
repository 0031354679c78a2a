import { BadRequestException, Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import multipart, { type MultipartFile } from '@fastify/multipart';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { MOST_BYTES } from '../../imports.config.js';
import { InvalidMapping } from '../../mapping/invalid-mapping.js';
import { parseMappingText, type AnyMapping } from '../../mapping/any-mapping.js';
import { SpoolFile, type SpooledFile } from '../spool-file.process.js';

const MOST_MAPPING = 1024 ** 2;

/** What is asked to be imported. */
export interface Upload {
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

/** Receives what is uploaded, part by part: the file goes to the disk, the mapping is read. */
@Injectable()
export class ReceiveUpload implements OnModuleInit {
  constructor(
    private readonly http: HttpAdapterHost,
    private readonly spool: SpoolFile,
    @Inject(MOST_BYTES) private readonly mostBytes: number,
  ) {}

  onModuleInit(): void {
    const fastify = this.http.httpAdapter.getInstance<FastifyInstance>();
    // Not awaited: that would begin to start the server, before it knows how failures are answered.
    void fastify.register(multipart, {
      limits: { fileSize: this.mostBytes, fieldSize: MOST_MAPPING, files: 2 },
    });
  }

  /** What was kept of one that is refused is dropped again. */
  async receive(request: FastifyRequest): Promise<Upload> {
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
}
