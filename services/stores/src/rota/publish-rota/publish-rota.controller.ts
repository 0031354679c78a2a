import { Body, Controller, Inject, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Allowed, MANAGERS } from '#libs/access';
import type { Clock } from '#libs/event-sourcing';
import type { Committed } from '#libs/event-store';
import { Answers, Code, committed, Day, ListOf, Optional, TimeOfDay, Uuid, WholeNumber } from '#libs/http';
import { CLOCK } from '#libs/service';
import { PublishRota } from './publish-rota.js';

class ShiftBody {
  @Uuid()
  staffId!: string;

  @Day()
  day!: string;

  @TimeOfDay()
  from!: string;

  @TimeOfDay()
  until!: string;
}

class DutyBody {
  @Uuid()
  staffId!: string;

  @Day()
  day!: string;

  @Code({ example: 'hygiene' })
  duty!: string;
}

class RotaBody {
  @Code({ example: 'sh-01' })
  storeId!: string;

  /** Its Monday. */
  @Day()
  week!: string;

  @ListOf(() => ShiftBody, { max: 1_000 })
  shifts!: ShiftBody[];

  @ListOf(() => DutyBody, { max: 500 })
  duties!: DutyBody[];

  /** Why it is changed, in a word of the store's own. */
  @Optional()
  @Code({ max: 40, example: 'somebody-away' })
  reason?: string;

  /** The version you have seen; 0 when there is none yet. */
  @WholeNumber({ max: 1_000_000 })
  basedOn!: number;
}

@ApiTags('rotas')
@Controller('v1/rotas')
export class PublishRotaController {
  constructor(
    private readonly commands: CommandBus,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Post()
  @Allowed(...MANAGERS)
  @ApiOperation({
    summary: 'Publish who works when in a store in a week, and who has which duty; again, to change it',
  })
  @Answers(z.strictObject(committed), { status: 201 })
  publish(@Body() body: RotaBody): Promise<Committed> {
    const { storeId, week, reason = null, basedOn } = body;
    const shifts = body.shifts.map(({ staffId, day, from, until }) => ({ staffId, day, from, until }));
    const duties = body.duties.map(({ staffId, day, duty }) => ({ staffId, day, duty }));
    const publishedAt = this.clock.now().toISOString();
    return this.commands.execute(
      new PublishRota({ storeId, week, shifts, duties, reason, basedOn, publishedAt }),
    );
  }
}
