import { Body, Controller, Inject, Param, Put } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Allowed } from '#libs/access';
import type { Committed } from '#libs/event-store';
import type { Clock } from '#libs/event-sourcing';
import { Answers, Code, committed, Optional, ParseId, Uuid, Uuids } from '#libs/http';
import { CLOCK } from '#libs/service';
import { KEEPS_CLIENTS } from '../../client/client-roles.js';
import { ArrangeCompanions } from './arrange-companions.js';

class ArrangeCompanionsBody {
  /** Where they come. */
  @Code({ example: 'sh-01' })
  storeId!: string;

  /** Two or more; none when they do not come together any more. */
  @Uuids({ max: 50 })
  memberIds!: string[];

  /** Which of them the others follow; left out while nobody knows. */
  @Optional()
  @Uuid()
  leaderId?: string;
}

@ApiTags('clients')
@Controller('v1/companion-groups/:groupId')
export class ArrangeCompanionsController {
  constructor(
    private readonly commands: CommandBus,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Put()
  @Allowed(...KEEPS_CLIENTS)
  @ApiOperation({ summary: 'Say who comes together, and whom the others follow' })
  @Answers(z.strictObject(committed))
  arrange(
    @Param('groupId', ParseId) groupId: string,
    @Body() { storeId, memberIds, leaderId }: ArrangeCompanionsBody,
  ): Promise<Committed> {
    const arrangedAt = this.clock.now().toISOString();
    return this.commands.execute(
      new ArrangeCompanions({ groupId, storeId, memberIds, leaderId: leaderId ?? null, arrangedAt }),
    );
  }
}
