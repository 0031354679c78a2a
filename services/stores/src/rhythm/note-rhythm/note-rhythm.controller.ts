import { Body, Controller, Inject, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Allowed, principal, STORE_STAFF } from '#libs/access';
import type { Clock } from '#libs/event-sourcing';
import type { Committed } from '#libs/event-store';
import { Answers, Code, Codes, committed, Day, Flag, OneOf, Optional } from '#libs/http';
import { CLOCK } from '#libs/service';
import { RHYTHMS, type RhythmKind } from '../rhythm.events.js';
import { NoteRhythm } from './note-rhythm.js';

class RhythmBody {
  @Code({ example: 'sh-01' })
  storeId!: string;

  @OneOf(RHYTHMS)
  kind!: RhythmKind;

  /** Today in the store, when left out. */
  @Optional()
  @Day()
  day?: string;

  @Flag()
  held!: boolean;

  @Optional()
  @Codes({ max: 20 })
  topics?: string[];

  /** A word of the store's own; nothing about a person. */
  @Optional()
  @Code({ example: 'two-new-products' })
  note?: string;
}

@ApiTags('store rhythm')
@Controller('v1/store-rhythm')
export class NoteRhythmController {
  constructor(
    private readonly commands: CommandBus,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Post()
  @Allowed(...STORE_STAFF)
  @ApiOperation({ summary: 'Say whether a morning meeting, study time or summary report was held on a day' })
  @Answers(z.strictObject(committed), { status: 201 })
  note(@Body() body: RhythmBody): Promise<Committed> {
    const { storeId, kind, day = null, held, topics = [], note = null } = body;
    const who = { by: principal()!.subject, notedAt: this.clock.now().toISOString() };
    return this.commands.execute(new NoteRhythm({ storeId, kind, day, held, topics, note, ...who }));
  }
}
