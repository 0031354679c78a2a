import { Body, Controller, Inject, Param, Put } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Allowed, MANAGERS, STORE_STAFF } from '#libs/access';
import type { Committed } from '#libs/event-store';
import type { Clock } from '#libs/event-sourcing';
import { Answers, committed, OneOf, ParseId } from '#libs/http';
import { CLOCK } from '#libs/service';
import { LEAD_CLASSES, type LeadClass } from '../client.events.js';
import { ClassLead } from './class-lead.js';

class ClassLeadBody {
  @OneOf(LEAD_CLASSES)
  class!: LeadClass;
}

@ApiTags('clients')
@Controller('v1/leads/:clientId/class')
export class ClassLeadController {
  constructor(
    private readonly commands: CommandBus,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Put()
  @Allowed(...STORE_STAFF, ...MANAGERS)
  @ApiOperation({ summary: 'Say how much effort a lead is worth: A most, C little, and none is given up' })
  @Answers(z.strictObject(committed))
  class(
    @Param('clientId', ParseId) clientId: string,
    @Body() { class: leadClass }: ClassLeadBody,
  ): Promise<Committed> {
    const classedAt = this.clock.now().toISOString();
    return this.commands.execute(new ClassLead({ clientId, leadClass, classedAt }));
  }
}
