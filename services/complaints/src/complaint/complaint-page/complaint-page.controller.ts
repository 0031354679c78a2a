import { Controller, Get, Param } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Allowed, MANAGERS, STORE_STAFF } from '#libs/access';
import { EventStore } from '#libs/event-store';
import { Answers, ParseId } from '#libs/http';
import { complaintFields } from '../complaint.answers.js';
import { complaint, unknownComplaint } from '../complaint.js';

const complaintPage = z.strictObject({
  ...complaintFields,
  timeZone: z.string(),
  openedOn: z.iso.date(),
  warnAt: z.iso.datetime(),
  warned: z.boolean(),
  version: z.int(),
});

@ApiTags('complaints')
@Controller('v1/complaints')
export class ComplaintPageController {
  constructor(private readonly events: EventStore) {}

  @Get(':complaintId')
  @Allowed(...STORE_STAFF, ...MANAGERS, 'auditor', 'integration', 'service')
  @ApiOperation({ summary: 'One complaint as it stands' })
  @Answers(complaintPage)
  async one(@Param('complaintId', ParseId) complaintId: string): Promise<z.infer<typeof complaintPage>> {
    const { state, version } = await this.events.see(complaint, complaintId);
    if (state.status === 'unknown') throw unknownComplaint(complaintId);
    const { opening, ...standing } = state;
    return { ...opening, ...standing, version };
  }
}
