import { Body, Controller, Inject, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Allowed, MANAGERS, STORE_STAFF } from '#libs/access';
import { derivedId, EventStore, type Committed } from '#libs/event-store';
import type { Clock } from '#libs/event-sourcing';
import { Answers, Code, committed, Optional, Uuid } from '#libs/http';
import { CLOCK } from '#libs/service';
import { referral } from '../referral.js';
import { IntroduceClient } from './introduce-client.js';

class IntroduceClientBody {
  @Optional()
  @Uuid()
  referralId?: string;

  @Uuid()
  introducerId!: string;

  @Uuid()
  introducedId!: string;

  @Code({ example: 'sh-01' })
  storeId!: string;
}

@ApiTags('referrals')
@Controller('v1/referrals')
export class IntroduceClientController {
  constructor(
    private readonly commands: CommandBus,
    private readonly events: EventStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Post()
  @Allowed(...STORE_STAFF, ...MANAGERS, 'integration')
  @ApiOperation({ summary: 'Say that one client introduced another, before she first pays' })
  @Answers(z.strictObject({ referralId: z.uuid(), ...committed }), { status: 201 })
  async introduce(@Body() body: IntroduceClientBody): Promise<Committed & { referralId: string }> {
    const { introducerId, introducedId, storeId } = body;
    const referralId = body.referralId ?? derivedId(introducedId, introducerId);
    const introducedAt = this.clock.now().toISOString();
    const committed = await this.commands.execute<IntroduceClient, Committed>(
      new IntroduceClient({ referralId, introducerId, introducedId, storeId, introducedAt }),
    );
    return {
      referralId: committed.appended ? referralId : await this.recordedId(introducedId),
      ...committed,
    };
  }

  /** The introduction may have been told before, under another id. */
  private async recordedId(introducedId: string): Promise<string> {
    const { state } = await this.events.load(referral, introducedId);
    return 'referralId' in state ? state.referralId : '';
  }
}
