import { Body, Controller, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Allowed } from '#libs/access';
import type { Clock } from '#libs/event-sourcing';
import type { Committed } from '#libs/event-store';
import { Answers, Code, committed, ParseId } from '#libs/http';
import { CLOCK } from '#libs/service';
import { ReleaseIdentity } from './release-identity.js';

class ReleaseIdentityBody {
  /** A word of the chain's own list. */
  @Code({ max: 40, example: 'new-provider' })
  reason!: string;
}

@ApiTags('staff')
@Controller('v1/staff')
export class ReleaseIdentityController {
  constructor(
    private readonly commands: CommandBus,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Post(':staffId/identity/removal')
  @HttpCode(200)
  @Allowed('hq-admin')
  @ApiOperation({
    summary:
      'Forget who she is at the chain’s provider, so that another of its persons can be bound; she is signed out',
  })
  @Answers(z.strictObject(committed))
  release(
    @Param('staffId', ParseId) staffId: string,
    @Body() { reason }: ReleaseIdentityBody,
  ): Promise<Committed> {
    const at = this.clock.now().toISOString();
    return this.commands.execute(new ReleaseIdentity({ staffId, reason, at }));
  }
}
