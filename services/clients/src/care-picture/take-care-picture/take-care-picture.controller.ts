import {
  Body,
  Controller,
  Inject,
  Param,
  Post,
  Query,
  UnsupportedMediaTypeException,
  type OnModuleInit,
} from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { CommandBus } from '@nestjs/cqrs';
import { ApiBody, ApiConsumes, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { MOST_PICTURE_BYTES, PICTURE_TYPES } from '#contracts/clients/care-pictures';
import { Allowed } from '#libs/access';
import { newId, type Committed } from '#libs/event-store';
import type { Clock } from '#libs/event-sourcing';
import { Answers, committed, Day, OneOf, Optional, ParseId, toldAt, Uuid } from '#libs/http';
import { CLOCK } from '#libs/service';
import { KnownClientQuery } from '../../client/known-client.query.js';
import { HealthAccessQuery } from '../../health/health-access.query.js';
import { TAKES_PICTURES } from '../care-picture-roles.js';
import { AREAS, SIDES, type Area, type Side } from '../care-picture.events.js';
import { linkOf } from '../care-picture.js';
import { cleanPicture } from '../clean-picture.process.js';
import { TakeCarePicture } from './take-care-picture.js';

const ROUTE = 'v1/clients/:clientId/care-pictures';

class CarePictureParameters {
  @OneOf(SIDES)
  side!: Side;

  @OneOf(AREAS)
  area!: Area;

  /** The day it was taken on, where she was. */
  @Day()
  takenOn!: string;

  /** The entry of her care log that it belongs to. */
  @Optional()
  @Uuid()
  careId?: string;

  @Optional()
  @Uuid()
  visitId?: string;
}

@ApiTags('clients')
@Controller(ROUTE)
export class TakeCarePictureController implements OnModuleInit {
  constructor(
    private readonly http: HttpAdapterHost,
    private readonly commands: CommandBus,
    private readonly clients: KnownClientQuery,
    private readonly access: HealthAccessQuery,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** A picture is the body itself: no page elsewhere can post one unasked, and its bytes are part of the request's hash. */
  onModuleInit(): void {
    const fastify = this.http.httpAdapter.getInstance<FastifyInstance>();
    const asBytes = { parseAs: 'buffer', bodyLimit: MOST_PICTURE_BYTES } as const;
    fastify.addContentTypeParser([...PICTURE_TYPES], asBytes, ({ routeOptions }, body, done) => {
      if (routeOptions.url === `/${ROUTE}`) done(null, body);
      else done(new UnsupportedMediaTypeException('No picture is taken here.'));
    });
  }

  @Post()
  @Allowed(...TAKES_PICTURES)
  @ApiOperation({
    summary: 'Keep a picture of her skin, sealed; needs her consent to photos',
    description: 'Written anew without where, when and with what it was taken; 25 million pixels at most.',
  })
  @ApiConsumes(...PICTURE_TYPES)
  @ApiBody({
    schema: { type: 'string', format: 'binary', description: 'The picture itself, 10 MB at most' },
  })
  @Answers(z.strictObject({ pictureId: z.uuid(), link: z.string(), ...committed }), { status: 201 })
  async take(
    @Param('clientId', ParseId) clientId: string,
    @Query() { careId, visitId, ...parameters }: CarePictureParameters,
    @Body() body: unknown,
  ): Promise<Committed & { pictureId: string; link: string }> {
    const { storeId } = await this.clients.one(clientId);
    await this.access.check(clientId, 'care-pictures', 'photos');
    toldAt(`${parameters.takenOn}T00:00:00Z`, this.clock); // refuses a day that is yet to come, wherever she is
    const { mediaType, bytes: picture } = await cleanPicture(body);
    const pictureId = newId('care picture');
    const command = new TakeCarePicture({
      ...{ clientId, storeId, pictureId, ...parameters, mediaType, picture },
      ...{ careId: careId ?? null, visitId: visitId ?? null, toldAt: this.clock.now().toISOString() },
    });
    const taken = await this.commands.execute<TakeCarePicture, Committed>(command);
    return { pictureId, link: linkOf(clientId, pictureId), ...taken };
  }
}
