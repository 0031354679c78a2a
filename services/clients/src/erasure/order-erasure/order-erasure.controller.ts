import { Body, Controller, Inject, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Allowed } from '#libs/access';
import { commandContext, type Committed } from '#libs/event-store';
import type { Clock } from '#libs/event-sourcing';
import { Answers, committed, OneOf, ParseId } from '#libs/http';
import { CLOCK } from '#libs/service';
import { ClientLinksQuery } from '../../client-link/client-links.query.js';
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
    private readonly links: ClientLinksQuery,
    private readonly erasures: ErasureProcess,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * When this answers she is unreadable, with all files that are read as one person with hers; other services follow, as the
   * certificate of each shows. Whoever is no such person is parted from her before.
   */
  @Post()
  @Allowed('hq-admin', 'privacy-officer')
  @ApiOperation({
    summary: 'Erase a client for ever: what tells who she is goes, what she did stays, of nobody',
  })
  @Answers(
    z.strictObject({
      erasureId: z.uuid(),
      erasureIds: z.array(z.uuid()).describe('Of all files that were one person, hers among them'),
      ...committed,
    }),
    { status: 201 },
  )
  async order(
    @Param('clientId', ParseId) clientId: string,
    @Body() { reason }: OrderErasureBody,
  ): Promise<Committed & { erasureId: string; erasureIds: string[] }> {
    await this.clients.one(clientId);
    const { erasureIds, ...ordered } = await this.links.inTurn(() => this.orderOfPerson(clientId, reason));
    const position = Math.max(ordered.position, await this.erasures.carryOutAll(erasureIds));
    return { erasureId: clientId, erasureIds, ...ordered, position };
  }

  private async orderOfPerson(
    clientId: string,
    reason: ErasureReason,
  ): Promise<Committed & { erasureIds: string[] }> {
    const erasureIds = await this.links.personOf(clientId);
    const known = await Promise.all(erasureIds.map((id) => this.clients.one(id)));
    const files = known.map(({ storeId }, at) => ({ clientId: erasureIds[at]!, storeId }));
    const orderedBy = commandContext().actor ?? null;
    const orderedAt = this.clock.now().toISOString();
    const ordered = await this.commands.execute<OrderErasure, Committed>(
      new OrderErasure({ files, reason, orderedBy, orderedAt }),
    );
    return { erasureIds, ...ordered };
  }
}
