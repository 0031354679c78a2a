import { Body, Controller, Inject, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Allowed, principal } from '#libs/access';
import type { Clock } from '#libs/event-sourcing';
import type { Committed } from '#libs/event-store';
import { Answers, Code, committed, Count, OneOf, Optional } from '#libs/http';
import { CLOCK } from '#libs/service';
import { STATEMENT } from '../signature.events.js';
import { SIGNERS, StandardPath } from '../standard-path.js';
import { SignStandard } from './sign-standard.js';

class SignatureBody {
  @Count()
  version!: number;

  /** Where the version is a store's own. */
  @Optional()
  @Code({ example: 'sh-01' })
  storeId?: string;

  /** Said in so many words, so that nobody signs by accident. */
  @OneOf([STATEMENT])
  statement!: typeof STATEMENT;
}

@ApiTags('documents')
@Controller('v1/documents/standard/:code/signatures')
export class SignStandardController {
  constructor(
    private readonly commands: CommandBus,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Post()
  @Allowed(...SIGNERS)
  @ApiOperation({ summary: 'Sign for yourself that you have a version of a standard and follow it' })
  @Answers(z.strictObject(committed), { status: 201 })
  sign(@Param() { code }: StandardPath, @Body() body: SignatureBody): Promise<Committed> {
    const { version, storeId = null, statement } = body;
    const who = { staffId: principal()!.subject, signedAt: this.clock.now().toISOString() };
    return this.commands.execute(new SignStandard({ code, version, storeId, statement, ...who }));
  }
}
