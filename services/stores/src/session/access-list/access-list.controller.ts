import { Controller, Get, Inject } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { Allowed, type AccessList } from '#libs/access';
import type { Clock } from '#libs/event-sourcing';
import { Answers } from '#libs/http';
import { CLOCK } from '#libs/service';
import { accessList } from './access-list.query.js';

@ApiTags('sessions')
@Controller('v1/access')
export class AccessListController {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Allowed('service')
  @ApiOperation({ summary: 'Which keys tokens are signed with, and which sessions have ended; for services' })
  @Answers(
    z.strictObject({
      keys: z.array(z.looseObject({ kid: z.string() })),
      endedSessions: z.array(z.uuid()),
      epochs: z.record(z.string(), z.int()),
    }) as never as z.ZodType<AccessList>,
  )
  list(): Promise<AccessList> {
    return accessList(this.dataSource, this.clock);
  }
}
