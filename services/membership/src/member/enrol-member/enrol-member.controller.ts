import { Body, Controller, Inject, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Allowed, MANAGERS } from '#libs/access';
import type { Clock } from '#libs/event-sourcing';
import type { Committed } from '#libs/event-store';
import { Answers, Code, committed, Uuid } from '#libs/http';
import { CLOCK } from '#libs/service';
import { EnrolMember } from './enrol-member.js';

class EnrolMemberBody {
  @Uuid()
  clientId!: string;

  @Code({ example: 'sh-01' })
  storeId!: string;
}

@ApiTags('membership')
@Controller('v1/members')
export class EnrolMemberController {
  constructor(
    private readonly commands: CommandBus,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Post()
  @Allowed('front-desk', 'consultant', ...MANAGERS, 'integration')
  @ApiOperation({ summary: 'Enrol a client as a member; enrolling her again changes nothing' })
  @Answers(z.strictObject({ clientId: z.uuid(), ...committed }), { status: 201 })
  async enrol(@Body() { clientId, storeId }: EnrolMemberBody): Promise<Committed & { clientId: string }> {
    const occurredAt = this.clock.now().toISOString();
    const committed = await this.commands.execute<EnrolMember, Committed>(
      new EnrolMember({ clientId, storeId, reason: 'asked', occurredAt }),
    );
    return { clientId, ...committed };
  }
}
