import { Body, Controller, Inject, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Allowed } from '#libs/access';
import { commandContext, type Committed } from '#libs/event-store';
import type { Clock } from '#libs/event-sourcing';
import { Answers, committed, OneOf, ParseId } from '#libs/http';
import { CLOCK } from '#libs/service';
import { KnownClientQuery } from '../../client/known-client.query.js';
import { ERASURE_REASONS, type ErasureReason } from '../erasure.events.js';
import { ErasureProcess } from '../erasure.process.js';
import { OrderErasure } from './order-erasure.js';

class OrderErasureBody {
  @OneOf(ERASURE_REASONS)
  reason!: ErasureReason;
}

@ApiTags('clients')
@Controller('v1/clients/:clientId/erasure')
export class OrderErasureController {
  constructor(
    private readonly commands: CommandBus,
    private readonly clients: KnownClientQuery,
    private readonly erasures: ErasureProcess,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** When this answers she is unreadable; other services follow, as the certificate shows. */
  @Post()
  @Allowed('hq-admin', 'privacy-officer')
  @ApiOperation({
    summary: 'Erase a client for ever: what tells who she is goes, what she did stays, of nobody',
  })
  @Answers(z.strictObject({ erasureId: z.uuid(), ...committed }), { status: 201 })
  async order(
    @Param('clientId', ParseId) clientId: string,
    @Body() { reason }: OrderErasureBody,
  ): Promise<Committed & { erasureId: string }> {
    const { storeId } = await this.clients.one(clientId);
    const orderedBy = commandContext().actor ?? null;
    const orderedAt = this.clock.now().toISOString();
    const ordered = await this.commands.execute<OrderErasure, Committed>(
      new OrderErasure({ clientId, storeId, reason, orderedBy, orderedAt }),
    );
    await this.erasures.carryOut(clientId);
    return { erasureId: clientId, ...ordered };
  }
}
