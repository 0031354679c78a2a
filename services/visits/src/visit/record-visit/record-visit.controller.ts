import { Body, Controller, Inject, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Allowed, MANAGERS, STORE_STAFF } from '#libs/access';
import { EventStore, newId, type Committed } from '#libs/event-store';
import type { Clock } from '#libs/event-sourcing';
import {
  Answers,
  Code,
  committed,
  Count,
  Instant,
  ListOf,
  Minor,
  OneOf,
  Optional,
  Text,
  toldAt,
  Uuid,
} from '#libs/http';
import { CLOCK } from '#libs/service';
import { ItemChecksQuery } from '../../contraindicated-item/item-checks.query.js';
import { DESPITE, PAYMENT_METHODS, type Despite, type PaymentMethod } from '../visit.events.js';
import { visit } from '../visit.js';
import { RecordVisit } from './record-visit.js';

class BillLineBody {
  @Optional()
  @Text({ max: 64 })
  lineId?: string;

  @Text({ max: 64, example: 'facial-60' })
  itemId!: string;

  @Optional()
  @Text({ max: 200 })
  description?: string;

  @Optional()
  @Count()
  quantity?: number;

  @Minor()
  paidMinor!: number;

  @Optional()
  @Text({ max: 64 })
  staffId?: string;
}

class PaymentBody {
  @OneOf(PAYMENT_METHODS)
  method!: PaymentMethod;

  @Minor()
  amountMinor!: number;
}

export class RecordVisitBody {
  @Optional()
  @Uuid()
  visitId?: string;

  @Code({ example: 'sh-01' })
  storeId!: string;

  /** Left out for a walk-in. */
  @Optional()
  @Uuid()
  clientId?: string;

  @ListOf(() => BillLineBody, { min: 1 })
  lines!: BillLineBody[];

  @Optional()
  @ListOf(() => PaymentBody, { max: 20 })
  payments?: PaymentBody[];

  /** Why she was given what speaks against her health, where that is known to whoever records it. */
  @Optional()
  @OneOf(DESPITE)
  despite?: Despite;

  /** Now, when left out. */
  @Optional()
  @Instant()
  completedAt?: string;
}

@ApiTags('visits')
@Controller('v1/visits')
export class RecordVisitController {
  constructor(
    private readonly commands: CommandBus,
    private readonly events: EventStore,
    private readonly checks: ItemChecksQuery,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Post()
  @Allowed(...STORE_STAFF, ...MANAGERS, 'integration')
  @ApiOperation({
    summary:
      'Record a completed visit with its bill; 409 `licence-needed` for a medical treatment at a store without, `contraindicated` for what is not for her, unless `despite` says why, `erased` of whom nothing is recorded any more: leave the client out',
  })
  @Answers(z.strictObject({ visitId: z.uuid(), ...committed }), { status: 201 })
  async record(@Body() body: RecordVisitBody): Promise<Committed & { visitId: string }> {
    const visitId = body.visitId ?? newId('visit');
    const completedAt = toldAt(body.completedAt, this.clock);
    const { clientId = null, storeId, lines, despite } = body;
    const itemIds = lines.map(({ itemId }) => itemId);
    await this.checks.check({ clientId, storeId, itemIds, at: completedAt, despite }, () =>
      this.isRecorded(visitId),
    );
    const committed = await this.commands.execute<RecordVisit, Committed>(
      new RecordVisit({
        visitId,
        clientId,
        storeId,
        lines: lines.map(lineOf),
        payments: body.payments ?? [],
        completedAt,
        ...(despite === undefined ? {} : { despite }),
      }),
    );
    return { visitId, ...committed };
  }

  private async isRecorded(visitId: string): Promise<boolean> {
    const { state } = await this.events.load(visit, visitId);
    return state.status === 'completed';
  }
}

const lineOf = ({ lineId, itemId, description, quantity, paidMinor, staffId }: BillLineBody, at: number) => ({
  lineId: lineId ?? String(at + 1),
  itemId,
  description: description ?? null,
  quantity: quantity ?? 1,
  paidMinor,
  staffId: staffId ?? null,
});
