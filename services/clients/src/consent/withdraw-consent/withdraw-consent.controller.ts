import { Body, Controller, Inject, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { CONSENT_PURPOSES, type ConsentPurpose } from '#contracts/clients/consent-purposes';
import { Allowed, STORE_STAFF } from '#libs/access';
import { commandContext, EventStore, type Committed } from '#libs/event-store';
import type { Clock } from '#libs/event-sourcing';
import { Answers, committed, OneOf, ParseId, ParseOneOf } from '#libs/http';
import { CLOCK } from '#libs/service';
import { client } from '../../client/client.js';
import { knownClient } from '../../client/known-client.js';
import { CONSENT_CHANNELS, type ConsentChannel } from '../consent.events.js';
import { ConsentsQuery } from '../consents.query.js';
import { onHerStream } from '../taken-consents.process.js';
import { WithdrawConsent } from './withdraw-consent.js';

class WithdrawConsentBody {
  @OneOf(CONSENT_CHANNELS)
  channel!: ConsentChannel;
}

@ApiTags('clients')
@Controller('v1/clients/:clientId/consents/:purpose/withdrawal')
export class WithdrawConsentController {
  constructor(
    private readonly commands: CommandBus,
    private readonly events: EventStore,
    private readonly consents: ConsentsQuery,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Post()
  @Allowed('hq-admin', ...STORE_STAFF, 'privacy-officer', 'integration')
  @ApiOperation({
    summary: 'Her consent to a purpose ends, at once; her store takes it, and each that asked for it',
  })
  @ApiParam({ name: 'purpose', enum: [...CONSENT_PURPOSES] })
  @Answers(z.strictObject({ clientId: z.uuid(), ...committed }), { status: 201 })
  async withdraw(
    @Param('clientId', ParseId) clientId: string,
    @Param('purpose', new ParseOneOf(CONSENT_PURPOSES)) purpose: ConsentPurpose,
    @Body() { channel }: WithdrawConsentBody,
  ): Promise<Committed & { clientId: string }> {
    const withdrawnAt = this.clock.now().toISOString();
    const withdraw = async (): Promise<Committed> => {
      const { storeId } = knownClient(clientId, (await this.events.see(client, clientId)).state); // also while it is not used
      return this.commands.execute(new WithdrawConsent({ clientId, storeId, purpose, channel, withdrawnAt }));
    };
    const isAskedHere = await this.wasAskedHere(clientId, purpose);
    return { clientId, ...(await (isAskedHere ? onHerStream(withdraw) : withdraw())) };
  }

  /** As easily as it was given (PIPL 15): at each desk that asked for it, though her file is another store’s. */
  private async wasAskedHere(clientId: string, purpose: ConsentPurpose): Promise<boolean> {
    const { stores } = commandContext();
    if (stores === undefined) return false;
    const asked = await this.consents.askedIn(clientId, purpose);
    return asked.some((storeId) => stores.includes(storeId));
  }
}
