import { Body, Controller, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Allowed, HEADQUARTERS } from '#libs/access';
import type { Clock } from '#libs/event-sourcing';
import type { Committed } from '#libs/event-store';
import { Answers, Code, committed, Day } from '#libs/http';
import { CLOCK } from '#libs/service';
import { EndMedicalLicence } from './end-medical-licence.js';

class EndMedicalLicenceBody {
  /** The first day on which the store has none. */
  @Day()
  effectiveFrom!: string;

  /** A word of the chain's own list. */
  @Code({ max: 40, example: 'suspended' })
  reason!: string;
}

@ApiTags('stores')
@Controller('v1/stores/:storeId/medical-licences/end')
export class EndMedicalLicenceController {
  constructor(
    private readonly commands: CommandBus,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Post()
  @HttpCode(200)
  @Allowed(...HEADQUARTERS)
  @ApiOperation({ summary: 'Say that a store has no medical licence from a day on: suspended, or withdrawn' })
  @Answers(z.strictObject(committed))
  end(@Param('storeId') storeId: string, @Body() body: EndMedicalLicenceBody): Promise<Committed> {
    const { effectiveFrom, reason } = body;
    const endedAt = this.clock.now().toISOString();
    return this.commands.execute(new EndMedicalLicence({ storeId, effectiveFrom, reason, endedAt }));
  }
}
