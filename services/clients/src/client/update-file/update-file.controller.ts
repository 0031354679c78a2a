import { Body, Controller, Inject, Param, Put } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiBody, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Allowed, principal } from '#libs/access';
import type { Committed } from '#libs/event-store';
import { Rejection, type Clock } from '#libs/event-sourcing';
import { Answers, checked, committed, ParseId, schemaOf } from '#libs/http';
import { CLOCK } from '#libs/service';
import { KEEPS_CLIENTS } from '../client-roles.js';
import { isSection, SECTION_NAMES, SECTIONS } from '../file-sections.config.js';
import { refuseClosed } from '../refuse-closed.js';
import { UpdateFile } from './update-file.js';

const anySection = z.union(SECTION_NAMES.map((name) => SECTIONS[name].fields.meta({ title: name })));

@ApiTags('clients')
@Controller('v1/clients/:clientId/file/:section')
export class UpdateFileController {
  constructor(
    private readonly commands: CommandBus,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Put()
  @Allowed(...KEEPS_CLIENTS)
  @ApiOperation({ summary: 'Replace a section of her file' })
  @ApiParam({ name: 'section', enum: SECTION_NAMES })
  @ApiBody({ schema: schemaOf(anySection) })
  @Answers(z.strictObject(committed))
  update(
    @Param('clientId', ParseId) clientId: string,
    @Param('section') section: string,
    @Body() body: unknown,
  ): Promise<Committed> {
    if (!isSection(section)) {
      throw new Rejection('unknown-section', 'A file has no such section.', { section }, 'not-found');
    }
    refuseClosed(principal()!.role, [section]);
    const fields = checked(SECTIONS[section].fields, body);
    const updatedAt = this.clock.now().toISOString();
    return this.commands.execute(new UpdateFile({ clientId, section, fields, updatedAt }));
  }
}
