import { Controller, Delete, Inject, Param } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Allowed } from '#libs/access';
import type { Committed } from '#libs/event-store';
import type { Clock } from '#libs/event-sourcing';
import { Answers, committed, ParseId } from '#libs/http';
import { CLOCK } from '#libs/service';
import { KnownClientQuery } from '../../client/known-client.query.js';
import { SEES_PICTURES } from '../care-picture-roles.js';
import { StrikeCarePicture } from './strike-care-picture.js';

@ApiTags('clients')
@Controller('v1/clients/:clientId/care-pictures/:pictureId')
export class StrikeCarePictureController {
  constructor(
    private readonly commands: CommandBus,
    private readonly clients: KnownClientQuery,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Needs no consent: letting go is always allowed. */
  @Delete()
  @Allowed(...SEES_PICTURES)
  @ApiOperation({ summary: 'A picture of her is gone for ever; that it was taken stays' })
  @Answers(z.strictObject({ pictureId: z.uuid(), ...committed }))
  async strike(
    @Param('clientId', ParseId) clientId: string,
    @Param('pictureId', ParseId) pictureId: string,
  ): Promise<Committed & { pictureId: string }> {
    const { storeId } = await this.clients.one(clientId);
    const struckAt = this.clock.now().toISOString();
    const struck = await this.commands.execute<StrikeCarePicture, Committed>(
      new StrikeCarePicture({ clientId, storeId, pictureId, struckAt }),
    );
    return { pictureId, ...struck };
  }
}
