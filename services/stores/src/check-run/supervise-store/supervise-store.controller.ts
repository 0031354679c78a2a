import { Body, Controller, Inject, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Allowed, MANAGERS, principal, STORE_STAFF } from '#libs/access';
import type { Clock } from '#libs/event-sourcing';
import { newId, type Committed } from '#libs/event-store';
import { Answers, Code, committed, ListOf, Optional } from '#libs/http';
import { CLOCK } from '#libs/service';
import { groupIdOf } from '../../group/group.js';
import { PointResultBody, resultsOf } from '../point-result-body.js';
import { SuperviseStore } from './supervise-store.js';

class SupervisionBody {
  @Code({ example: 'sh-01' })
  storeId!: string;

  @Code({ example: 'hygiene' })
  code!: string;

  /** Of the points looked at; not all of the list need be. */
  @ListOf(() => PointResultBody, { min: 1, max: 200 })
  results!: PointResultBody[];

  /** The group that she looks for; left out by managers, who look for themselves. */
  @Optional()
  @Code({ example: 'client-care' })
  groupId?: string;
}

@ApiTags('check runs')
@Controller('v1/check-runs/unannounced')
export class SuperviseStoreController {
  constructor(
    private readonly commands: CommandBus,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Post()
  @Allowed(...MANAGERS, ...STORE_STAFF)
  @ApiOperation({ summary: 'Look at a store unannounced, as its manager or for a group that supervises it' })
  @Answers(z.strictObject({ runId: z.uuid(), ...committed }), { status: 201 })
  async supervise(@Body() body: SupervisionBody): Promise<Committed & { runId: string }> {
    const { storeId, code, results, groupId } = body;
    const { subject: staffId, role } = principal()!;
    const runId = newId('check-run');
    const looked = { runId, storeId, code, results: resultsOf(results) };
    const who = { groupId: groupId === undefined ? null : groupIdOf(groupId), by: { staffId, role } };
    const checkedAt = this.clock.now().toISOString();
    const committed = await this.commands.execute<SuperviseStore, Committed>(
      new SuperviseStore({ ...looked, ...who, checkedAt }),
    );
    return { runId, ...committed };
  }
}
