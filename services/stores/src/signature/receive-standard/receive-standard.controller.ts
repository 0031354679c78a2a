import { Body, Controller, Inject, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Allowed, principal } from '#libs/access';
import type { Clock } from '#libs/event-sourcing';
import type { Committed } from '#libs/event-store';
import { Answers, Code, committed, Count, Optional } from '#libs/http';
import { CLOCK } from '#libs/service';
import { SIGNERS, StandardPath } from '../standard-path.js';
import { ReceiveStandard } from './receive-standard.js';

class ReceiptBody {
  @Count()
  version!: number;

  /** Where the version is a store's own. */
  @Optional()
  @Code({ example: 'sh-01' })
  storeId?: string;
}

@ApiTags('documents')
@Controller('v1/documents/standard/:code/receipts')
export class ReceiveStandardController {
  constructor(
    private readonly commands: CommandBus,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Post()
  @Allowed(...SIGNERS)
  @ApiOperation({ summary: 'Say for yourself that you have a version of a standard' })
  @Answers(z.strictObject(committed), { status: 201 })
  receive(@Param() { code }: StandardPath, @Body() body: ReceiptBody): Promise<Committed> {
    const { version, storeId = null } = body;
    const who = { staffId: principal()!.subject, receivedAt: this.clock.now().toISOString() };
    return this.commands.execute(new ReceiveStandard({ code, version, storeId, ...who }));
  }
}
