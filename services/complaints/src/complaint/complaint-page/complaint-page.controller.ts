import { Controller, Get, Param } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { EventStore } from '#libs/event-store';
import { ParseId } from '#libs/http';
import type { ComplaintOpened } from '../complaint.events.js';
import { complaint, unknownComplaint, type KnownComplaint } from '../complaint.js';

type ComplaintPage = ComplaintOpened['data'] & Omit<KnownComplaint, 'opening'> & { version: number };

@ApiTags('complaints')
@Controller('v1/complaints')
export class ComplaintPageController {
  constructor(private readonly events: EventStore) {}

  @Get(':complaintId')
  @ApiOperation({ summary: 'One complaint as it stands' })
  async one(@Param('complaintId', ParseId) complaintId: string): Promise<ComplaintPage> {
    const { state, version } = await this.events.load(complaint, complaintId);
    if (state.status === 'unknown') throw unknownComplaint(complaintId);
    const { opening, ...standing } = state;
    return { ...opening, ...standing, version };
  }
}
