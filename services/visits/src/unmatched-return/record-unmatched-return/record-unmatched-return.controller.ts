import { Body, Controller, HttpCode, Inject, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiBody, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Allowed } from '#libs/access';
import { derivedId, inCommandContext, type Committed } from '#libs/event-store';
import type { Clock } from '#libs/event-sourcing';
import {
  Answers,
  checked,
  instant,
  minor,
  outcome,
  pieces,
  problemOf,
  schemaOf,
  text,
  toldAt,
  uuid,
} from '#libs/http';
import { CLOCK } from '#libs/service';
import { RecordUnmatchedReturn } from './record-unmatched-return.js';

const returns = z.strictObject({
  returns: z
    .array(
      z.strictObject({
        returnId: uuid,
        clientId: uuid.nullable(),
        storeId: text(64),
        lines: z
          .array(
            z.strictObject({
              itemId: text(64),
              description: text(200).nullable(),
              quantity: pieces,
              returnedMinor: minor,
            }),
          )
          .min(1)
          .max(20_000),
        returnedAt: instant,
      }),
    )
    .max(1_000),
});

const returnOutcome = z.strictObject({ returnId: z.uuid(), ...outcome });
type Outcome = z.infer<typeof returnOutcome>;

const HISTORY = '3f6f1d55-77c6-5b1f-8a6e-0a1d6c1de0b2';

@ApiTags('visits')
@Controller('v1/unmatched-returns')
export class RecordUnmatchedReturnController {
  constructor(
    private readonly commands: CommandBus,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Post('batch')
  @HttpCode(200)
  @Allowed('hq-admin', 'integration', 'service')
  @ApiOperation({
    summary: 'Record returns of the past whose bills are not known; each has an outcome of its own',
  })
  @ApiBody({ schema: schemaOf(returns) })
  @Answers(z.strictObject({ outcomes: z.array(returnOutcome) }))
  async record(@Body() body: unknown): Promise<{ outcomes: Outcome[] }> {
    const given = checked(returns, body);
    return { outcomes: await Promise.all(given.returns.map((one) => this.recordOne(one))) };
  }

  private async recordOne(given: RecordUnmatchedReturn['data']): Promise<Outcome> {
    const { returnId } = given;
    try {
      const returnedAt = toldAt(given.returnedAt, this.clock);
      const { appended } = await inCommandContext(
        { commandId: derivedId(HISTORY, JSON.stringify(given)) },
        () =>
          this.commands.execute<RecordUnmatchedReturn, Committed>(
            new RecordUnmatchedReturn({ ...given, returnedAt }),
          ),
      );
      return { returnId, recorded: appended, problem: null };
    } catch (error) {
      return { returnId, recorded: false, problem: problemOf(error) };
    }
  }
}
