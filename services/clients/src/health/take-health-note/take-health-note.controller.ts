import { Body, Controller, Inject, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, Matches } from 'class-validator';
import { z } from 'zod';
import { CONTRAINDICATION } from '#contracts/stores/contraindications';
import { Allowed } from '#libs/access';
import { newId, type Committed } from '#libs/event-store';
import type { Clock } from '#libs/event-sourcing';
import { Answers, committed, Day, OneOf, Optional, ParseId, Text } from '#libs/http';
import { CLOCK } from '#libs/service';
import { KnownClientQuery } from '../../client/known-client.query.js';
import { SealedForHer } from '../../client/sealed-for-her.query.js';
import { HealthAccessQuery } from '../health-access.query.js';
import { HEALTH_KINDS, type HealthKind } from '../health.events.js';
import { HEALTH_READERS } from '../health-readers.js';
import { placeOfNote } from '../health.js';
import { TakeHealthNote } from './take-health-note.js';

class HealthNoteBody {
  @OneOf(HEALTH_KINDS)
  kind!: HealthKind;

  @Text({ max: 2_000 })
  text!: string;

  @Optional()
  @IsArray()
  @ArrayMaxSize(20)
  @Matches(CONTRAINDICATION, {
    each: true,
    message: '$property must be words of the menu, such as allergy:fragrance',
  })
  @ApiProperty({ type: [String], maxItems: 20 })
  contraindications?: string[];

  @Optional()
  @Day()
  date?: string;
}

@ApiTags('clients')
@Controller('v1/clients/:clientId/health-notes')
export class TakeHealthNoteController {
  constructor(
    private readonly commands: CommandBus,
    private readonly clients: KnownClientQuery,
    private readonly access: HealthAccessQuery,
    private readonly sealed: SealedForHer,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Post()
  @Allowed(...HEALTH_READERS)
  @ApiOperation({ summary: 'Note something of her health; needs her consent, or a broken glass' })
  @Answers(z.strictObject({ clientId: z.uuid(), noteId: z.uuid(), ...committed }), { status: 201 })
  async take(
    @Param('clientId', ParseId) clientId: string,
    @Body() { kind, text, contraindications = [], date }: HealthNoteBody,
  ): Promise<Committed & { clientId: string; noteId: string }> {
    const { storeId } = await this.clients.one(clientId);
    await this.access.check(clientId, 'health-notes');
    const noteId = newId('health note');
    const fields = { kind, text, contraindications, date: date ?? null };
    const note = await this.sealed.seal(clientId, 'health', placeOfNote(clientId), fields);
    const takenAt = this.clock.now().toISOString();
    const committed = await this.commands.execute<TakeHealthNote, Committed>(
      new TakeHealthNote({ clientId, storeId, noteId, note, takenAt }),
    );
    return { clientId, noteId, ...committed };
  }
}
