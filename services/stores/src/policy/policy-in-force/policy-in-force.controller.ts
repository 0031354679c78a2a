import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Allowed, ANYBODY } from '#libs/access';
import { Answers, Code, Day, Optional } from '#libs/http';
import { policyNamed } from '../policy.js';
import { PolicyInForceQuery } from './policy-in-force.query.js';

class PolicyParameters {
  /** The chain’s own rule, when left out. */
  @Optional()
  @Code({ example: 'sh-01' })
  storeId?: string;

  /** Today in the store, when left out. */
  @Optional()
  @Day()
  on?: string;
}

const version = {
  version: z.int().positive(),
  storeId: z.string().nullable(),
  effectiveFrom: z.iso.date(),
  value: z.record(z.string(), z.unknown()).readonly().nullable(),
  publishedAt: z.iso.datetime(),
  fixed: z.array(z.string()).readonly().optional(),
};
const policyInForce = z.strictObject({
  name: z.string(),
  on: z.iso.date(),
  because: z.enum(['chain-default', 'store-override']),
  ...version,
});
const listOf = <Item>(item: z.ZodType<Item>) => z.strictObject({ items: z.array(item).readonly() });
const allInForce = listOf(policyInForce);
const history = listOf(z.strictObject(version));

@ApiTags('policies')
@Controller('v1/policies')
export class PolicyInForceController {
  constructor(private readonly policies: PolicyInForceQuery) {}

  @Get()
  @Allowed(...ANYBODY)
  @ApiOperation({ summary: 'Every rule that holds on a day' })
  @Answers(allInForce)
  async all(@Query() asked: PolicyParameters): Promise<z.infer<typeof allInForce>> {
    return { items: await this.policies.all(asked) };
  }

  @Get(':name')
  @Allowed(...ANYBODY)
  @ApiOperation({ summary: 'The rule that holds on a day, and why it does' })
  @Answers(policyInForce)
  one(@Param('name') name: string, @Query() asked: PolicyParameters): Promise<z.infer<typeof policyInForce>> {
    return this.policies.one(policyNamed(name), asked);
  }

  @Get(':name/versions')
  @Allowed('hq-admin', 'hq-analyst', 'finance', 'privacy-officer', 'auditor', 'service')
  @ApiOperation({ summary: 'Everything ever published under a name, in that order' })
  @Answers(history)
  async versions(@Param('name') name: string): Promise<z.infer<typeof history>> {
    return { items: await this.policies.versions(policyNamed(name)) };
  }
}
