import { Controller, Get } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { ACCOUNT_ROLES, Allowed, principal } from '#libs/access';
import { EventStore } from '#libs/event-store';
import { Answers } from '#libs/http';
import { staff } from '../staff.js';

interface MySecondFactor {
  isSetUp: boolean;
  recoveryCodesLeft: number;
}

@ApiTags('staff')
@Controller('v1/staff/me/second-factor')
export class MySecondFactorController {
  constructor(private readonly events: EventStore) {}

  @Get()
  @Allowed(...ACCOUNT_ROLES, 'without-second-factor')
  @ApiOperation({
    summary: 'Whether a code is asked for when you sign in, and how many recovery codes are left',
  })
  @Answers(z.strictObject({ isSetUp: z.boolean(), recoveryCodesLeft: z.int().nonnegative() }))
  async mine(): Promise<MySecondFactor> {
    const { state } = await this.events.load(staff, principal()!.subject);
    const factor = state.status === 'unknown' ? null : state.secondFactor;
    return { isSetUp: factor !== null, recoveryCodesLeft: factor?.recoveryHashes.length ?? 0 };
  }
}
