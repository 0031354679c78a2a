import { Controller, Get, Param } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Allowed, MANAGERS, STORE_STAFF } from '#libs/access';
import { EventStore } from '#libs/event-store';
import { Rejection } from '#libs/event-sourcing';
import { Answers, ParseId } from '#libs/http';
import { PAYMENT_METHODS } from '../visit.events.js';
import { leftOf, visit } from '../visit.js';

const minor = z.int().nonnegative();

const visitPage = z.strictObject({
  visitId: z.uuid(),
  clientId: z.uuid().nullable().describe('Null for a walk-in'),
  storeId: z.string(),
  timeZone: z.string(),
  currency: z.string(),
  lines: z.array(
    z.strictObject({
      lineId: z.string(),
      itemId: z.string(),
      description: z.string().nullable(),
      quantity: z.int().positive(),
      paidMinor: minor,
      staffId: z.string().nullable(),
    }),
  ),
  payments: z.array(z.strictObject({ method: z.enum(PAYMENT_METHODS), amountMinor: minor })),
  paidMinor: minor,
  completedOn: z.iso.date(),
  completedAt: z.iso.datetime(),
  stillPaidMinor: minor,
  version: z.int(),
});

@ApiTags('visits')
@Controller('v1/visits')
export class VisitPageController {
  constructor(private readonly events: EventStore) {}

  @Get(':visitId')
  @Allowed(...STORE_STAFF, ...MANAGERS, 'finance', 'auditor', 'integration', 'service')
  @ApiOperation({ summary: 'One visit: its bill, and what stays paid after returns' })
  @Answers(visitPage)
  async one(@Param('visitId', ParseId) visitId: string): Promise<z.infer<typeof visitPage>> {
    const { state, version } = await this.events.see(visit, visitId);
    if (state.status === 'unknown') {
      throw new Rejection('unknown-visit', 'There is no visit with this id.', { visitId }, 'not-found');
    }
    const stillPaidMinor = state.bill.lines.reduce(
      (sum, { lineId }) => sum + leftOf(state, lineId).paidMinor,
      0,
    );
    const { despite: _ofHerHealth, ...bill } = state.bill;
    return { ...bill, completedAt: state.completedAt, stillPaidMinor, version };
  }
}
