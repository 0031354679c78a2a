import { Body, Controller, Inject, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Allowed, MANAGERS, STORE_STAFF } from '#libs/access';
import { newId, type Committed } from '#libs/event-store';
import type { Clock } from '#libs/event-sourcing';
import { Answers, Code, committed, OneOf, Optional, Uuid } from '#libs/http';
import { CLOCK } from '#libs/service';
import { CATEGORIES, CHANNELS, type Category, type Channel } from '../complaint.events.js';
import { OpenComplaint } from './open-complaint.js';

class OpenComplaintBody {
  @Optional()
  @Uuid()
  complaintId?: string;

  @Code({ example: 'sh-01' })
  storeId!: string;

  @Optional()
  @Uuid()
  clientId?: string;

  /** The visit it is about. */
  @Optional()
  @Uuid()
  visitId?: string;

  @OneOf(CHANNELS)
  channel!: Channel;

  @Optional()
  @OneOf(CATEGORIES)
  category?: Category;
}

@ApiTags('complaints')
@Controller('v1/complaints')
export class OpenComplaintController {
  constructor(
    private readonly commands: CommandBus,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Post()
  @Allowed(...STORE_STAFF, ...MANAGERS, 'integration')
  @ApiOperation({ summary: 'Open a complaint; it is to be answered within 24 hours' })
  @Answers(z.strictObject({ complaintId: z.uuid(), ...committed }), { status: 201 })
  async open(@Body() body: OpenComplaintBody): Promise<Committed & { complaintId: string }> {
    const complaintId = body.complaintId ?? newId('complaint');
    const { storeId, channel, clientId = null, visitId = null, category = null } = body;
    const openedAt = this.clock.now().toISOString();
    const committed = await this.commands.execute<OpenComplaint, Committed>(
      new OpenComplaint({ complaintId, storeId, clientId, visitId, channel, category, openedAt }),
    );
    return { complaintId, ...committed };
  }
}
