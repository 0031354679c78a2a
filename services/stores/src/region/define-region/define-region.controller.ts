import { Body, Controller, Inject, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Allowed, HEADQUARTERS } from '#libs/access';
import type { Clock } from '#libs/event-sourcing';
import type { Committed } from '#libs/event-store';
import { Answers, Code, committed, Optional, Text } from '#libs/http';
import { CLOCK } from '#libs/service';
import { DefineRegion } from './define-region.js';

class DefineRegionBody {
  @Code({ example: 'shanghai' })
  regionId!: string;

  @Text({ max: 100, example: 'Shanghai' })
  name!: string;

  /** The region it is a part of. */
  @Optional()
  @Code({ example: 'east' })
  parentId?: string;
}

@ApiTags('regions')
@Controller('v1/regions')
export class DefineRegionController {
  constructor(
    private readonly commands: CommandBus,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Post()
  @Allowed(...HEADQUARTERS)
  @ApiOperation({ summary: 'Name a region and put it in its place; also one that there is' })
  @Answers(z.strictObject(committed), { status: 201 })
  define(@Body() body: DefineRegionBody): Promise<Committed> {
    const { regionId, name, parentId } = body;
    const definedAt = this.clock.now().toISOString();
    return this.commands.execute(new DefineRegion({ regionId, name, parentId: parentId ?? null, definedAt }));
  }
}
