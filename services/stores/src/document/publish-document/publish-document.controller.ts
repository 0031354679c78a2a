import { Body, Controller, Inject, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiBody, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Allowed, HEADQUARTERS } from '#libs/access';
import type { Clock } from '#libs/event-sourcing';
import type { Committed } from '#libs/event-store';
import { Answers, checked, committed, schemaOf } from '#libs/http';
import { CLOCK } from '#libs/service';
import { DocumentPath } from '../document-path.js';
import { anyContent, CONTENTS } from '../kinds.config.js';
import { PublishDocument } from './publish-document.js';

const publication = (content: z.ZodType<Record<string, unknown>>) =>
  z.strictObject({
    /** For one store; for the chain when left out. */
    storeId: z.string().min(1).max(64).nullish(),
    effectiveFrom: z.iso.date(),
    /** Null: from that day there is none. */
    content: content.nullable(),
  });

@ApiTags('documents')
@Controller('v1/documents/:kind/:code/versions')
export class PublishDocumentController {
  constructor(
    private readonly commands: CommandBus,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Post()
  @Allowed(...HEADQUARTERS, 'service')
  @ApiOperation({
    summary: 'Publish the next version of a document, from a day on, for the chain or a store',
  })
  @ApiBody({ schema: schemaOf(publication(anyContent)) })
  @Answers(z.strictObject(committed), { status: 201 })
  publish(@Param() { kind, code }: DocumentPath, @Body() body: unknown): Promise<Committed> {
    const { storeId = null, effectiveFrom, content } = checked(publication(CONTENTS[kind]), body);
    const occurredAt = this.clock.now().toISOString();
    return this.commands.execute(
      new PublishDocument({ kind, code, storeId, effectiveFrom, content, occurredAt }),
    );
  }
}
