import { Body, Controller, Inject, Param, ParseEnumPipe, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { CONSENT_PURPOSES, type ConsentPurpose } from '#contracts/clients/consent-purposes';
import { Allowed, STORE_STAFF } from '#libs/access';
import type { Committed } from '#libs/event-store';
import type { Clock } from '#libs/event-sourcing';
import { Answers, committed, OneOf, ParseId } from '#libs/http';
import { CLOCK } from '#libs/service';
import { KnownClientQuery } from '../../client/known-client.query.js';
import { CONSENT_CHANNELS, type ConsentChannel } from '../consent.events.js';
import { WithdrawConsent } from './withdraw-consent.js';

class WithdrawConsentBody {
  @OneOf(CONSENT_CHANNELS)
  channel!: ConsentChannel;
}

const purposes = Object.fromEntries(CONSENT_PURPOSES.map((purpose) => [purpose, purpose]));

@ApiTags('clients')
@Controller('v1/clients/:clientId/consents/:purpose/withdrawal')
export class WithdrawConsentController {
  constructor(
    private readonly commands: CommandBus,
    private readonly clients: KnownClientQuery,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Post()
  @Allowed('hq-admin', ...STORE_STAFF, 'privacy-officer', 'integration')
  @ApiOperation({ summary: 'Her consent to a purpose ends, at once' })
  @ApiParam({ name: 'purpose', enum: [...CONSENT_PURPOSES] })
  @Answers(z.strictObject({ clientId: z.uuid(), ...committed }), { status: 201 })
  async withdraw(
    @Param('clientId', ParseId) clientId: string,
    @Param('purpose', new ParseEnumPipe(purposes)) purpose: ConsentPurpose,
    @Body() { channel }: WithdrawConsentBody,
  ): Promise<Committed & { clientId: string }> {
    const { storeId } = await this.clients.one(clientId);
    const withdrawnAt = this.clock.now().toISOString();
    const committed = await this.commands.execute<WithdrawConsent, Committed>(
      new WithdrawConsent({ clientId, storeId, purpose, channel, withdrawnAt }),
    );
    return { clientId, ...committed };
  }
}
