import { Body, Controller, Inject, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Allowed, STORE_STAFF } from '#libs/access';
import { EventStore, newId, type Committed } from '#libs/event-store';
import type { Clock } from '#libs/event-sourcing';
import { Answers, committed, Instant, OneOf, Optional, ParseId, SomeOf, toldAt } from '#libs/http';
import { CLOCK } from '#libs/service';
import { client } from '../../client/client.js';
import { knownClient } from '../../client/known-client.js';
import {
  ASKERS,
  PROOFS,
  RELATIONS,
  REQUEST_KINDS,
  type Asker,
  type Proof,
  type Relation,
  type RequestKind,
} from '../client-request.events.js';
import { MakeRequest } from './make-request.js';

class MakeRequestBody {
  @OneOf(REQUEST_KINDS)
  kind!: RequestKind;

  @OneOf(ASKERS)
  askedBy!: Asker;

  /** What whoever asks is to her; needed unless she asks herself. */
  @Optional()
  @OneOf(RELATIONS)
  relation?: Relation;

  /** What was seen that shows it; a near relative shows that she has died. */
  @Optional()
  @SomeOf(PROOFS)
  proofs?: Proof[];

  /** When it was made; now, when left out. */
  @Optional()
  @Instant()
  madeAt?: string;
}

@ApiTags('privacy')
@Controller('v1/clients/:clientId/requests')
export class MakeRequestController {
  constructor(
    private readonly commands: CommandBus,
    private readonly events: EventStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Of who is restricted, too: she may ask. */
  @Post()
  @Allowed('hq-admin', 'privacy-officer', ...STORE_STAFF)
  @ApiOperation({ summary: 'Take a request of hers about what is known of her, to be answered in days' })
  @Answers(z.strictObject({ requestId: z.uuid(), ...committed }), { status: 201 })
  async make(
    @Param('clientId', ParseId) clientId: string,
    @Body() { kind, askedBy, relation, proofs = [], madeAt }: MakeRequestBody,
  ): Promise<Committed & { requestId: string }> {
    const { storeId } = knownClient(clientId, (await this.events.see(client, clientId)).state);
    const requestId = newId('client request');
    const told = { requestId, clientId, storeId, kind, askedBy, relation: relation ?? null, proofs };
    const recordedAt = this.clock.now().toISOString();
    const command = new MakeRequest({
      ...told,
      madeOn: toldAt(madeAt, this.clock).slice(0, 10),
      recordedAt,
    });
    return { requestId, ...(await this.commands.execute<MakeRequest, Committed>(command)) };
  }
}
