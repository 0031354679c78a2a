import { Controller, Inject, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Allowed, MANAGERS, STORE_STAFF } from '#libs/access';
import type { Committed } from '#libs/event-store';
import type { Clock } from '#libs/event-sourcing';
import { Answers, committed, ParseId } from '#libs/http';
import { CLOCK } from '#libs/service';
import { QualifyLead } from './qualify-lead.js';

@ApiTags('clients')
@Controller('v1/leads/:clientId/qualification')
export class QualifyLeadController {
  constructor(
    private readonly commands: CommandBus,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Post()
  @Allowed(...STORE_STAFF, ...MANAGERS)
  @ApiOperation({ summary: 'Make a lead a client; changes nothing when she is one' })
  @Answers(z.strictObject({ clientId: z.uuid(), ...committed }), { status: 201 })
  async qualify(@Param('clientId', ParseId) clientId: string): Promise<Committed & { clientId: string }> {
    const qualifiedAt = this.clock.now().toISOString();
    const committed = await this.commands.execute<QualifyLead, Committed>(
      new QualifyLead({ clientId, visitId: null, qualifiedAt }),
    );
    return { clientId, ...committed };
  }
}
