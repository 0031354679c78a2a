import { Body, Controller, Header, HttpCode, Inject, Post, StreamableFile } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allowed, MANAGERS, principal } from '#libs/access';
import { newId, type Committed } from '#libs/event-store';
import type { Clock } from '#libs/event-sourcing';
import { AnswersFile, Code, OneOf, Optional, SomeOf } from '#libs/http';
import { CLOCK } from '#libs/service';
import { SECTION_NAMES, type SectionName } from '../../client/file-sections.config.js';
import { refuseClosed } from '../../client/refuse-closed.js';
import { FORMATS, REASONS, type Format, type Reason } from '../client-export.events.js';
import { ExportedFilesQuery } from '../exported-files.query.js';
import { SPREADSHEETS } from '../spreadsheet.process.js';
import { ExportClients } from './export-clients.js';

class ExportClientsBody {
  /** Every store that you may see, when left out. */
  @Optional()
  @Code({ example: 'sh-01' })
  storeId?: string;

  @OneOf(FORMATS)
  format!: Format;

  @OneOf(REASONS)
  reason!: Reason;

  /** Where more is written about it, such as the number of a letter; never a person. */
  @Optional()
  @Code({ max: 64 })
  reference?: string;

  /** Sections of files to take out, too; none when left out. */
  @Optional()
  @SomeOf(SECTION_NAMES)
  sections?: SectionName[];
}

@ApiTags('clients')
@Controller('v1/client-exports')
export class ExportClientsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly files: ExportedFilesQuery,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Who, when and why is recorded before the first byte leaves. With the same `Idempotency-Key` it is one export. */
  @Post()
  @HttpCode(200)
  @Allowed(...MANAGERS)
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'Take client files out, as a spreadsheet; limits hold per export and per day' })
  @AnswersFile(SPREADSHEETS.csv.type, SPREADSHEETS.xlsx.type)
  async take(@Body() { storeId, format, reason, reference, sections: asked = [] }: ExportClientsBody) {
    const { role } = principal()!;
    refuseClosed(role, asked);
    const sections = SECTION_NAMES.filter((name) => asked.includes(name));
    const exportId = newId('export');
    const clientIds = await this.files.idsOf(storeId);
    const told = { exportId, storeId: storeId ?? null, format, reason, reference: reference ?? null };
    const what = { role, rows: clientIds.length, sections };
    const exportedAt = this.clock.now().toISOString();
    await this.commands.execute<ExportClients, Committed>(
      new ExportClients({ ...told, ...what, exportedAt }),
    );
    await this.files.noteTaken(clientIds);
    const { type, write } = SPREADSHEETS[format];
    const disposition = `attachment; filename="clients-${exportId}.${format}"`;
    return new StreamableFile(write(this.files.rowsOf(clientIds, sections)), { type, disposition });
  }
}
