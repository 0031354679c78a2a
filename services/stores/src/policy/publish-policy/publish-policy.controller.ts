import { Body, Controller, Inject, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { policies } from '#contracts/stores/policies';
import { Allowed, HEADQUARTERS } from '#libs/access';
import type { Clock } from '#libs/event-sourcing';
import type { Committed } from '#libs/event-store';
import { Answers, checked, Code, Codes, committed, Day, JsonObject, Optional } from '#libs/http';
import { CLOCK } from '#libs/service';
import { policyNamed } from '../policy.js';
import { PublishPolicy } from './publish-policy.js';

class PublishPolicyBody {
  /** The store it overrides the chain's rule for; the whole chain, when left out. */
  @Optional()
  @Code({ example: 'sh-01' })
  storeId?: string;

  @Day()
  effectiveFrom!: string;

  /** As the schema of the policy has it. */
  @JsonObject()
  value!: Record<string, unknown>;

  /** Fields of the value that no store may have otherwise; for the chain’s rule alone. */
  @Optional()
  @Codes({ max: 50 })
  fixed?: string[];
}

@ApiTags('policies')
@Controller('v1/policies')
export class PublishPolicyController {
  constructor(
    private readonly commands: CommandBus,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Post(':name')
  @Allowed(...HEADQUARTERS)
  @ApiOperation({ summary: 'Publish a rule from a day on, for the chain or in its place for one store' })
  @Answers(z.strictObject(committed), { status: 201 })
  publish(@Param('name') given: string, @Body() body: PublishPolicyBody): Promise<Committed> {
    const name = policyNamed(given);
    const { storeId = null, effectiveFrom, fixed } = body;
    const { value } = checked(z.object({ value: policies[name] }), { value: body.value });
    const publishedAt = this.clock.now().toISOString();
    const published = { name, storeId, effectiveFrom, value, publishedAt };
    return this.commands.execute(
      new PublishPolicy(fixed === undefined ? published : { ...published, fixed }),
    );
  }
}
