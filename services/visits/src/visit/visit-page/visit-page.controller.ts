import { Controller, Get, Param } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { EventStore } from '#libs/event-store';
import { Rejection } from '#libs/event-sourcing';
import { ParseId } from '#libs/http';
import type { VisitCompleted } from '../visit.events.js';
import { leftOf, visit } from '../visit.js';

type VisitPage = VisitCompleted['data'] & { completedAt: string; stillPaidMinor: number; version: number };

@ApiTags('visits')
@Controller('v1/visits')
export class VisitPageController {
  constructor(private readonly events: EventStore) {}

  @Get(':visitId')
  @ApiOperation({ summary: 'One visit: its bill, and what stays paid after returns' })
  async one(@Param('visitId', ParseId) visitId: string): Promise<VisitPage> {
    const { state, version } = await this.events.load(visit, visitId);
    if (state.status === 'unknown') {
      throw new Rejection('unknown-visit', 'There is no visit with this id.', { visitId }, 'not-found');
    }
    const stillPaidMinor = state.bill.lines.reduce(
      (sum, { lineId }) => sum + leftOf(state, lineId).paidMinor,
      0,
    );
    return { ...state.bill, completedAt: state.completedAt, stillPaidMinor, version };
  }
}
