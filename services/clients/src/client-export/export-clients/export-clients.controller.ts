import { Body, Controller, Header, HttpCode, Inject, Post, StreamableFile } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { EXPORT_PURPOSES, type ExportPurpose } from '#contracts/clients/export-purposes';
import { Allowed, MANAGERS, principal } from '#libs/access';
import { newId, type Committed } from '#libs/event-store';
import type { Clock } from '#libs/event-sourcing';
import { AnswersFile, Code, Country, OneOf, Optional, SomeOf, Text } from '#libs/http';
import { CLOCK } from '#libs/service';
import { SECTION_NAMES, type SectionName } from '../../client/file-sections.config.js';
import { refuseClosed } from '../../client/refuse-closed.js';
import { FORMATS, REASONS, type Format, type Reason } from '../client-export.events.js';
import { consentsNeeded } from '../consents-needed.js';
import { GivenToQuery } from '../given-to.query.js';
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

  /** What for, `administration` when left out. For marketing, only clients leave who consent to it. */
  @Optional()
  @OneOf(EXPORT_PURPOSES)
  purpose?: ExportPurpose;

  /**
   * Whom outside the chain they are given to, by the name of the company, never of a person; they stay in the chain when left
   * out. Only clients leave who consent to `third-party`, and each can see to whom.
   */
  @Optional()
  @Text({ max: 100, example: 'Shanghai Courier Ltd' })
  recipient?: string;

  /**
   * The country of the recipient, who is named with it, an office of the chain’s own too; within the chain’s own country when left
   * out. Where it is another, only clients leave who consent to `transfer-abroad` as well, and each can see to where.
   */
  @Optional()
  @Country()
  recipientCountry?: string;

  /**
   * In place of a recipient: who works for the salon, see `/v1/processors`. What is agreed today must name the store, the purpose,
   * `contact` and the sections. No consent to `third-party` is needed, to `transfer-abroad` where it or who it passes work on to is abroad.
   */
  @Optional()
  @Code({ example: 'text-messages' })
  processorId?: string;

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
    private readonly givenTo: GivenToQuery,
  ) {}

  /** Who, when, why, what for and to whom is recorded before the first byte leaves. With the same `Idempotency-Key` it is one export. */
  @Post()
  @HttpCode(200)
  @Allowed(...MANAGERS)
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'Take client files out, as a spreadsheet; limits hold per export and per day' })
  @AnswersFile(SPREADSHEETS.csv.type, SPREADSHEETS.xlsx.type)
  async take(@Body() body: ExportClientsBody) {
    const { storeId, format, reason, reference, sections: asked = [] } = body;
    const { purpose = 'administration', recipient, recipientCountry, processorId } = body;
    const { role } = principal()!;
    refuseClosed(role, asked);
    const sections = SECTION_NAMES.filter((name) => asked.includes(name));
    const exportId = newId('export');
    const toGive = { purpose, storeId, sections, recipient, recipientCountry, processorId };
    const given = await this.givenTo.of(toGive);
    const needed = consentsNeeded({ purpose, ...given });
    const clientIds = await this.files.idsOf(storeId, needed);
    const told = { exportId, storeId: storeId ?? null, format, reason, reference: reference ?? null };
    const what = { role, rows: clientIds.length, sections, purpose, ...given };
    const exportedAt = this.clock.now().toISOString();
    await this.commands.execute<ExportClients, Committed>(
      new ExportClients({ ...told, ...what, exportedAt }),
    );
    await this.files.noteTaken(clientIds, { exportId, purpose, sections }, given);
    const { type, write } = SPREADSHEETS[format];
    const disposition = `attachment; filename="clients-${exportId}.${format}"`;
    const rows = this.files.rowsOf(clientIds, sections, needed, () => this.givenTo.checkStill(toGive, given));
    return new StreamableFile(write(rows), { type, disposition });
  }
}
